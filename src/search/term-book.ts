/** Numbers and weights of one term, side by side. */
export interface Weighted {
  readonly numbers: number[];
  /** 0 to 1. */
  readonly weights: number[];
}

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

/** Numbers by term while one text or card is read; emptied by walking what was touched, not all there is. */
export class Tally {
  #values = new Float64Array(4096);
  #touched: number[] = [];

  add(id: number, value: number): void {
    this.#reach(id);
    const before = this.#values[id] as number;
    if (before === 0) this.#touched.push(id);
    this.#values[id] = before + value;
  }

  /** Keeps the greatest value. */
  raise(id: number, value: number): void {
    this.#reach(id);
    const before = this.#values[id] as number;
    if (before === 0) this.#touched.push(id);
    if (value > before) this.#values[id] = value;
  }

  /** Calls back with all that was counted, in the order of its first count, and forgets it. */
  drain(visit: (id: number, value: number) => void): void {
    const touched = this.#touched;
    for (let at = 0; at < touched.length; at++) {
      const id = touched[at] as number;
      const value = this.#values[id] as number;
      this.#values[id] = 0;
      visit(id, value);
    }
    this.#touched = [];
  }

  #reach(id: number): void {
    if (id < this.#values.length) return;
    const larger = new Float64Array(Math.max(id + 1, this.#values.length * 2));
    larger.set(this.#values);
    this.#values = larger;
  }
}

/** For each term where it is and how much it weighs there. */
export class Lists {
  readonly #lists: Weighted[] = [];

  push(term: number, number: number, weight: number): void {
    let list = this.#lists[term];
    if (!list) {
      list = { numbers: [], weights: [] };
      this.#lists[term] = list;
    }
    list.numbers.push(number);
    list.weights.push(weight);
  }

  of(term: number): Weighted {
    return this.#lists[term] ?? NONE;
  }
}

const NONE: Weighted = { numbers: [], weights: [] };
