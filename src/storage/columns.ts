type Column = Float64Array | Int32Array | Uint8Array;

type ColumnType<T extends Column> = {
  new (buffer: ArrayBufferLike, offset: number, length: number): T;
  readonly BYTES_PER_ELEMENT: number;
};

/** Puts columns of numbers one behind the other, each beginning at a multiple of eight bytes. */
export class ColumnWriter {
  readonly #columns: Column[] = [];

  add(column: Column): void {
    this.#columns.push(column);
  }

  bytes(): Uint8Array {
    const length = this.#columns.reduce((sum, { byteLength }) => sum + padded(byteLength), 0);
    const bytes = new Uint8Array(length);
    let at = 0;
    for (const { buffer, byteOffset, byteLength } of this.#columns) {
      bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
      at += padded(byteLength);
    }
    return bytes;
  }
}

/** Takes the columns out again, in place. */
export class ColumnReader {
  readonly #bytes: Uint8Array;
  #at: number;

  /** `start` is a multiple of eight in bytes whose buffer begins at one. */
  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes;
    this.#at = start;
  }

  /** @throws RangeError when there are fewer bytes. */
  take<T extends Column>(type: ColumnType<T>, length: number): T {
    const column = new type(this.#bytes.buffer, this.#bytes.byteOffset + this.#at, length);
    this.#at += padded(length * type.BYTES_PER_ELEMENT);
    return column;
  }
}

/** A number of bytes, made up to a multiple of eight. */
export function padded(length: number): number {
  return Math.ceil(length / 8) * 8;
}
