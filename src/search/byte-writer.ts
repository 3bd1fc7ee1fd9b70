/** Grows as it is written; little-endian. */
export class ByteWriter {
  length = 0;
  #bytes = new Uint8Array(1024);

  byte(value: number): void {
    if (this.length === this.#bytes.length) this.#grow(1);
    this.#bytes[this.length++] = value;
  }

  u16(value: number): void {
    this.byte(value & 255);
    this.byte((value >>> 8) & 255);
  }

  u32(value: number): void {
    this.u16(value & 65_535);
    this.u16((value >>> 16) & 65_535);
  }

  append(bytes: Uint8Array): void {
    this.#grow(bytes.length);
    this.#bytes.set(bytes, this.length);
    this.length += bytes.length;
  }

  toBytes(): Uint8Array {
    return this.#bytes.slice(0, this.length);
  }

  #grow(need: number): void {
    if (this.length + need <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.length + need));
    larger.set(this.#bytes.subarray(0, this.length));
    this.#bytes = larger;
  }
}
