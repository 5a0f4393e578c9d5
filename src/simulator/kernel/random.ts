/** A stream of reproducible pseudo-random values. Not for secrets: whoever knows the seed knows the stream. */
export interface RandomStream {
  /** A whole number from 0 to `bound - 1`; `bound` is at most 2^32. */
  below(bound: number): number;
  /** `length` lower-case hexadecimal digits. */
  hex(length: number): string;
  /** `length` decimal digits. */
  digits(length: number): string;
}

/** Four 32-bit words that depend on every character of `text` (cyrb128). */
function hashWords(text: string): [number, number, number, number] {
  let a = 1779033703;
  let b = 3144134277;
  let c = 1013904242;
  let d = 2773480762;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    a = b ^ Math.imul(a ^ unit, 597399067);
    b = c ^ Math.imul(b ^ unit, 2869860233);
    c = d ^ Math.imul(c ^ unit, 951274213);
    d = a ^ Math.imul(d ^ unit, 2716044179);
  }
  a = Math.imul(c ^ (a >>> 18), 597399067);
  b = Math.imul(d ^ (b >>> 22), 2869860233);
  c = Math.imul(a ^ (c >>> 17), 951274213);
  d = Math.imul(b ^ (d >>> 19), 2716044179);
  a ^= b ^ c ^ d;
  return [a >>> 0, (b ^ a) >>> 0, (c ^ a) >>> 0, (d ^ a) >>> 0];
}

/** The first `length` (at most 32) hexadecimal digits of a hash of `text`; a name, not a signature. */
export function hashHex(text: string, length: number): string {
  return hashWords(text)
    .map((word) => word.toString(16).padStart(8, "0"))
    .join("")
    .slice(0, length);
}

/**
 * Opens the stream that belongs to a seed and a purpose (sfc32). Equal arguments give equal streams, and a stream never
 * depends on what else was drawn, so concurrent work stays reproducible.
 */
export function randomStream(seed: number | string, purpose: string): RandomStream {
  let [a, b, c, d] = hashWords(`${seed}/${purpose}`);
  const next = (): number => {
    const sum = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  for (let round = 0; round < 12; round += 1) next();
  const below = (bound: number): number => Math.floor((next() / 4294967296) * bound);
  const text = (length: number, alphabet: string): string => {
    // In one piece: a text that is put together letter by letter keeps all its parts, ten times its size.
    const codes: number[] = [];
    while (codes.length < length) codes.push(alphabet.charCodeAt(below(alphabet.length)));
    return String.fromCharCode(...codes);
  };
  return {
    below,
    hex: (length) => text(length, "0123456789abcdef"),
    digits: (length) => text(length, "0123456789"),
  };
}
