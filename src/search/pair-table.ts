const FREE = -1;

/** Numbers (from 0) by a pair of whole numbers: a hash table in arrays, many times faster than a Map of strings. */
export class PairTable {
  #size = 0;
  #mask: number;
  #keys: Int32Array;
  #values: Int32Array;

  constructor(capacity = 1024) {
    this.#mask = capacity - 1;
    this.#keys = new Int32Array(2 * capacity);
    this.#values = new Int32Array(capacity).fill(FREE);
  }

  /** The number of a pair, or −1. */
  get(left: number, right: number): number {
    return this.#values[this.#slot(left, right)] as number;
  }

  set(left: number, right: number, value: number): void {
    const slot = this.#slot(left, right);
    if (this.#values[slot] === FREE) this.#size += 1;
    this.#keys[2 * slot] = left;
    this.#keys[2 * slot + 1] = right;
    this.#values[slot] = value;
    if (2 * this.#size > this.#mask) this.#grow();
  }

  /** Where the pair is, or would be. */
  #slot(left: number, right: number): number {
    const mixed = Math.imul(left, 0x9e37_79b1) ^ Math.imul(right, 0x85eb_ca6b);
    let slot = (mixed ^ (mixed >>> 15)) & this.#mask;
    while (
      this.#values[slot] !== FREE &&
      (this.#keys[2 * slot] !== left || this.#keys[2 * slot + 1] !== right)
    )
      slot = (slot + 1) & this.#mask;
    return slot;
  }

  #grow(): void {
    const [keys, values] = [this.#keys, this.#values];
    const capacity = 2 * (this.#mask + 1);
    this.#mask = capacity - 1;
    this.#keys = new Int32Array(2 * capacity);
    this.#values = new Int32Array(capacity).fill(FREE);
    for (let old = 0; old < values.length; old++) {
      if (values[old] === FREE) continue;
      const slot = this.#slot(keys[2 * old] as number, keys[2 * old + 1] as number);
      this.#keys[2 * slot] = keys[2 * old] as number;
      this.#keys[2 * slot + 1] = keys[2 * old + 1] as number;
      this.#values[slot] = values[old] as number;
    }
  }
}
