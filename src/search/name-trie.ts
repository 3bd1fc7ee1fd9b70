import type { MemoryLexicon } from './lexicon.ts';
import { PairTable } from './pair-table.ts';
import { LATIN, type TokenBook } from './token-book.ts';

/** What a name is: nothing that the text says, a stop word, or from 1 the number of a concept. */
export const NO_NAME = 0;
export const STOP_NAME = -1;

/** A word that was not looked up yet; −1 is one that leads nowhere. */
const UNSEEN = -2;

/** The names of a lexicon by character, to be followed unit by unit. */
export class NameTrie {
  /** Ids of the concepts, by number less 1. */
  readonly concepts: readonly string[];
  readonly #book: TokenBook;
  readonly #children = new PairTable();
  readonly #names: number[] = [NO_NAME];
  /** Where each Chinese character leads from the start; −1 is nowhere. */
  readonly #fromStart = new Int32Array(LATIN).fill(-1);
  #latinFromStart = new Int32Array(1024).fill(UNSEEN);
  /** Where whole Latin words lead from other nodes, and 1: found letter by letter once. */
  readonly #latinSteps = new PairTable();

  constructor(lexicon: MemoryLexicon, book: TokenBook) {
    this.#book = book;
    const numbers = new Map<string, number>();
    for (const [key, { stop, concept }] of lexicon.names()) {
      if (concept !== '' && !numbers.has(concept)) numbers.set(concept, numbers.size + 1);
      const name = concept === '' ? Number(stop) * STOP_NAME : (numbers.get(concept) as number);
      if (name !== NO_NAME) this.#add(key, name);
    }
    this.concepts = [...numbers.keys()];
  }

  /** The node that the first unit of a name leads to, or −1. */
  start(token: number): number {
    if (token < LATIN) return this.#fromStart[token] as number;
    const word = token - LATIN;
    if (word >= this.#latinFromStart.length) {
      const larger = new Int32Array(2 * word).fill(UNSEEN);
      larger.set(this.#latinFromStart);
      this.#latinFromStart = larger;
    }
    const known = this.#latinFromStart[word] as number;
    if (known !== UNSEEN) return known;
    const node = this.#walk(0, this.#book.textOf(token));
    this.#latinFromStart[word] = node;
    return node;
  }

  /** The node after one more unit, or −1. */
  next(node: number, token: number): number {
    if (token < LATIN) return this.#children.get(node, token);
    const known = this.#latinSteps.get(node, token);
    if (known >= 0) return known - 1;
    const next = this.#walk(node, this.#book.textOf(token));
    this.#latinSteps.set(node, token, next + 1);
    return next;
  }

  /** What ends at a node. */
  name(node: number): number {
    return this.#names[node] as number;
  }

  #walk(from: number, text: string): number {
    let node = from;
    for (let at = 0; at < text.length && node >= 0; at++)
      node = this.#children.get(node, text.charCodeAt(at));
    return node;
  }

  #add(key: string, name: number): void {
    let node = 0;
    for (let at = 0; at < key.length; at++) {
      const code = key.charCodeAt(at);
      let next = this.#children.get(node, code);
      if (next < 0) {
        next = this.#names.length;
        this.#names.push(NO_NAME);
        this.#children.set(node, code, next);
        if (node === 0) this.#fromStart[code] = next;
      }
      node = next;
    }
    this.#names[node] = name;
  }
}
