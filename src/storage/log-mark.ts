import { type BigIntStats, closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { type Checksum, checksum, EMPTY_SUM, isSameSum } from './checksum.ts';
import type { ReadPart } from './log-lines.ts';

/** What is known of a log that was read: enough to tell later whether that part of it is still the same. */
export interface LogMark extends ReadPart {
  /** Which file it is: device, number and birth; another file under the same name differs. */
  readonly identity: string;
  /** Its size and times, which change whenever it is written to. */
  readonly state: string;
  /** Of blocks at the beginning, at the end and between. */
  readonly samples: Checksum;
}

/** `same`: as far as a look at some blocks can tell; `proved`: all of it was read again; `changed`: it is not. */
export type Verdict = 'same' | 'proved' | 'changed';

/**
 * Whether the marked part of a log is still the same. A file that was only appended to, or not at all, is looked at in
 * a few blocks; one that was replaced or written to otherwise is read.
 */
export function compare(path: string, mark: LogMark): { verdict: Verdict; hasMore: boolean } {
  return withFile(path, { verdict: 'changed', hasMore: false }, (file) => {
    const stats = fstatSync(file, { bigint: true });
    const { size } = stats;
    const hasMore = size > mark.size;
    const isKept = identityOf(stats) === mark.identity && (hasMore || stateOf(stats) === mark.state);
    const isSame =
      isSameSum(sampled(file, mark.size), mark.samples) &&
      (isKept || isSameSum(summed(file, mark.size), mark.sum)) &&
      // What follows an open line would change it.
      (!mark.open || !hasMore || byteAt(file, mark.size) === LINE_FEED);
    return { verdict: isSame ? (isKept ? 'same' : 'proved') : 'changed', hasMore };
  });
}

/** The mark of a part of a log that was read; undefined when the log is not the same any more. */
export function markOf(path: string, part: ReadPart): LogMark | undefined {
  return withFile(path, undefined, (file) => {
    const stats = fstatSync(file, { bigint: true });
    const samples = sampled(file, part.size);
    if (stats.size < part.size || !isSameSum(summed(file, part.size), part.sum)) return undefined;
    return { ...part, identity: identityOf(stats), state: stateOf(stats), samples };
  });
}

const BLOCK = 4096;
const BLOCKS = 8;
const PIECE = 1 << 20;
const LINE_FEED = 0x0a;

function withFile<T>(path: string, otherwise: T, work: (file: number) => T): T {
  let file: number;
  try {
    file = openSync(path, 'r');
  } catch {
    return otherwise;
  }
  try {
    return work(file);
  } catch {
    return otherwise;
  } finally {
    closeSync(file);
  }
}

/** The number of a file is given to another once it is free, so its birth belongs to it. */
function identityOf({ dev, ino, birthtimeNs }: BigIntStats): string {
  return `${dev} ${ino} ${birthtimeNs}`;
}

function stateOf({ size, mtimeNs, ctimeNs }: BigIntStats): string {
  return `${size} ${mtimeNs} ${ctimeNs}`;
}

/** The sum of a few blocks of the first `size` bytes, the first and the last among them. */
function sampled(file: number, size: number): Checksum {
  const bytes = Buffer.from(new ArrayBuffer(BLOCK * BLOCKS));
  let filled = 0;
  for (let number = 0; number < BLOCKS; number++) {
    const at = size <= bytes.length ? number * BLOCK : Math.floor(((size - BLOCK) * number) / (BLOCKS - 1));
    const length = Math.max(0, Math.min(BLOCK, size - at));
    filled += readSync(file, bytes, filled, length, at);
  }
  return checksum(new Int32Array(bytes.buffer), 0, bytes.length / 4, [filled, size | 0]);
}

/** The sum of all whole words of the first `size` bytes, as `eachLine` gives it. */
function summed(file: number, size: number): Checksum {
  const bytes = Buffer.from(new ArrayBuffer(PIECE));
  const words = new Int32Array(bytes.buffer);
  const end = size - (size % 4);
  let sum = EMPTY_SUM;
  for (let at = 0; at < end; at += PIECE) {
    const length = Math.min(PIECE, end - at);
    // A short read leaves words of the piece before, and so another sum.
    if (readSync(file, bytes, 0, length, at) !== length) return [0, 0];
    sum = checksum(words, 0, length / 4, sum);
  }
  return sum;
}

function byteAt(file: number, position: number): number | undefined {
  const byte = Buffer.alloc(1);
  return readSync(file, byte, 0, 1, position) === 1 ? byte[0] : undefined;
}
