import { type ByteSource, halved, u16 } from './bytes.ts';

/** Strings a block. */
export const BLOCK = 64;
/** UTF-16 units of the key of a block: how its first string begins, filled up with zeros. */
export const KEY = 8;

/**
 * Strings by number, read from bytes without parsing them all: count, then the key of each block of strings, the end of
 * each string (in UTF-16 units), and the units. When written in order (that of `sort`, by units) it is a dictionary:
 * `find` and `seek` halve their way to a block, then to a string. The keys stand together so that a search touches few
 * pages of a file.
 */
export class StringTable {
  readonly size: number;
  readonly #source: ByteSource;
  readonly #keys: number;
  readonly #ends: number;
  readonly #units: number;

  constructor(source: ByteSource, offset: number) {
    this.#source = source;
    this.size = source.u32(offset);
    this.#keys = offset + 4;
    this.#ends = this.#keys + 2 * KEY * Math.ceil(this.size / BLOCK);
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
    const blocks = Math.ceil(this.size / BLOCK);
    const first = halved(0, blocks, (block) => this.#compareKey(block, text) < 0);
    const after = halved(first, blocks, (block) => this.#compareKey(block, text) === 0);
    // The string may still be in the block before the first whose key is not before the text.
    const from = Math.max(0, first - 1) * BLOCK;
    return halved(from, Math.min(this.size, after * BLOCK), (index) => this.#compare(index, text) < 0);
  }

  startsWith(index: number, prefix: string): boolean {
    return index < this.size && this.at(index).startsWith(prefix);
  }

  #range(index: number): [number, number] {
    const end = this.#source.u32(this.#ends + 4 * index);
    return [index === 0 ? 0 : this.#source.u32(this.#ends + 4 * (index - 1)), end];
  }

  /** Compares a key with as much of a text. */
  #compareKey(block: number, text: string): number {
    const bytes = this.#source.bytes(this.#keys + 2 * KEY * block, 2 * KEY);
    for (let at = 0; at < KEY; at++) {
      const difference = u16(bytes, 2 * at) - (at < text.length ? text.charCodeAt(at) : 0);
      if (difference !== 0) return difference;
    }
    return 0;
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
