/** Where terms are, and how much they weigh there: one list a term, all in three arrays. */
export interface TermLists {
  /** For each term where its list begins, then where the last ends. */
  readonly starts: Int32Array;
  /** Numbers of cards or phrases, rising within a list. */
  readonly numbers: Int32Array;
  /** 1 to 255 for weights to 1. */
  readonly weights: Uint8Array;
}

/** Collects occurrences in the order of cards or phrases and sorts them by term at the end, in linear time. */
export class Postings {
  #size = 0;
  #terms = new Int32Array(4096);
  #numbers = new Int32Array(4096);
  #weights = new Uint8Array(4096);

  /** `weight`: 0 to 1; numbers never fall. */
  push(term: number, number: number, weight: number): void {
    if (this.#size === this.#terms.length) this.#grow();
    this.#terms[this.#size] = term;
    this.#numbers[this.#size] = number;
    this.#weights[this.#size++] = Math.max(1, Math.min(255, Math.round(weight * 255)));
  }

  byTerm(terms: number): TermLists {
    const starts = new Int32Array(terms + 1);
    for (let at = 0; at < this.#size; at++) bump(starts, (this.#terms[at] as number) + 1);
    for (let term = 0; term < terms; term++)
      starts[term + 1] = (starts[term] as number) + (starts[term + 1] as number);
    const next = starts.slice();
    const numbers = new Int32Array(this.#size);
    const weights = new Uint8Array(this.#size);
    for (let old = 0; old < this.#size; old++) {
      const place = bump(next, this.#terms[old] as number);
      numbers[place] = this.#numbers[old] as number;
      weights[place] = this.#weights[old] as number;
    }
    return { starts, numbers, weights };
  }

  #grow(): void {
    const double = 2 * this.#size;
    const [terms, numbers, weights] = [this.#terms, this.#numbers, this.#weights];
    this.#terms = new Int32Array(double);
    this.#terms.set(terms);
    this.#numbers = new Int32Array(double);
    this.#numbers.set(numbers);
    this.#weights = new Uint8Array(double);
    this.#weights.set(weights);
  }
}

/** Counts one up; gives the number before. */
function bump(numbers: Int32Array, place: number): number {
  const before = numbers[place] as number;
  numbers[place] = before + 1;
  return before;
}
