import { u32 } from './bytes.ts';
import { letterMask, mayBeNear, slips } from './edit-distance.ts';
import { packWord } from './index-format.ts';
import { spellings, syllableSplits } from './pinyin.ts';
import type { SearchIndex } from './search-index.ts';
import type { StringTable } from './string-table.ts';

/** What an unknown word may have meant. */
export interface Candidate {
  readonly text: string;
  /** How sure that is, 0 to 1. */
  readonly weight: number;
  readonly reason: 'literal' | 'prefix' | 'pinyin' | 'typo' | 'homophone';
}

const MOST = 5;

/** What an unknown Latin word may stand for, the likeliest first: a beginning, pinyin, or a slip of the fingers. */
export function candidatesFor(word: string, index: SearchIndex): Candidate[] {
  const begun = beginnings(word, index);
  const read = wholly(word, index);
  if (read.length > 0 && begun.length === 0) return read.slice(0, MOST);
  // Half a name is a likelier thing to type than another word with a slip in it.
  const doubt = word.length > 4 && begun.some((candidate) => candidate.weight > SURE_BEGINNING) ? 0.6 : 1;
  const slips = slipped(word, index).map((slip) => ({ ...slip, weight: slip.weight * doubt }));
  const found = [...begun, ...(read.length > 0 ? read : spelt(word, index)), ...slips];
  const best = new Map<string, Candidate>();
  for (const candidate of found) {
    if ((best.get(candidate.text)?.weight ?? 0) < candidate.weight) best.set(candidate.text, candidate);
  }
  return [...best.values()].sort((a, b) => b.weight - a.weight).slice(0, MOST);
}

const SCANNED = 40;
/** A beginning of a name that misses little. */
export const SURE_BEGINNING = 0.8;

/** Half-typed words. */
export function beginnings(word: string, index: SearchIndex): Candidate[] {
  if (word.length < 3) return [];
  const words = index.table('words');
  const found: Candidate[] = [];
  const first = words.seek(word);
  for (let at = first; at < first + SCANNED && words.startsWith(at, word); at++) {
    const text = words.at(at);
    const isName = index.isStrongWord(at) && Boolean(index.look(text).meaning?.concept);
    const strength = isName ? 1 : index.isStrongWord(at) ? 0.93 : 0.6;
    // The less is missing the surer it is.
    found.push({ text, weight: strength - 0.02 * (text.length - word.length), reason: 'prefix' });
  }
  return found;
}

/** Slips allowed in a word of this length. */
function allowance(length: number): number {
  if (length < 3) return 0;
  return length < 7 ? 1 : 2;
}

/** How likely a slip is: of one letter rather than two, of a name, not of one letter in three. */
function likelihood(word: string, meant: string, distance: number, strong: boolean): number {
  const base = distance === 1 ? 0.88 : 0.66;
  const short =
    word.length === 3 && meant.length === 3 && [...word].sort().join() !== [...meant].sort().join();
  const sameStart = meant.charCodeAt(0) === word.charCodeAt(0) ? 0.02 : 0;
  return base * (strong ? 1 : 0.7) * (short ? 0.6 : 1) + sameStart;
}

interface Near {
  readonly at: number;
  readonly text: string;
  readonly distance: number;
}

/** The strings of a table within so many slips of a word; most are ruled out by their letters alone. */
function near(word: string, limit: number, table: 'words' | 'spellings', index: SearchIndex): Near[] {
  const strings = index.table(table);
  const masks = index.masks(table);
  const own = packWord(letterMask(word), 0);
  const found: Near[] = [];
  for (let at = 0; at < strings.size; at++) {
    const packed = u32(masks, 4 * at);
    if (Math.abs((packed >>> 27) - Math.min(31, word.length)) > limit) continue;
    if (!mayBeNear(packed & 0x07ff_ffff, own, limit)) continue;
    const text = strings.at(at);
    const distance = slips(word, text, limit);
    if (distance <= limit) found.push({ at, text, distance });
  }
  return found;
}

function slipped(word: string, index: SearchIndex): Candidate[] {
  const limit = allowance(word.length);
  if (limit === 0) return [];
  const found: Candidate[] = [];
  for (const { at, text, distance } of near(word, limit, 'words', index)) {
    const strong = index.isStrongWord(at);
    const sameStart = text.charCodeAt(0) === word.charCodeAt(0);
    if ((word.length === 3 && !strong) || (distance === 2 && !sameStart)) continue;
    found.push({ text, weight: likelihood(word, text, distance, strong), reason: 'typo' });
  }
  return found;
}

