import { WORDS } from './word-table.ts';

/** Cost of a character by itself, and of a word: few words are better than many, and any than none. */
const SINGLE = 9;
const WORD = 6;
const PER_CHARACTER = 0.4;

/** What is known of two characters together. */
interface Pair {
  /** They are a word. */
  whole: boolean;
  /** What follows them in longer words. */
  readonly endings: string[];
}

/** What is known of a character by the next one; a string until the character is met. */
let groups: Map<number, string | Map<number, Pair>> | undefined;

/** The words that begin with a character, by the second one. An answer needs few of all, and all take long to read. */
function wordsFrom(first: number): Map<number, Pair> | undefined {
  groups ??= new Map(WORDS.split(' ').map((group) => [group.charCodeAt(0), group]));
  const group = groups.get(first);
  if (typeof group !== 'string') return group;
  const pairs = new Map<number, Pair>();
  for (const rest of group.slice(1).split(',')) {
    if (rest === '') continue;
    const pair = pairs.get(rest.charCodeAt(0)) ?? { whole: false, endings: [] };
    pairs.set(rest.charCodeAt(0), pair);
    if (rest.length === 1) pair.whole = true;
    else pair.endings.push(rest.slice(1));
  }
  groups.set(first, pairs);
  return pairs;
}

/**
 * For each character of a stretch of Han: would a break after it fall inside a word? The stretch is divided into as
 * few words as it can be (least sum of costs, by dynamic programming).
 */
export function insideWord(han: string): boolean[] {
  // Rare ideographs take two units of a string; no word has any, so one that stands for them all does.
  const text = /[\ud800-\udfff]/.test(han) ? han.replace(/[\ud800-\udbff][\udc00-\udfff]/g, '\ufffd') : han;
  const count = text.length;
  const best = [0];
  const length = [1];
  for (let end = 1; end <= count; end++) {
    best.push(Number.POSITIVE_INFINITY);
    length.push(1);
  }
  const offer = (end: number, size: number, cost: number): void => {
    if (cost >= (best[end] as number)) return;
    best[end] = cost;
    length[end] = size;
  };
  for (let start = 0; start < count; start++) {
    const before = best[start] as number;
    offer(start + 1, 1, before + SINGLE);
    if (start + 1 === count) break;
    const pair = wordsFrom(text.charCodeAt(start))?.get(text.charCodeAt(start + 1));
    if (pair === undefined) continue;
    if (pair.whole) offer(start + 2, 2, before + WORD + 2 * PER_CHARACTER);
    for (const ending of pair.endings) {
      const size = 2 + ending.length;
      if (text.startsWith(ending, start + 2)) offer(start + size, size, before + WORD + size * PER_CHARACTER);
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
