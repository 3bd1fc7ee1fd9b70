import { WORDS } from './word-table.ts';

/** Longest word of the table. */
const LONGEST = 4;
/** Cost of a character by itself, and of a word: few words are better than many, and any than none. */
const SINGLE = 9;
const WORD = 6;
const PER_CHARACTER = 0.4;

let endings: Map<string, string> | undefined;

/** For each first character of words, what may follow it, each between commas. */
function table(): Map<string, string> {
  if (endings) return endings;
  endings = new Map();
  for (const group of WORDS.split(' ')) endings.set(group[0] as string, `,${group.slice(1)},`);
  return endings;
}

/**
 * For each character of a stretch of Han: would a break after it fall inside a word? The stretch is divided into as
 * few words as it can be (least sum of costs, by dynamic programming).
 */
export function insideWord(han: string): boolean[] {
  const words = table();
  const characters = /[\ud800-\udfff]/.test(han) ? Array.from(han) : han;
  const count = characters.length;
  const best = new Array<number>(count + 1).fill(Number.POSITIVE_INFINITY);
  const length = new Array<number>(count + 1).fill(1);
  best[0] = 0;
  for (let start = 0; start < count; start++) {
    const before = best[start] as number;
    if (before + SINGLE < (best[start + 1] as number)) {
      best[start + 1] = before + SINGLE;
      length[start + 1] = 1;
    }
    const following = words.get(characters[start] as string);
    if (following === undefined) continue;
    let ending = '';
    for (let size = 2; size <= LONGEST && start + size <= count; size++) {
      ending += characters[start + size - 1];
      const total = before + WORD + PER_CHARACTER * size;
      if (total >= (best[start + size] as number) || !following.includes(`,${ending},`)) continue;
      best[start + size] = total;
      length[start + size] = size;
    }
  }
  return insideOf(length, count);
}

/** Marks every character but the last of each word, the words told by their lengths where they end. */
function insideOf(length: readonly number[], count: number): boolean[] {
  const inside = new Array<boolean>(count).fill(false);
  for (let end = count; end > 0; end -= length[end] as number)
    inside.fill(true, end - (length[end] as number), end - 1);
  return inside;
}
