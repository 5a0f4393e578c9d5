import { describe, expect, test } from "vitest";
import { randomStream } from "../kernel/random.ts";
import { Heap } from "./heap.ts";

function heapOf(items: readonly number[]): Heap<number> {
  const heap = new Heap<number>((one, other) => one < other);
  for (const item of items) heap.push(item);
  return heap;
}

function drained(heap: Heap<number>): number[] {
  const items: number[] = [];
  for (let item = heap.pop(); item !== undefined; item = heap.pop()) items.push(item);
  return items;
}

function numbers(seed: number, count: number): number[] {
  const random = randomStream(seed, "heap");
  return Array.from({ length: count }, () => random.below(50));
}

const ascending = (a: number, b: number): number => a - b;

describe("a heap", () => {
  test.each([0, 1, 2, 3, 7, 8, 200])("gives back %i items in order", (count) => {
    const items = numbers(count, count);
    expect(drained(heapOf(items))).toEqual(items.toSorted(ascending));
  });

  test("has nothing on top once it is empty", () => {
    const heap = heapOf([3]);
    expect(heap.top).toBe(3);
    expect(heap.pop()).toBe(3);
    expect(heap.top).toBeUndefined();
    expect(heap.pop()).toBeUndefined();
    expect(heap.size).toBe(0);
  });

  test.each([0, 1, 5, 64, 200])("tells its %i items in order and keeps them", (count) => {
    const items = numbers(count, count);
    const heap = heapOf(items);
    expect([...heap.inOrder()]).toEqual(items.toSorted(ascending));
    expect(drained(heap)).toEqual(items.toSorted(ascending));
  });

  test("keeps what it is told to keep, in order", () => {
    const items = numbers(4, 100);
    const heap = heapOf(items);
    heap.keep((item) => item % 2 === 0);
    heap.push(7);
    expect(drained(heap)).toEqual([...items.filter((item) => item % 2 === 0), 7].toSorted(ascending));
  });
});
