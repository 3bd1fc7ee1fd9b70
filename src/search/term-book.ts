/** Gives each term a number once, so that all that is counted is counted in arrays. */
export class TermBook {
  readonly #ids = new Map<string, number>();

  get size(): number {
    return this.#ids.size;
  }

  idOf(term: string): number {
    const known = this.#ids.get(term);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(term, id);
    return id;
  }

  /** All terms; the place of each is its number. */
  terms(): string[] {
    return [...this.#ids.keys()];
  }
}

/**
 * Numbers by term while one text or card is read. `touched[0]` to `touched[count - 1]` are the terms in the order of
 * their first count; `take` gives the number of one and forgets it, and `count = 0` ends the walk.
 */
export class Tally {
  count = 0;
  touched = new Int32Array(1024);
  #values = new Float64Array(4096);

  add(id: number, value: number): void {
    if (id >= this.#values.length) this.#reach(id);
    const before = this.#values[id] as number;
    if (before === 0) this.#touch(id);
    this.#values[id] = before + value;
  }

  /** Keeps the greatest value. */
  raise(id: number, value: number): void {
    if (id >= this.#values.length) this.#reach(id);
    const before = this.#values[id] as number;
    if (before === 0) this.#touch(id);
    if (value > before) this.#values[id] = value;
  }

  take(id: number): number {
    const value = this.#values[id] as number;
    this.#values[id] = 0;
    return value;
  }

  #touch(id: number): void {
    if (this.count === this.touched.length) {
      const larger = new Int32Array(2 * this.count);
      larger.set(this.touched);
      this.touched = larger;
    }
    this.touched[this.count++] = id;
  }

  #reach(id: number): void {
    const larger = new Float64Array(Math.max(id + 1, this.#values.length * 2));
    larger.set(this.#values);
    this.#values = larger;
  }
}

/** Terms and numbers in the order in which they were counted. */
export class CountLog {
  size = 0;
  terms = new Int32Array(4096);
  counts = new Float64Array(4096);

  /** Takes all that a tally counted. */
  take(tally: Tally): void {
    if (this.size + tally.count > this.terms.length) this.#reach(this.size + tally.count);
    for (let at = 0; at < tally.count; at++) {
      const term = tally.touched[at] as number;
      this.terms[this.size] = term;
      this.counts[this.size++] = tally.take(term);
    }
    tally.count = 0;
  }

  #reach(size: number): void {
    const [terms, counts] = [this.terms, this.counts];
    this.terms = new Int32Array(Math.max(size, 2 * terms.length));
    this.terms.set(terms);
    this.counts = new Float64Array(this.terms.length);
    this.counts.set(counts);
  }
}
