import type { Lexicon } from './lexicon.ts';
import { PairTable } from './pair-table.ts';
import type { TokenBook } from './token-book.ts';
import { HAN, JOINED, type TokenText } from './token-text.ts';
import { singular } from './units.ts';

const UNSEEN = -1;

/** Collects the Latin words of a deck, for the repair of words that it does not have. */
export class WordBook {
  /** Latin word → whether it stands in a naming field or is a name. */
  readonly words = new Map<string, boolean>();
  readonly #lexicon: Lexicon;
  readonly #tokens: TokenBook;
  /** What is known of a word, or of two that were joined: 1 when it names, else 0. */
  readonly #seen = new PairTable();

  constructor(lexicon: Lexicon, tokens: TokenBook) {
    this.#lexicon = lexicon;
    this.#tokens = tokens;
  }

  /** All words of a text, and each two that were written as one. */
  collect({ tokens, marks, size }: TokenText, naming: boolean): void {
    for (let at = 0; at < size; at++) {
      if (((marks[at] as number) & HAN) !== 0) continue;
      const token = tokens[at] as number;
      this.#see(token, 0, naming);
      if (at + 1 < size && ((marks[at + 1] as number) & (JOINED | HAN)) === JOINED)
        this.#see(token, tokens[at + 1] as number, naming);
    }
  }

  add(word: string, naming: boolean): void {
    const known = this.words.get(word);
    if (known === true || (known === false && !naming)) return;
    const isWord = word.length > 1 && /[a-z]/.test(word) && !this.#lexicon.look(word).meaning?.stop;
    if (isWord) this.words.set(word, naming);
  }

  #see(token: number, next: number, naming: boolean): void {
    const known = this.#seen.get(token, next);
    if (known === 1 || (known !== UNSEEN && !naming)) return;
    this.#seen.set(token, next, Number(naming));
    const word = this.#tokens.textOf(token);
    this.add(next === 0 ? word : singular(word + this.#tokens.textOf(next)), naming);
  }
}
