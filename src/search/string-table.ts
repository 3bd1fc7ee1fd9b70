import { type ByteSource, ByteWriter, u16, u32 } from './bytes.ts';

/**
 * Strings by number, read from bytes without parsing them all: count, then the end of each (in UTF-16 units),
 * then the units. When written in order (that of `sort`, by units) it is a dictionary: `find` and `seek` halve their
 * way to a string.
 */
export class StringTable {
  readonly size: number;
  readonly #source: ByteSource;
  readonly #ends: number;
  readonly #units: number;

  constructor(source: ByteSource, offset: number) {
    this.#source = source;
    this.size = u32(source.bytes(offset, 4), 0);
    this.#ends = offset + 4;
    this.#units = this.#ends + 4 * this.size;
  }

  at(index: number): string {
    const [start, end] = this.#range(index);
    const bytes = this.#source.bytes(this.#units + 2 * start, 2 * (end - start));
    return bytes.length > 2 * SHORT ? longText(bytes) : shortText(bytes);
  }

  /** Number of the string, or −1. */
  find(text: string): number {
    const index = this.seek(text);
    return index < this.size && this.#compare(index, text) === 0 ? index : -1;
  }

  /** Number of the first string that is not before `text`. */
  seek(text: string): number {
    let low = 0;
    let high = this.size;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.#compare(middle, text) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  startsWith(index: number, prefix: string): boolean {
    return index < this.size && this.at(index).startsWith(prefix);
  }

  #range(index: number): [number, number] {
    if (index === 0) return [0, u32(this.#source.bytes(this.#ends, 4), 0)];
    const ends = this.#source.bytes(this.#ends + 4 * (index - 1), 8);
    return [u32(ends, 0), u32(ends, 4)];
  }

  #compare(index: number, text: string): number {
    const [start, end] = this.#range(index);
    const bytes = this.#source.bytes(this.#units + 2 * start, 2 * (end - start));
    const size = Math.min(end - start, text.length);
    for (let at = 0; at < size; at++) {
      const difference = u16(bytes, 2 * at) - text.charCodeAt(at);
      if (difference !== 0) return difference;
    }
    return end - start - text.length;
  }
}

/** Units of a string that is put together one by one. */
const SHORT = 64;
/** Units given to one call: far below what a call may take. */
const CHUNK = 4096;

function shortText(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) text += String.fromCharCode(u16(bytes, at));
  return text;
}

function longText(bytes: Uint8Array): string {
  const units = Array.from({ length: bytes.length / 2 }, (_, at) => u16(bytes, 2 * at));
  let text = '';
  for (let at = 0; at < units.length; at += CHUNK)
    text += String.fromCharCode(...units.slice(at, at + CHUNK));
  return text;
}

export function writeStrings(strings: readonly string[]): Uint8Array {
  const writer = new ByteWriter();
  writer.u32(strings.length);
  let end = 0;
  for (const text of strings) {
    end += text.length;
    writer.u32(end);
  }
  for (const text of strings) {
    for (let at = 0; at < text.length; at++) writer.u16(text.charCodeAt(at));
  }
  return writer.toBytes();
}
