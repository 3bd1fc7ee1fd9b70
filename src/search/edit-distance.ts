/**
 * Slips between two words: a missing, extra, wrong or swapped letter each count one (optimal string alignment;
 * Damerau 1964). Returns `limit + 1` as soon as more than `limit` are certain.
 */
export function slips(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  let leastAbove = 0;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const step = cost(a, b, i, j, before, above, row);
      row.push(step);
      least = Math.min(least, step);
    }
    // A swap reaches back over two rows, so one row beyond the limit proves nothing.
    if (least > limit && leastAbove > limit) return limit + 1;
    before = above;
    above = row;
    leastAbove = least;
  }
  return Math.min(limit + 1, above[b.length] ?? a.length);
}

function cost(
  a: string,
  b: string,
  i: number,
  j: number,
  before: readonly number[],
  above: readonly number[],
  row: readonly number[],
): number {
  const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
  const least = Math.min(
    (row[j - 1] as number) + 1,
    (above[j] as number) + 1,
    (above[j - 1] as number) + (same ? 0 : 1),
  );
  const swapped =
    i > 1 &&
    j > 1 &&
    a.charCodeAt(i - 1) === b.charCodeAt(j - 2) &&
    a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
  return swapped ? Math.min(least, (before[j - 2] as number) + 1) : least;
}

/** The letters of a word as bits; two words whose masks differ in many bits cannot be a slip apart. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let at = 0; at < word.length; at++) mask |= 1 << (word.charCodeAt(at) & 31);
  return mask >>> 0;
}

/** Whether two words with these masks can be within `limit` slips: one slip changes at most two letters. */
export function mayBeNear(a: number, b: number, limit: number): boolean {
  let rest = (a ^ b) >>> 0;
  let bits = 0;
  while (rest !== 0) {
    rest &= rest - 1;
    bits++;
  }
  return bits <= 2 * limit;
}
