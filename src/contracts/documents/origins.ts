import { below, pointerOf, segmentsOf } from "./json-pointer.ts";

/** Where a place of the merged document was written. */
export interface Origin {
  readonly document: "base" | "overlay";
  readonly pointer: string;
}

/** Remembers for a merged document which document each place comes from. Unknown places come from the base, at the same pointer. */
export class Origins {
  readonly #known = new Map<string, Origin>();

  /** What stands at `pointer`, with all below it, was written at this origin. */
  set(pointer: string, origin: Origin): void {
    this.forget(pointer);
    this.#known.set(pointer, origin);
  }

  /** Forgets a place and all below it. */
  forget(pointer: string): void {
    for (const known of this.#known.keys()) {
      if (known === pointer || known.startsWith(`${pointer}/`)) this.#known.delete(known);
    }
  }

  /** An entry of a list is taken out: those after it move up. `length` is that of the list before. */
  takeOut(list: string, { index, length }: { readonly index: number; readonly length: number }): void {
    for (let from = index + 1; from < length; from += 1) {
      const [old, moved] = [below(list, from), below(list, from - 1)];
      const inside = [...this.#known].filter(([known]) => known.startsWith(`${old}/`));
      this.set(moved, this.of(old));
      for (const [known, origin] of inside) this.#known.set(moved + known.slice(old.length), origin);
    }
    this.forget(below(list, length - 1));
  }

  /** The origin of a place: that of the nearest known ancestor, and the rest of the way from there. */
  of(pointer: string): Origin {
    const segments = segmentsOf(pointer);
    for (let depth = segments.length; depth >= 0; depth -= 1) {
      const known = this.#known.get(pointerOf(segments.slice(0, depth)));
      if (known !== undefined) return { ...known, pointer: below(known.pointer, ...segments.slice(depth)) };
    }
    return { document: "base", pointer };
  }
}