/** Chinese words written out in letters. */
function wholly(word: string, index: SearchIndex): Candidate[] {
  return wordsRead(index, 'spellings', 'spelt', word).map((text) => candidate(text, 0.97));
}

/** Chinese in letters otherwise: first letters, half-typed words, a chain of known pairs, or with a slip. */
function spelt(word: string, index: SearchIndex): Candidate[] {
  if (!/^[a-z]{2,40}$/.test(word)) return [];
  const short =
    word.length <= 6
      ? wordsRead(index, 'initials', 'initialed', word).map((text) => candidate(text, 0.7))
      : [];
  const found = [...short, ...halfTyped(word, index), ...chained(word, index)];
  return found.length > 0 ? found : misspelt(word, index);
}

/** Pinyin with one slip in it. */
function misspelt(word: string, index: SearchIndex): Candidate[] {
  if (word.length < 5) return [];
  const found = near(word, 1, 'spellings', index).flatMap(({ at }) =>
    index.table('spelt').at(at).split(' ').slice(0, 2),
  );
  return found.slice(0, MOST).map((text) => candidate(text, 0.74));
}

function candidate(text: string, weight: number): Candidate {
  return { text, weight, reason: 'pinyin' };
}

function halfTyped(word: string, index: SearchIndex): Candidate[] {
  if (word.length < 4) return [];
  const keys = index.table('spellings');
  const found: Candidate[] = [];
  const first = keys.seek(word);
  for (let at = first; at < first + SCANNED && keys.startsWith(at, word); at++) {
    const missing = keys.at(at).length - word.length;
    if (missing > 4) continue;
    for (const text of index.table('spelt').at(at).split(' ').slice(0, 2))
      found.push(candidate(text, 0.86 - 0.03 * missing));
  }
  return found.slice(0, MOST);
}

/** Reads syllable by syllable: each two in a row must be a known pair, and the pairs must share characters. */
function chained(word: string, index: SearchIndex): Candidate[] {
  if (word.length < 5) return [];
  for (const split of syllableSplits(word, index.readings)) {
    if (split.length < 3) continue;
    let texts = pairsRead(split, 0, index);
    for (let at = 1; at + 1 < split.length && texts.length > 0; at++) {
      const pairs = pairsRead(split, at, index);
      texts = texts.flatMap((text) =>
        pairs.filter((pair) => pair[0] === text.at(-1)).map((pair) => text + pair[1]),
      );
      texts = texts.slice(0, 8);
    }
    if (texts.length > 0) return texts.slice(0, 3).map((text) => candidate(text, 0.9));
  }
  return [];
}

function pairsRead(split: readonly string[], at: number, index: SearchIndex): string[] {
  const letters = `${split[at]}${split[at + 1]}`;
  return wordsRead(index, 'spellings', 'spelt', letters).filter((text) => text.length === 2);
}

function wordsRead(
  index: SearchIndex,
  keys: 'spellings' | 'initials',
  values: 'spelt' | 'initialed',
  letters: string,
): string[] {
  const table: StringTable = index.table(keys);
  const at = table.find(letters);
  return at < 0 ? [] : index.table(values).at(at).split(' ');
}

const LONGEST = 6;

/** A stretch of Chinese that an input method got wrong, and the word of the same sound that is known. */
export interface SoundAlike {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/**
 * The known word that sounds like the characters around the unknown pair at `pair`: the longest one, which keeps
 * at least one character (input methods seldom get all of them wrong).
 */
export function soundAlike(
  characters: readonly string[],
  pair: number,
  index: SearchIndex,
): SoundAlike | undefined {
  for (let size = Math.min(LONGEST, characters.length); size >= 2; size--) {
    for (let from = Math.max(0, pair + 2 - size); from <= pair && from + size <= characters.length; from++) {
      const window = characters.slice(from, from + size);
      const text = sameSound(window.join(''), index);
      if (text !== undefined) return { from, to: from + size, text };
    }
  }
  return undefined;
}

function sameSound(written: string, index: SearchIndex): string | undefined {
  for (const spelling of spellings(written, index.readings)) {
    const words = wordsRead(index, 'spellings', 'spelt', spelling.replaceAll(' ', ''));
    const match = words.find(
      (word) =>
        word.length === written.length &&
        word !== written &&
        [...word].some((one, at) => one === written[at]),
    );
    if (match !== undefined) return match;
  }
  return undefined;
}
