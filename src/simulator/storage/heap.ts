/** A binary heap: the item that comes before all others is at hand, the rest is in no order that matters outside. */
export class Heap<T> {
  readonly #items: T[] = [];
  readonly #comesBefore: (one: T, other: T) => boolean;

  constructor(comesBefore: (one: T, other: T) => boolean) {
    this.#comesBefore = comesBefore;
  }

  get size(): number {
    return this.#items.length;
  }

  /** The first item. */
  get top(): T | undefined {
    return this.#items[0];
  }

  push(item: T): void {
    const items = this.#items;
    let child = items.push(item) - 1;
    while (child > 0) {
      const parent = (child - 1) >> 1;
      const above = items[parent] ?? item;
      if (!this.#comesBefore(item, above)) break;
      items[child] = above;
      child = parent;
    }
    items[child] = item;
  }

  /** Takes the first item out. */
  pop(): T | undefined {
    const items = this.#items;
    const top = items[0];
    const last = items.pop();
    if (last === undefined || items.length === 0) return top;
    let parent = 0;
    for (;;) {
      let child = 2 * parent + 1;
      const [left, right] = [items[child], items[child + 1]];
      if (left === undefined) break;
      let smaller = left;
      if (right !== undefined && this.#comesBefore(right, left)) {
        smaller = right;
        child += 1;
      }
      if (!this.#comesBefore(smaller, last)) break;
      items[parent] = smaller;
      parent = child;
    }
    items[parent] = last;
    return top;
  }

  /** Keeps only the items for which `isKept` says yes. */
  keep(isKept: (item: T) => boolean): void {
    const kept = this.#items.filter(isKept);
    kept.sort((a, b) => (this.#comesBefore(a, b) ? -1 : 1));
    this.#items.length = 0;
    for (const item of kept) this.#items.push(item); // a sorted list is a heap
  }

  /** The items in order, for as long as the heap is not changed; the cost depends on how many are taken, not on how many there are. */
  *inOrder(): Generator<T, undefined> {
    const items = this.#items;
    const open = new Heap<{ readonly at: number; readonly item: T }>((a, b) => this.#comesBefore(a.item, b.item));
    const see = (at: number): void => {
      const item = items[at];
      if (item !== undefined) open.push({ at, item });
    };
    see(0);
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      yield next.item;
      see(2 * next.at + 1);
      see(2 * next.at + 2);
    }
    return undefined;
  }
}
