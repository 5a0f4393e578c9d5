import { type Memory, Remembered } from "./mutant.ts";

/** A call that is under way. */
export interface UnderWay {
  /** How many of its kind were under way when it began. */
  readonly earlier: number;
  /** Whether another one of its kind was under way at the same time. */
  isShared: boolean;
}

const underWay = new Remembered(() => new Map<string, Set<UnderWay>>());

/** Runs a call among those of its kind; `key` names the kind. */
export async function among<T>(memory: Memory, key: string, run: (call: UnderWay) => Promise<T>): Promise<T> {
  const kinds = underWay.of(memory);
  const calls = kinds.get(key) ?? new Set();
  kinds.set(key, calls);
  const call: UnderWay = { earlier: calls.size, isShared: calls.size > 0 };
  for (const other of calls) other.isShared = true;
  calls.add(call);
  try {
    return await run(call);
  } finally {
    calls.delete(call);
    if (calls.size === 0) kinds.delete(key);
  }
}
