import type { MemoryLexicon } from './lexicon.ts';
import { NameTrie, NO_NAME, STOP_NAME } from './name-trie.ts';
import { PairTable } from './pair-table.ts';
import type { TermBook } from './term-book.ts';
import { conceptTerms, FREE, isChain, joinedTerm, SMALL_STOP, STOP } from './terms.ts';
import { LATIN, TokenBook } from './token-book.ts';
import { APART, HAN, JOINED, TokenText } from './token-text.ts';
import { stem } from './units.ts';

/** Above all tokens. */
const LINK = 1 << 29;

/** How a term came about; the first three are a concept and the wider ones of it. */
export const KIND = {
  concept: 0,
  broader: 1,
  broadest: 2,
  word: 3,
  /** A word of two Chinese characters. */
  hanWord: 4,
  inside: 5,
  across: 6,
  pair: 7,
  insidePair: 8,
  chain: 9,
  loose: 10,
} as const;

/**
 * Finds the terms of many texts, by number: the same as `eachTerm` gives for one, but in arrays that are used again
 * and with everything kept that was worked out before. The terms of the last text are `terms[0]` to
 * `terms[count - 1]`, with their `kinds`.
 */
export class TermReader {
  count = 0;
  /** How many units of the last text say nothing. */
  stops = 0;
  terms = new Int32Array(4096);
  kinds = new Uint8Array(4096);
  readonly tokens: TokenBook;
  readonly text: TokenText;
  readonly #book: TermBook;
  readonly #names: NameTrie;
  /** By number of a concept less 1, the terms that it stands for. */
  readonly #concepts: readonly (readonly number[])[];
  #singles = new Int32Array(2 * LATIN).fill(-1);
  readonly #pairs = new PairTable(1 << 14);
  /** Numbers of beginnings of names in several parts, from LINK on, and the term of each, or −1. */
  readonly #links = new PairTable();
  readonly #chains: number[] = [];
  #cover = new Int32Array(1024);

