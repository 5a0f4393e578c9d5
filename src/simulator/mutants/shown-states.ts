import { type Behaviour, Remembered, type Serving } from "./mutant.ts";
import { textAt } from "./wire-message.ts";
import { onRows } from "./world.ts";

const shown = new Remembered(() => new Map<string, string>());

/** From now on an eSIM shows in a state that it does not have. */
export function showAs(context: Serving, esimId: string, state: string): void {
  shown.of(context.memory).set(esimId, state);
}

/** Shows eSIMs in the states that `showAs` gave them. */
export const showingStates: Behaviour = onRows((row, context) => {
  const state = shown.of(context.memory).get(textAt(row, "esimTranNo"));
  return state === undefined ? row : { ...row, esimStatus: state };
});
