/** Replaces what must not be shown. The same value always gives the same label, so that exchanges can still be compared. */
export interface Masker {
  /** A text with every known secret, activation code and ICCID replaced by its label. */
  mask(text: string): string;
  /** Masks a value that is one of its kind, such as an access code, as `<name>`. Texts of less than four characters stay. */
  secret(name: string, value: string): void;
  /** Masks a value of which a run sees many, such as tokens, as `<kind:1>`, `<kind:2>` and so on. */
  numbered(kind: string, value: string): void;
}

/** Shorter texts occur everywhere by chance. */
const SHORTEST_SECRET = 4;

/** As in a QR code, or percent-encoded as in a URL. */
const ACTIVATION_CODE = "LPA(?::|%3A)1(?:\\$|%24)[A-Za-z0-9.-]+(?:(?:\\$|%24)[A-Za-z0-9.-]*)*";
const ICCID = "(?<![0-9])89[0-9]{17,18}(?![0-9])";

/** Makes a masker that knows nothing yet but the forms of ICCIDs and activation codes. */
export function createMasker(): Masker {
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  /** What is replaced, by every way of writing it. */
  const written = new Map<string, string>();
  let pattern: RegExp | null = null;

  const number = (kind: string, value: string): string => {
    const known = labels.get(`${kind} ${value}`);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const label = `<${kind}:${count}>`;
    labels.set(`${kind} ${value}`, label);
    return label;
  };
  const hide = (value: string, label: string): void => {
    if (value.length < SHORTEST_SECRET || written.has(value)) return;
    for (const form of [value, encodeURIComponent(value), JSON.stringify(value).slice(1, -1)]) written.set(form, label);
    pattern = null;
  };
  const labelOf = (found: string): string => {
    const secret = written.get(found);
    if (secret !== undefined) return secret;
    return found.startsWith("LPA") ? number("activation-code", decoded(found)) : number("iccid", found);
  };

  return {
    mask: (text) => {
      pattern ??= patternOf([...written.keys()]);
      return text.replace(pattern, labelOf);
    },
    secret: (name, value) => hide(value, `<${name}>`),
    numbered: (kind, value) => {
      if (value.length >= SHORTEST_SECRET && !written.has(value)) hide(value, number(kind, value));
    },
  };
}

/** One pattern for all, so that a label is never masked again; longer secrets first, as one may hold another. */
function patternOf(secrets: readonly string[]): RegExp {
  const literal = secrets
    .toSorted((a, b) => b.length - a.length)
    .map((secret) => secret.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp([...literal, ACTIVATION_CODE, ICCID].join("|"), "g");
}

function decoded(found: string): string {
  return found.replaceAll("%3A", ":").replaceAll("%24", "$");
}