  constructor(lexicon: MemoryLexicon, book: TermBook) {
    this.#book = book;
    this.tokens = new TokenBook();
    this.text = new TokenText(this.tokens);
    this.#names = new NameTrie(lexicon, this.tokens);
    this.#concepts = this.#names.concepts.map((id) =>
      conceptTerms(id, lexicon).map((term) => book.idOf(term)),
    );
  }

  /** `whole`: with the terms that only short texts are found by, made of words that stand side by side by chance. */
  read(text: string, whole: boolean): void {
    this.text.read(text);
    this.#reserve(this.text.size);
    this.count = 0;
    this.stops = 0;
    this.#findNames();
    const { tokens, marks, size } = this.text;
    for (let at = 0; at < size; at++) {
      if (((marks[at] as number) & HAN) !== 0) this.#addHan(at, whole);
      else this.#addLatin(at, tokens[at] as number, whole);
    }
  }

  /** The longest names from the left, as in `segmentsOf`; fills the cover. */
  #findNames(): void {
    const { tokens, size } = this.text;
    const names = this.#names;
    const cover = this.#cover;
    let at = 0;
    while (at < size) {
      const first = names.start(tokens[at] as number);
      const to = first < 0 ? at : this.#nameEnd(at, first);
      if (to === at) cover[at++] = FREE;
      else at = to;
    }
  }

  /** Marks the longest name that begins here and adds its terms; gives where it ends. */
  #nameEnd(from: number, first: number): number {
    const { tokens, marks, size } = this.text;
    const names = this.#names;
    let to = from;
    let name = NO_NAME;
    let node = first;
    for (let at = from; ; node = names.next(node, tokens[at] as number)) {
      if (node < 0) break;
      at += 1;
      if (names.name(node) !== NO_NAME) {
        name = names.name(node);
        to = at;
      }
      if (at >= size || ((marks[at] as number) & APART) !== 0) break;
    }
    if (to === from) return from;
    const small = to - from === 1 && ((marks[from] as number) & HAN) !== 0;
    const stop = small ? SMALL_STOP : STOP;
    this.#cover.fill(name === STOP_NAME ? stop : from + 1, from, to);
    if (name === STOP_NAME) {
      this.stops += to - from;
      return to;
    }
    const terms = this.#concepts[name - 1] as readonly number[];
    for (let step = 0; step < terms.length; step++) this.#push(terms[step] as number, step);
    return to;
  }

  #addHan(at: number, whole: boolean): void {
    const { tokens, marks, size } = this.text;
    const cover = this.#cover;
    const here = cover[at] as number;
    if (here === STOP) return;
    const token = tokens[at] as number;
    const joins = at + 1 < size && ((marks[at + 1] as number) & (HAN | APART)) === HAN;
    const there = joins ? (cover[at + 1] as number) : STOP;
    if (there === STOP) {
      if (here === FREE && this.#isAlone(at)) this.#push(this.#single(token), KIND.word);
      return;
    }
    if (here === SMALL_STOP || there === SMALL_STOP) {
      if (whole && here !== there) this.#push(this.#pair(token, tokens[at + 1] as number), KIND.loose);
      return;
    }
    const term = this.#pair(token, tokens[at + 1] as number);
    if (here !== there) this.#push(term, KIND.across);
    else this.#push(term, here === FREE ? KIND.hanWord : KIND.inside);
  }

  #addLatin(at: number, token: number, whole: boolean): void {
    const { tokens, marks, size } = this.text;
    const cover = this.#cover;
    const here = cover[at] as number;
    if (here >= FREE) this.#push(this.#single(token), here === FREE ? KIND.word : KIND.inside);
    if (at + 1 >= size) return;
    const next = marks[at + 1] as number;
    if ((next & (HAN | APART)) !== 0) return;
    const there = cover[at + 1] as number;
    if ((next & JOINED) === 0 && (!whole || here === STOP || there === STOP)) return;
    const pair = this.#pair(token, tokens[at + 1] as number);
    this.#push(pair, here > FREE && here === there ? KIND.insidePair : KIND.pair);
    if ((next & JOINED) !== 0) this.#addChain(at);
  }

  /** As in `terms.ts`: a name in several parts. */
  #addChain(from: number): void {
    const { tokens, marks, size } = this.text;
    if (((marks[from] as number) & JOINED) !== 0) return;
    let to = from + 1;
    while (to < size && ((marks[to] as number) & (JOINED | HAN)) === JOINED) to++;
    if (!isChain(to - from)) return;
    let chain = tokens[from] as number;
    for (let at = from + 1; at < to; at++) chain = this.#link(chain, tokens[at] as number);
    let term = this.#chains[chain - LINK] as number;
    if (term < 0) {
      const name = Array.from(tokens.subarray(from, to), (token) => this.tokens.textOf(token)).join('');
      term = this.#book.idOf(joinedTerm(name));
      this.#chains[chain - LINK] = term;
    }
    this.#push(term, KIND.chain);
  }

  /** A number for parts in a row: of all but the last, and the last. */
  #link(before: number, token: number): number {
    let link = this.#links.get(before, token);
    if (link < 0) {
      link = LINK + this.#chains.length;
      this.#chains.push(-1);
      this.#links.set(before, token, link);
    }
    return link;
  }

  /** As in `terms.ts`: a character that is a word by itself. */
  #isAlone(at: number): boolean {
    if (at === 0 || ((this.text.marks[at - 1] as number) & HAN) === 0) return true;
    if (((this.text.marks[at] as number) & APART) !== 0) return true;
    const before = this.#cover[at - 1] as number;
    return before === STOP || before === SMALL_STOP;
  }

  #single(token: number): number {
    if (token >= this.#singles.length) this.#singles = grown(this.#singles, token);
    let term = this.#singles[token] as number;
    if (term < 0) {
      term = this.#book.idOf(stem(this.tokens.textOf(token)));
      this.#singles[token] = term;
    }
    return term;
  }

  #pair(left: number, right: number): number {
    let term = this.#pairs.get(left, right);
    if (term < 0) {
      term = this.#book.idOf(joinedTerm(this.tokens.textOf(left) + this.tokens.textOf(right)));
      this.#pairs.set(left, right, term);
    }
    return term;
  }

  #push(term: number, kind: number): void {
    this.terms[this.count] = term;
    this.kinds[this.count++] = kind;
  }

  /** A unit gives three terms at most, and a name three more. */
  #reserve(units: number): void {
    if (units > this.#cover.length) this.#cover = new Int32Array(2 * units);
    if (6 * units <= this.terms.length) return;
    this.terms = new Int32Array(12 * units);
    this.kinds = new Uint8Array(12 * units);
  }
}

function grown(numbers: Int32Array<ArrayBuffer>, reach: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(reach + 1, 2 * numbers.length)).fill(-1);
  larger.set(numbers);
  return larger;
}
