import type { Lexicon } from './lexicon.ts';
import { PairTable } from './pair-table.ts';
import { LATIN, type TokenBook } from './token-book.ts';
import { HAN, JOINED, type TokenText } from './token-text.ts';
import { singular } from './units.ts';

/** What is known of a word: that it was seen, or that it was seen in a name; 0 is nothing. */
const [SEEN, NAMING] = [1, 2];

/** Collects the Latin words of a deck, for the repair of words that it does not have. */
export class WordBook {
  /** Latin word → whether it stands in a naming field or is a name. */
  readonly words = new Map<string, boolean>();
  readonly #lexicon: Lexicon;
  readonly #tokens: TokenBook;
  /** By number of a word. */
  #seen = new Uint8Array(1024);
  /** The same of two words that were joined, or −1. */
  readonly #seenJoined = new PairTable();

  constructor(lexicon: Lexicon, tokens: TokenBook) {
    this.#lexicon = lexicon;
    this.#tokens = tokens;
  }

  /** All words of a text, and each two that were written as one. */
  collect({ tokens, marks, size }: TokenText, naming: boolean): void {
    for (let at = 0; at < size; at++) {
      if (((marks[at] as number) & HAN) !== 0) continue;
      const token = tokens[at] as number;
      if (this.#isNews(token - LATIN, naming)) this.add(this.#tokens.textOf(token), naming);
      if (at + 1 < size && ((marks[at + 1] as number) & (JOINED | HAN)) === JOINED)
        this.#addJoined(token, tokens[at + 1] as number, naming);
    }
  }

  add(word: string, naming: boolean): void {
    const known = this.words.get(word);
    if (known === true || (known === false && !naming)) return;
    const isWord = word.length > 1 && /[a-z]/.test(word) && !this.#lexicon.look(word).meaning?.stop;
    if (isWord) this.words.set(word, naming);
  }

  #isNews(word: number, naming: boolean): boolean {
    if (word >= this.#seen.length) this.#reach(word);
    const known = this.#seen[word] as number;
    if (known === NAMING || (known === SEEN && !naming)) return false;
    this.#seen[word] = naming ? NAMING : SEEN;
    return true;
  }

  #addJoined(token: number, next: number, naming: boolean): void {
    const known = this.#seenJoined.get(token, next);
    if (known === NAMING || (known === SEEN && !naming)) return;
    this.#seenJoined.set(token, next, naming ? NAMING : SEEN);
    this.add(singular(this.#tokens.textOf(token) + this.#tokens.textOf(next)), naming);
  }

  #reach(word: number): void {
    const larger = new Uint8Array(2 * word + 1);
    larger.set(this.#seen);
    this.#seen = larger;
  }
}
