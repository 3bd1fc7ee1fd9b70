/** Two running sums of 32-bit words. Any one changed word changes both; they are for damage, not for forgers. */
export type Checksum = readonly [number, number];

export const EMPTY_SUM: Checksum = [0x2545f491, 0x1b873593];

/** The sums with the words `from` to `to` of `words` after those before. */
export function checksum(
  words: Int32Array,
  from: number,
  to: number,
  before: Checksum = EMPTY_SUM,
): Checksum {
  // Kept to 32 bits at every step: as numbers of any size the same takes twice as long.
  let a = before[0] | 0;
  let b = before[1] | 0;
  for (let index = from; index < to; index++) {
    const word = (words[index] as number) | 0;
    a = Math.imul(a ^ word, 0x01000193);
    a = (a << 13) | (a >>> 19);
    b = Math.imul((b + word) | 0, 0x5bd1e995);
    b = b ^ (b >>> 15);
  }
  return [a, b];
}

export function isSameSum(a: Checksum, b: Checksum): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
