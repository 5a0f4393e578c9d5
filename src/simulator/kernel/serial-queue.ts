/** Runs asynchronous tasks one after another, in the order in which they were handed in. */
export class SerialQueue {
  #tail: Promise<unknown> = Promise.resolve();

  run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(task);
    this.#tail = result.catch(() => undefined); // the caller sees the failure; the queue goes on
    return result;
  }
}
