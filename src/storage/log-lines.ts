import { readSync } from 'node:fs';
import { type Checksum, checksum, EMPTY_SUM } from './checksum.ts';

/** How much of a log has been read. */
export interface ReadPart {
  /** Bytes, from the beginning of the file. */
  readonly size: number;
  /** The last line has no line break yet. */
  readonly open: boolean;
  /** Of all words of four bytes in it. */
  readonly sum: Checksum;
}

export const NOTHING_READ: ReadPart = { size: 0, open: false, sum: EMPTY_SUM };

/** A line that is not empty: the bytes `start` to `end` of `bytes`, which are read again into; 1-based number. */
export type Visit = (bytes: Buffer, start: number, end: number, line: number) => void;

const PIECE = 1 << 20;
const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * Visits the lines of an open file after what has been read of it, without byte order mark and CR, and gives how much
 * has been read then. By pieces of `piece` bytes, a multiple of eight: a log may be larger than a string can be.
 * @throws the system's error when it cannot be read.
 */
export function eachLine(
  file: number,
  visit: Visit,
  after: ReadPart = NOTHING_READ,
  piece: number = PIECE,
): ReadPart {
  let bytes = pieceOf(piece);
  /** Position in the file of the first byte of the piece; whole words, for the sum. */
  let base = after.size - (after.size % 4);
  let summed = 0;
  let sum = after.sum;
  let start = after.size - base;
  let scanned = start;
  let filled = 0;
  let line = 0;
  const take = (end: number): void => {
    const from = ++line === 1 && after.size === 0 ? afterMark(bytes, start, end) : start;
    const to = end > from && bytes[end - 1] === CARRIAGE_RETURN ? end - 1 : end;
    if (from < to) visit(bytes, from, to, line);
  };
  for (;;) {
    const count = readSync(file, bytes, filled, bytes.length - filled, base + filled);
    filled += count;
    const words = Math.floor(filled / 4);
    sum = checksum(new Int32Array(bytes.buffer, 0, bytes.length / 4), summed, words, sum);
    summed = words;
    for (let end = seek(bytes, scanned, filled); end !== -1; end = seek(bytes, start, filled)) {
      take(end);
      start = end + 1;
      scanned = start;
    }
    if (count === 0) break;
    scanned = Math.max(scanned, filled);
    // The rest of a line goes to the front, or gets more room; the piece goes on beginning with a whole word.
    const shift = start - (start % 4);
    const room = filled - shift > bytes.length / 2 ? pieceOf(bytes.length * 2) : bytes;
    bytes.copy(room, 0, shift, filled);
    bytes = room;
    base += shift;
    [start, scanned, filled, summed] = [start - shift, scanned - shift, filled - shift, summed - shift / 4];
  }
  const open = start < filled;
  if (open) take(filled);
  return { size: base + filled, open, sum };
}

function pieceOf(size: number): Buffer {
  return Buffer.from(new ArrayBuffer(size));
}

function seek(bytes: Buffer, from: number, to: number): number {
  const at = from < to ? bytes.indexOf(LINE_FEED, from) : -1;
  return at < to ? at : -1;
}

/** Where a file's text begins behind its byte order mark. */
function afterMark(bytes: Buffer, start: number, end: number): number {
  const isMark = bytes[start] === 0xef && bytes[start + 1] === 0xbb && bytes[start + 2] === 0xbf;
  return isMark && start + 3 <= end ? start + 3 : start;
}
