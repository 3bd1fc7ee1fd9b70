const KEENNESS = 0.3;

/** How much rare terms outweigh frequent ones when a phrase is compared with a query. */
export function keen(rarity: number): number {
  return rarity ** KEENNESS;
}

/**
 * The short texts of a deck that are like a query: questions, aliases, ways to ask. Each is a vector of its
 * terms; a query is compared with every phrase, and a card is as near as its nearest phrase.
 */
export class Phrases {
  /** Twice the card of each phrase, one more when the phrase names the card. */
  readonly cards: number[] = [];
  readonly #lists = new Map<string, { phrases: number[]; weights: number[] }>();
  readonly #squares: number[] = [];

  get size(): number {
    return this.cards.length;
  }

  add(card: number, naming: boolean, weights: ReadonlyMap<string, number>): void {
    if (weights.size === 0) return;
    const phrase = this.cards.length;
    this.cards.push(2 * card + Number(naming));
    this.#squares.push(0);
    for (const [text, weight] of weights) {
      const list = this.#lists.get(text) ?? { phrases: [], weights: [] };
      list.phrases.push(phrase);
      list.weights.push(weight);
      this.#lists.set(text, list);
    }
  }

  /** The phrases with a term; counts the term, of this rarity, into their lengths. */
  listOf(
    term: string,
    rarity: number,
  ): { readonly phrases: readonly number[]; readonly weights: readonly number[] } {
    const list = this.#lists.get(term) ?? { phrases: [], weights: [] };
    for (const [index, phrase] of list.phrases.entries()) {
      const part = (list.weights[index] ?? 0) * keen(rarity);
      this.#squares[phrase] = (this.#squares[phrase] ?? 0) + part * part;
    }
    return list;
  }

  /** Length of each phrase's vector; complete once `listOf` was asked for every term. */
  norms(): number[] {
    return this.#squares.map(Math.sqrt);
  }
}
