import { Postings, type TermLists } from './postings.ts';
import type { Tally } from './term-book.ts';

const KEENNESS = 0.3;
const BARE_KEENNESS = 0.5;

/**
 * How much rare terms outweigh frequent ones when a phrase is compared with a query: the more, the more the wording of
 * each card's one question has to tell.
 */
export function keen(rarity: number, bareness: number): number {
  return rarity ** (KEENNESS + BARE_KEENNESS * bareness);
}

/** 1 for a deck whose cards have their question alone, near 0 where each has many phrasings. */
export function barenessOf(cards: number, phrases: number): number {
  return Math.min(1, cards / Math.max(1, phrases));
}

/**
 * The short texts of a deck that are like a query: questions, aliases, ways to ask. Each is a vector of its
 * terms; a query is compared with every phrase, and a card is as near as its nearest phrases. The phrases of a
 * card stand together, those that name it first.
 */
export class Phrases {
  /** For each card the number of its first phrase, and of the first that does not name it. */
  readonly ranges: number[] = [];
  size = 0;
  readonly #postings = new Postings();

  startCard(): void {
    this.ranges.push(this.size, this.size);
  }

  /** Adds a phrase to the card started last, and empties the tally; naming ones come first. */
  add(naming: boolean, terms: Tally): void {
    const phrase = this.size++;
    if (naming) this.ranges[this.ranges.length - 1] = phrase + 1;
    for (let at = 0; at < terms.count; at++) {
      const term = terms.touched[at] as number;
      this.#postings.push(term, phrase, terms.take(term));
    }
    terms.count = 0;
  }

  byTerm(terms: number): TermLists {
    return this.#postings.byTerm(terms);
  }
}

/** Length of each phrase's vector, by the rarity of every term. */
export function phraseNorms(
  phrases: number,
  lists: TermLists,
  rarities: Float64Array,
  bareness: number,
): number[] {
  const { starts, numbers, weights } = lists;
  const squares = new Float64Array(phrases);
  for (let term = 0; term < rarities.length; term++) {
    const worth = keen(rarities[term] as number, bareness) / 255;
    for (let at = starts[term] as number; at < (starts[term + 1] as number); at++) {
      const phrase = numbers[at] as number;
      const part = (weights[at] as number) * worth;
      squares[phrase] = (squares[phrase] as number) + part * part;
    }
  }
  return Array.from(squares, Math.sqrt);
}
