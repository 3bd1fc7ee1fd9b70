import { Lists, type Tally, type Weighted } from './term-book.ts';

const KEENNESS = 0.3;

/** How much rare terms outweigh frequent ones when a phrase is compared with a query. */
export function keen(rarity: number): number {
  return rarity ** KEENNESS;
}

/**
 * The short texts of a deck that are like a query: questions, aliases, ways to ask. Each is a vector of its
 * terms; a query is compared with every phrase, and a card is as near as its nearest phrases. The phrases of a
 * card stand together, those that name it first.
 */
export class Phrases {
  /** For each card the number of its first phrase, and of the first that does not name it. */
  readonly ranges: number[] = [];
  readonly #lists = new Lists();
  readonly #squares: number[] = [];

  get size(): number {
    return this.#squares.length;
  }

  startCard(): void {
    this.ranges.push(this.size, this.size);
  }

  /** Adds a phrase to the card started last; naming ones come first. */
  add(naming: boolean, terms: Tally): void {
    const phrase = this.size;
    this.#squares.push(0);
    if (naming) this.ranges[this.ranges.length - 1] = phrase + 1;
    terms.drain((term, weight) => this.#lists.push(term, phrase, weight));
  }

  /** The phrases with a term; counts the term, of this rarity, into their lengths. */
  listOf(term: number, rarity: number): Weighted {
    const list = this.#lists.of(term);
    for (let at = 0; at < list.numbers.length; at++) {
      const phrase = list.numbers[at] as number;
      const part = (list.weights[at] as number) * keen(rarity);
      this.#squares[phrase] = (this.#squares[phrase] as number) + part * part;
    }
    return list;
  }

  /** Length of each phrase's vector; complete once `listOf` was asked for every term. */
  norms(): number[] {
    return this.#squares.map(Math.sqrt);
  }
}
