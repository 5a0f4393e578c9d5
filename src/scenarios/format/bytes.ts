const UNITS = { B: 1, KB: 1024, MB: 1024 ** 2, GB: 1024 ** 3 } as const;

/** The bytes of `500MB` or `1GB`, in units of 1024; null for anything else. */
export function bytesOf(text: string): number | null {
  const [, amount, unit] = /^(\d{1,12}(?:\.\d{1,3})?)\s?(B|KB|MB|GB)$/.exec(text) ?? [];
  if (amount === undefined) return null;
  return Math.round(Number(amount) * UNITS[unit as keyof typeof UNITS]); // the pattern admits only these
}
