/** Grows as it is written; little-endian. */
export class ByteWriter {
  length = 0;
  #bytes: Uint8Array;

  /** `expected`: about how many bytes will be written. */
  constructor(expected = 1024) {
    this.#bytes = new Uint8Array(expected);
  }

  u16(value: number): void {
    this.#reserve(2);
    const bytes = this.#bytes;
    const at = this.length;
    bytes[at] = value;
    bytes[at + 1] = value >>> 8;
    this.length = at + 2;
  }

  u32(value: number): void {
    this.#reserve(4);
    const bytes = this.#bytes;
    const at = this.length;
    bytes[at] = value;
    bytes[at + 1] = value >>> 8;
    bytes[at + 2] = value >>> 16;
    bytes[at + 3] = value >>> 24;
    this.length = at + 4;
  }

  /** The units of UTF-16 of a text. */
  units(text: string): void {
    this.#reserve(2 * text.length);
    const bytes = this.#bytes;
    let to = this.length;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      bytes[to++] = unit;
      bytes[to++] = unit >>> 8;
    }
    this.length = to;
  }

  /** Some of several whole numbers, `width` bytes each. */
  numbers(values: Int32Array | Uint8Array, start: number, end: number, width: number): void {
    this.#reserve(width * (end - start));
    const bytes = this.#bytes;
    let to = this.length;
    for (let at = start; at < end; at++) {
      const value = values[at] as number;
      for (let shift = 0; shift < 8 * width; shift += 8) bytes[to++] = value >>> shift;
    }
    this.length = to;
  }

  append(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  #reserve(more: number): void {
    if (this.length + more <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + more));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
