import type { Scan } from './scan.ts';

/** The words and neighbouring characters of a handbook, to tell whether two pieces belong together. */
export interface Vocabulary {
  /** How often a Latin word stands in the text, in lower case. */
  words(word: string): number;
  /** How many different words end like a piece, in two letters. */
  ends(piece: string): number;
  /** How many different words begin like a piece, in two letters. */
  starts(piece: string): number;
  /** How often two units (a Latin word, one character of another script) stand next to each other. */
  pairs(first: string, second: string): number;
}

/** That much of a text is enough to know its words. */
const ENOUGH = 2_000_000;

export function vocabularyOf(scan: Scan): Vocabulary {
  const words = new Map<string, number>();
  const pairs = new Map<string, number>();
  let read = 0;
  for (const { kind, start, end } of scan.blocks) {
    if (kind === 'fence' || kind === 'code' || kind === 'front') continue;
    for (let index = start; index < end && read < ENOUGH; index++) {
      const line = (scan.text.lines[index] as string).slice(0, ENOUGH - read);
      read += line.length;
      countLine(line, words, pairs);
    }
  }
  const ends = new Map<string, number>();
  const starts = new Map<string, number>();
  for (const [word, count] of words) {
    // A word that stands once may be a piece of one: it tells nothing about how words look.
    if (count < 2 || word.length < 3) continue;
    add(ends, word.slice(-2));
    add(starts, word.slice(0, 2));
  }
  return {
    words: (word) => words.get(word.toLowerCase()) ?? 0,
    ends: (piece) => ends.get(piece.slice(-2).toLowerCase()) ?? 0,
    starts: (piece) => starts.get(piece.slice(0, 2).toLowerCase()) ?? 0,
    pairs: (first, second) => pairs.get(`${first} ${second}`.toLowerCase()) ?? 0,
  };
}

/** The units of a text with their places: Latin words, single characters of other scripts. */
const UNIT = /[a-z][a-z0-9]*|[^\P{L}A-Za-z]/gu;

function countLine(line: string, words: Map<string, number>, pairs: Map<string, number>): void {
  let before = '';
  let end = -1;
  for (const match of line.toLowerCase().matchAll(UNIT)) {
    const unit = match[0];
    if (/^[a-z]/.test(unit)) add(words, unit);
    const near = match.index === end || (match.index === end + 1 && line.charAt(end) === ' ');
    if (near) add(pairs, `${before} ${unit}`);
    before = unit;
    end = match.index + unit.length;
  }
}

/** The unit a text ends with, '' when it ends with a mark or a digit. */
export function lastUnit(text: string): string {
  return /(?:[A-Za-z][A-Za-z0-9]*|[^\P{L}A-Za-z])$/u.exec(text.slice(-60))?.[0] ?? '';
}

/** The unit a text begins with. */
export function firstUnit(text: string): string {
  return /^(?:[A-Za-z][A-Za-z0-9]*|[^\P{L}A-Za-z])/u.exec(text.slice(0, 60))?.[0] ?? '';
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
