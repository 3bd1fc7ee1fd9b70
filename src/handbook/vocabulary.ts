import { PairTable } from '../search/pair-table.ts';
import { letterAt } from './letters.ts';
import type { Scan } from './scan.ts';

/** The words and neighbouring characters of a handbook, to tell whether two pieces belong together. */
export interface Vocabulary {
  /** How often a Latin word stands in the text, in lower case. */
  words(word: string): number;
  /** How many different words end like a piece, in two letters. */
  ends(piece: string): number;
  /** How many different words begin like a piece, in two letters. */
  starts(piece: string): number;
  /** Whether two units (a Latin word, one character of another script) stand next to each other somewhere. */
  adjoin(first: string, second: string): boolean;
}

/** That much of a text is enough to know its words. */
const ENOUGH = 2_000_000;

export function vocabularyOf(scan: Scan): Vocabulary {
  const counter = new Counter();
  let read = 0;
  for (const { kind, start, end } of scan.blocks) {
    if (kind === 'fence' || kind === 'code' || kind === 'front') continue;
    for (let index = start; index < end && read < ENOUGH; index++) {
      const line = (scan.text.lines[index] as string).slice(0, ENOUGH - read);
      read += line.length;
      counter.countLine(line);
    }
  }
  const ends = new Map<string, number>();
  const starts = new Map<string, number>();
  for (const [word, count] of counter.words()) {
    // A word that stands once may be a piece of one: it tells nothing about how words look.
    if (count < 2 || word.length < 3) continue;
    add(ends, word.slice(-2));
    add(starts, word.slice(0, 2));
  }
  return {
    words: (word) => counter.timesOf(word.toLowerCase()),
    ends: (piece) => ends.get(piece.slice(-2).toLowerCase()) ?? 0,
    starts: (piece) => starts.get(piece.slice(0, 2).toLowerCase()) ?? 0,
    adjoin: (first, second) => counter.adjoin(first.toLowerCase(), second.toLowerCase()),
  };
}

/** Latin words are numbered from here on; other units are their code points. */
const WORDS = 0x11_0000;
const NOTHING = -1;

/** Counts Latin words and keeps which units stand side by side, by number, so that no string is made for a pair. */
class Counter {
  readonly #numbers = new Map<string, number>();
  readonly #times: number[] = [];
  readonly #pairs = new PairTable(1 << 14);

  countLine(line: string): void {
    const text = line.toLowerCase();
    let before = NOTHING;
    let end = -1;
    for (let at = 0; at < text.length; ) {
      const size = isLatin(text, at) ? wordSize(text, at) : letterAt(text, at);
      if (size === 0) {
        at += 1;
        continue;
      }
      const unit = isLatin(text, at)
        ? this.#count(text.slice(at, at + size))
        : (text.codePointAt(at) as number);
      // A lower-case text may be longer than the line; where it is not, the blank is told by the line.
      if (at === end || (at === end + 1 && line.charAt(end) === ' ')) this.#pairs.set(before, unit, 1);
      before = unit;
      end = at + size;
      at = end;
    }
  }

  words(): Iterable<readonly [string, number]> {
    return [...this.#numbers].map(([word, number]) => [word, this.#times[number - WORDS] as number] as const);
  }

  /** How often a word was counted; the word in lower case. */
  timesOf(word: string): number {
    const number = this.#numbers.get(word);
    return number === undefined ? 0 : (this.#times[number - WORDS] as number);
  }

  adjoin(first: string, second: string): boolean {
    return this.#pairs.get(this.#unitOf(first), this.#unitOf(second)) === 1;
  }

  #count(word: string): number {
    const known = this.#numbers.get(word);
    const number = known ?? WORDS + this.#times.length;
    if (known === undefined) {
      this.#numbers.set(word, number);
      this.#times.push(0);
    }
    this.#times[number - WORDS] = (this.#times[number - WORDS] as number) + 1;
    return number;
  }

  #unitOf(text: string): number {
    if (isLatin(text, 0)) return this.#numbers.get(text) ?? NOTHING;
    const point = text.codePointAt(0) ?? NOTHING;
    return point >= 0 && text.length === String.fromCodePoint(point).length ? point : NOTHING;
  }
}

function isLatin(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code >= 0x61 && code <= 0x7a;
}

/** Length of the Latin word that begins at a place: letters, then digits too. */
function wordSize(text: string, at: number): number {
  let end = at + 1;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (!((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39))) break;
  }
  return end - at;
}

/** The unit a text ends with, '' when it ends with a mark or a digit. */
export function lastUnit(text: string): string {
  return /(?:[A-Za-z][A-Za-z0-9]*|[^\P{L}A-Za-z])$/u.exec(text.slice(-60))?.[0] ?? '';
}

/** The unit a text begins with. */
export function firstUnit(text: string): string {
  return /^(?:[A-Za-z][A-Za-z0-9]*|[^\P{L}A-Za-z])/u.exec(text.slice(0, 60))?.[0] ?? '';
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
