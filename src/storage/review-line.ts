import type { Review } from '../memory/event.ts';
import { RATINGS, type Rating } from '../memory/rating.ts';

/** Reads the line that is the bytes `start` to `end` of `bytes`. */
export type ReadReview = (bytes: Buffer, start: number, end: number) => Review | undefined;

/**
 * A reader of reviews as this program writes them, straight from the bytes and several times as fast as by JSON.
 * It gives what `decode` gives, or undefined for whatever is not written exactly so.
 */
export function reviewReader(): ReadReview {
  const line = new Cursor();
  return (bytes, start, end) => {
    line.begin(bytes, start, end);
    const id = line.skip(HEAD) ? line.plain() : '';
    const at = line.skip(AT) ? line.whole() : -1;
    const offset = line.skip(OFFSET) ? line.whole() : 0;
    const deck = line.skip(DECK) ? line.repeated() : '';
    const card = line.skip(CARD) ? line.repeated() : '';
    const rating = line.skip(RATING) ? (line.repeated() as Rating) : undefined;
    const ms = line.skip(MS) ? line.whole() : -1;
    const mode = line.meets(MODE) ? (line.repeated() as 'drill') : undefined;
    if (mode !== undefined) line.skip(CLOSE);
    const coverage = line.meets(COVERAGE) ? line.share() : undefined;
    if (!line.skip(END) || !line.isOver()) return undefined;
    if (id === '' || deck === '' || card === '' || rating === undefined || !RATINGS.includes(rating))
      return undefined;
    if (!(at >= 0 && at <= LATEST && offset >= -1440 && offset <= 1440 && ms >= 0)) return undefined;
    const type = 'review';
    if (mode === undefined) {
      if (coverage === undefined) return { v: 1, type, id, at, offset, deck, card, rating, ms };
      return { v: 1, type, id, at, offset, deck, card, rating, ms, coverage };
    }
    if (coverage === undefined) return { v: 1, type, id, at, offset, deck, card, rating, ms, mode };
    return { v: 1, type, id, at, offset, deck, card, rating, ms, mode, coverage };
  };
}

/** The end of the year 9999. */
const LATEST = 253_402_300_799_999;

const HEAD = Buffer.from('{"v":1,"type":"review","id":"');
const AT = Buffer.from('","at":');
const OFFSET = Buffer.from(',"offset":');
const DECK = Buffer.from(',"deck":"');
const CARD = Buffer.from('","card":"');
const RATING = Buffer.from('","rating":"');
const MS = Buffer.from('","ms":');
const MODE = Buffer.from(',"mode":"');
const COVERAGE = Buffer.from(',"coverage":');
const CLOSE = Buffer.from('"');
const END = Buffer.from('}');

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const MINUS = 0x2d;
const POINT = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
/** Whole numbers of more digits may not be exact. */
const DIGITS = 15;

interface Text {
  readonly bytes: Buffer;
  readonly text: string;
}

/** A place in a line; after the first thing that is not as expected nothing is any more. */
class Cursor {
  #bytes: Buffer = END;
  #at = 0;
  #end = 0;
  #isFine = true;
  /** Texts that come again and again are made once; by a hash of their bytes. */
  readonly #texts = new Map<number, Text>();

  begin(bytes: Buffer, start: number, end: number): void {
    this.#bytes = bytes;
    this.#at = start;
    this.#end = end;
    this.#isFine = true;
  }

  isOver(): boolean {
    return this.#isFine && this.#at === this.#end;
  }

  /** Goes past what has to be here. */
  skip(expected: Buffer): boolean {
    if (this.#isFine && !this.meets(expected)) this.#isFine = false;
    return this.#isFine;
  }

  /** Goes past what may be here; false and nothing when it is not. */
  meets(expected: Buffer): boolean {
    const { length } = expected;
    if (!this.#isFine || this.#at + length > this.#end) return false;
    for (let index = 0; index < length; index++)
      if (this.#bytes[this.#at + index] !== expected[index]) return false;
    this.#at += length;
    return true;
  }

  /** A text up to its closing quote, of ASCII without escapes. */
  plain(): string {
    const start = this.#at;
    while (this.#at < this.#end) {
      const byte = this.#bytes[this.#at] as number;
      if (byte === QUOTE) return this.#bytes.toString('latin1', start, this.#at);
      if (byte < 0x20 || byte > 0x7e || byte === BACKSLASH) break;
      this.#at++;
    }
    return this.#fail('');
  }

  /** A text up to its closing quote, in UTF-8 without escapes. */
  repeated(): string {
    const start = this.#at;
    let hash = 0x811c9dc5;
    for (; this.#at < this.#end; this.#at++) {
      const byte = this.#bytes[this.#at] as number;
      if (byte === QUOTE) return this.#known(hash, start);
      if (byte < 0x20 || byte === BACKSLASH) break;
      hash = Math.imul(hash ^ byte, 0x01000193);
    }
    return this.#fail('');
  }

  /** A whole number that is exact. */
  whole(): number {
    const isNegative = this.#bytes[this.#at] === MINUS;
    if (isNegative) this.#at++;
    const start = this.#at;
    let value = 0;
    for (let byte = this.#digit(); byte >= 0; byte = this.#digit()) value = value * 10 + byte;
    const digits = this.#at - start;
    const isPadded = this.#bytes[start] === ZERO && (digits > 1 || isNegative);
    if (digits === 0 || digits > DIGITS || isPadded) return this.#fail(-1);
    return isNegative ? -value : value;
  }

  /** A number from 0 to 1: `0`, `1` or `0.` and digits. */
  share(): number {
    const start = this.#at;
    const first = this.#digit();
    if (first !== 0 && first !== 1) return this.#fail(0);
    if (first === 1 || this.#bytes[this.#at] !== POINT) return first;
    this.#at++;
    const digits = this.#at;
    while (this.#digit() >= 0);
    return this.#at === digits ? this.#fail(0) : Number(this.#bytes.toString('latin1', start, this.#at));
  }

  /** The digit here, and past it; or -1. */
  #digit(): number {
    const byte = this.#at < this.#end ? (this.#bytes[this.#at] as number) : 0;
    if (byte < ZERO || byte > NINE) return -1;
    this.#at++;
    return byte - ZERO;
  }

  #known(hash: number, start: number): string {
    const found = this.#texts.get(hash);
    if (found && this.#isHere(found.bytes, start)) return found.text;
    const bytes = Buffer.from(this.#bytes.subarray(start, this.#at));
    const text = bytes.toString('utf8');
    this.#texts.set(hash, { bytes, text });
    return text;
  }

  #isHere(expected: Buffer, start: number): boolean {
    if (expected.length !== this.#at - start) return false;
    for (let index = 0; index < expected.length; index++)
      if (this.#bytes[start + index] !== expected[index]) return false;
    return true;
  }

  #fail<T>(value: T): T {
    this.#isFine = false;
    return value;
  }
}
