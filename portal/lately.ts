/** Remembers the last things that were asked for, so that only what is asked for again is kept. */
export class Lately<Thing> {
  readonly #things = new Set<Thing>()
  readonly #most: number

  /** @param most How many it remembers. */
  constructor(most: number) {
    this.#most = most
  }

  /** Whether it was among the last; from now on it is the last of them. */
  ask(thing: Thing): boolean {
    const wasThere = this.#things.delete(thing)
    // A Set is in the order in which its members came.
    this.#things.add(thing)
    for (const oldest of this.#things) {
      if (this.#things.size <= this.#most) break
      this.#things.delete(oldest)
    }
    return wasThere
  }
}
