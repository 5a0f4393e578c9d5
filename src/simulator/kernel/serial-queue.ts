/** Runs asynchronous tasks one after another, in the order in which they were handed in; the first begins at once. */
export class SerialQueue {
  #waiting: (() => void)[] = [];
  #isBusy = false;

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#isBusy) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    this.#isBusy = true; // handed on to the next task without a gap
    try {
      return await task();
    } finally {
      const next = this.#waiting.shift();
      if (next === undefined) this.#isBusy = false;
      else next();
    }
  }
}
