import { WORDS } from './word-table.ts';

/** Longest word of the table. */
const LONGEST = 4;
/** Cost of a character by itself, on the scale of the logarithm of a word's rank. */
const SINGLE = 9;

let costs: Map<string, number> | undefined;

/** Cost of a word: by Zipf's law the logarithm of its rank stands for that of its frequency. */
function table(): Map<string, number> {
  costs ??= new Map(WORDS.split(' ').map((word, rank) => [word, Math.log(rank + 30)]));
  return costs;
}

/**
 * For each character of a stretch of Han: would a break after it fall inside a word? The stretch is divided into the
 * words that are most likely together (least sum of costs, by dynamic programming).
 */
export function insideWord(han: string): boolean[] {
  const words = table();
  const characters = han.length > 1 && /[\ud800-\udfff]/.test(han) ? Array.from(han) : han;
  const count = characters.length;
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const length = new Uint8Array(count + 1);
  best[0] = 0;
  for (let end = 1; end <= count; end++) {
    let word = '';
    for (let size = 1; size <= Math.min(LONGEST, end); size++) {
      word = characters[end - size] + word;
      const cost = size === 1 ? SINGLE : words.get(word);
      if (cost === undefined) continue;
      const total = (best[end - size] ?? 0) + cost;
      if (total < (best[end] ?? 0)) {
        best[end] = total;
        length[end] = size;
      }
    }
  }
  const inside: boolean[] = new Array(count).fill(false);
  for (let end = count; end > 0; end -= length[end] ?? 1) {
    for (let at = end - (length[end] ?? 1); at < end - 1; at++) inside[at] = true;
  }
  return inside;
}
