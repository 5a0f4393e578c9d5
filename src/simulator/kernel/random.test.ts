import fc from "fast-check";
import { expect, test } from "vitest";
import { hashHex, randomStream } from "./random.ts";

test("a stream is what it was when this was written, so that a seed means the same in each version", () => {
  const stream = randomStream(1, "parcel/1");
  expect([stream.hex(16), stream.digits(8), stream.below(100)]).toEqual(["f92629d13e3e11f2", "49632886", 99]);
  expect(hashHex("tenant/default", 8)).toBe("e6c8586d");
});

test("the same seed and purpose give the same values, whatever else was drawn", () => {
  fc.assert(
    fc.property(fc.nat(), fc.string(), fc.nat({ max: 50 }), (seed, purpose, between) => {
      const first = randomStream(seed, purpose).hex(32);
      randomStream(seed, `${purpose}/other`).digits(between);
      expect(randomStream(seed, purpose).hex(32)).toBe(first);
    }),
  );
});

test("purposes and seeds that differ by one character give unrelated values", () => {
  const drawn = Array.from({ length: 1000 }, (_, n) => [
    randomStream(1, `p/${n}`).hex(16),
    randomStream(n + 2, "p").hex(16),
  ]);
  expect(new Set(drawn.flat()).size).toBe(2000);
});

test("values stay below their bound and reach each number", () => {
  const stream = randomStream(7, "dice");
  const counts = new Array<number>(6).fill(0);
  for (let roll = 0; roll < 6000; roll += 1) {
    const eyes = stream.below(6);
    counts[eyes] = (counts[eyes] ?? 0) + 1;
  }
  expect(counts).toHaveLength(6);
  expect(Math.min(...counts)).toBeGreaterThan(850);
});

test.for([0, 1, 7, 32])("%i digits are asked for and given", (length) => {
  const stream = randomStream(3, "lengths");
  expect(stream.hex(length)).toMatch(new RegExp(`^[0-9a-f]{${length}}$`));
  expect(stream.digits(length)).toMatch(new RegExp(`^[0-9]{${length}}$`));
});
