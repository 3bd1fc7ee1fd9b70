/** Random access to a compiled index, so that only the parts a query needs are read. */
export interface ByteSource {
  readonly length: number;
  /** The bytes of a range; a view where possible, to be used before the next call. */
  bytes(offset: number, length: number): Uint8Array;
  /** The number in the four bytes from `offset` on. */
  u32(offset: number): number;
}

/** Bytes that are all in memory. */
export function memorySource(data: Uint8Array): ByteSource {
  return {
    length: data.length,
    bytes: (offset, length) => data.subarray(offset, offset + length),
    u32: (offset) => u32(data, offset),
  };
}

const PAGE = 32_768;

/**
 * A large index read page by page. `read` fills the whole of `into` from `offset` (a positioned read of a file);
 * pages are kept, so a query costs a few reads and little memory.
 */
export function pagedSource(length: number, read: (offset: number, into: Uint8Array) => void): ByteSource {
  const pages = new Map<number, Uint8Array>();
  const page = (number: number): Uint8Array => {
    const kept = pages.get(number);
    if (kept) return kept;
    const fresh = new Uint8Array(Math.min(PAGE, length - number * PAGE));
    read(number * PAGE, fresh);
    pages.set(number, fresh);
    return fresh;
  };
  const bytes = (offset: number, size: number): Uint8Array => {
    const first = Math.floor(offset / PAGE);
    const inside = offset - first * PAGE;
    if (inside + size <= PAGE) return page(first).subarray(inside, inside + size);
    const whole = new Uint8Array(size);
    read(offset, whole);
    return whole;
  };
  return {
    length,
    bytes,
    u32: (offset) => {
      const first = Math.floor(offset / PAGE);
      const inside = offset - first * PAGE;
      return inside + 4 <= PAGE ? u32(page(first), inside) : u32(bytes(offset, 4), 0);
    },
  };
}

/** Whole numbers from 0 on, in 1, 2 or 4 bytes each. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array;

const LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;

/** The first numbers of some bytes, `width` bytes each, the low one first. */
export function numbersIn(bytes: Uint8Array, count: number, width: number): Numbers {
  if (width === 1) return bytes.subarray(0, count);
  // A copy, also of a Buffer: an array of wider numbers begins at a multiple of their width.
  const own = new Uint8Array(bytes.subarray(0, width * count));
  if (!LITTLE_ENDIAN) own.reverse();
  const numbers = width === 2 ? new Uint16Array(own.buffer) : new Uint32Array(own.buffer);
  return LITTLE_ENDIAN ? numbers : numbers.reverse();
}

/** The place of the first number that is not below `least`, in rising numbers. */
export function placeOf(numbers: Numbers, least: number): number {
  return halved(0, numbers.length, (place) => (numbers[place] as number) < least);
}

/** The first number from one to before another of which `isBefore` does not hold; it holds of those before that. */
export function halved(from: number, to: number, isBefore: (number: number) => boolean): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function u16(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
}

export function u32(bytes: Uint8Array, at: number): number {
  // Written out: a query reads a thousand of these before anything is compiled.
  return (
    ((bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24)) >>>
    0
  );
}
