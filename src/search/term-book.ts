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

/** Some terms and a number for each: `terms[start]` to `terms[end - 1]`, and `counts` likewise. */
export interface Counts {
  readonly terms: Int32Array;
  readonly counts: Float64Array;
  readonly start: number;
  readonly end: number;
}

/** So many terms and numbers are kept in one block. */
const BLOCK = 1 << 16;
const NONE: Counts = { terms: new Int32Array(), counts: new Float64Array(), start: 0, end: 0 };

/** Keeps what tallies counted, in blocks: one array that grew would be copied again and again. */
export class CountLog {
  #terms = NONE.terms;
  #counts = NONE.counts;
  #used = 0;

  /** Takes all that a tally counted. */
  take(tally: Tally): Counts {
    if (tally.count === 0) return NONE;
    if (this.#used + tally.count > this.#terms.length) this.#startBlock(tally.count);
    const [terms, counts, start] = [this.#terms, this.#counts, this.#used];
    for (let at = 0; at < tally.count; at++) {
      const term = tally.touched[at] as number;
      terms[start + at] = term;
      counts[start + at] = tally.take(term);
    }
    this.#used += tally.count;
    tally.count = 0;
    return { terms, counts, start, end: this.#used };
  }

  #startBlock(least: number): void {
    const size = Math.max(BLOCK, least);
    this.#terms = new Int32Array(size);
    this.#counts = new Float64Array(size);
    this.#used = 0;
  }
}
