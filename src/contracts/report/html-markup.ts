/** Text that is markup already. Only `html` makes it, so that nothing of a target reaches a page unescaped. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Insertion = Markup | string | number | null | readonly Insertion[];

/** Markup with what is inserted escaped; lists are joined, null is nothing, and only other markup stays as it is. */
export function html(parts: TemplateStringsArray, ...insertions: readonly Insertion[]): Markup {
  return new Markup(String.raw({ raw: parts }, ...insertions.map(rendered)));
}

/** Escapes text for content and for quoted attributes. Characters that no document may hold become visible. */
export function escapeHtml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;")
    .replace(/[\p{Cc}\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF\uFFFE\uFFFF]/gu, (character) =>
      character === "\n" || character === "\t" ? character : "\uFFFD",
    );
}

function rendered(insertion: Insertion): string {
  if (insertion === null) return "";
  if (insertion instanceof Markup) return insertion.text;
  if (typeof insertion === "string" || typeof insertion === "number") return escapeHtml(String(insertion));
  return insertion.map(rendered).join("");
}
