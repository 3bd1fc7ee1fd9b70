import type { TokenBook } from './token-book.ts';
import { CLASS, classOf } from './units.ts';

/** Marks of a unit, as in `Unit`. */
export const JOINED = 1;
export const APART = 2;
export const HAN = 4;

const UNKNOWN = 255;

/** The units of one text at a time, as numbers in arrays that are used again: `unitsOf` for large decks. */
export class TokenText {
  size = 0;
  tokens = new Int32Array(1024);
  marks = new Uint8Array(1024);
  readonly #book: TokenBook;
  readonly #classes = new Uint8Array(0x1_0000).fill(UNKNOWN);

  constructor(book: TokenBook) {
    this.#book = book;
  }

  read(text: string): void {
    this.#reserve(text.length);
    const { tokens, marks } = this;
    const classes = this.#classes;
    let size = 0;
    let joined = 0;
    let apart = APART;
    let at = 0;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      const kind = classes[code] as number;
      if (kind === CLASS.han) {
        tokens[size] = code;
        marks[size++] = HAN | joined | apart;
        joined = 0;
        apart = 0;
        at += 1;
      } else if (kind === CLASS.letter) {
        this.size = size;
        at = this.#run(text, at, joined | apart);
        size = this.size;
        joined = JOINED;
        apart = 0;
      } else if (kind === UNKNOWN) {
        classes[code] = classOf(code);
      } else if (kind === CLASS.joint) {
        at += 1;
      } else {
        joined = 0;
        if (kind !== CLASS.blank) apart = APART;
        const point = kind === CLASS.rare ? (text.codePointAt(at) as number) : 0;
        at += point > 0xffff ? 2 : 1;
        const unit = kind === CLASS.rare ? this.#book.rare(point) : undefined;
        if (!unit) continue;
        tokens[size] = unit.token;
        marks[size++] = (unit.han ? HAN : 0) | apart;
        joined = unit.han ? 0 : JOINED;
        apart = 0;
      }
    }
    this.size = size;
  }

  /** Whether two Latin units stand side by side, with no punctuation between them. */
  get hasLatinPair(): boolean {
    const { marks, size } = this;
    for (let at = 1; at < size; at++) {
      if (((marks[at] as number) & (HAN | APART)) === 0 && ((marks[at - 1] as number) & HAN) === 0)
        return true;
    }
    return false;
  }

  /** Reads a run of letters and digits as the names in it; gives where it ends. */
  #run(text: string, from: number, marks: number): number {
    let hash = 0;
    let to = from;
    for (; to < text.length; to++) {
      const code = text.charCodeAt(to);
      const kind = this.#classes[code] as number;
      if (kind !== CLASS.letter && (kind !== UNKNOWN || classOf(code) !== CLASS.letter)) break;
      hash = mix(hash, code);
    }
    // C++, C#: the signs are part of the name.
    for (; to < text.length && (text[to] === '+' || text[to] === '#'); to++)
      hash = mix(hash, text.charCodeAt(to));
    const parts = this.#book.run(text, from, to, hash);
    for (let part = 0; part < parts.length; part++) {
      this.tokens[this.size] = parts[part] as number;
      this.marks[this.size++] = part === 0 ? marks : JOINED;
    }
    return to;
  }

  /** A character gives one unit at most. */
  #reserve(units: number): void {
    if (units <= this.tokens.length) return;
    this.tokens = new Int32Array(2 * units);
    this.marks = new Uint8Array(2 * units);
  }
}

/** FNV-1a's step, by units of UTF-16. */
function mix(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x0100_0193);
}
