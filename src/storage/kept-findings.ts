import type { Excerpt, Range } from '../search/emphasis.ts';
import type { Finding, Row } from '../search/finding.ts';
import type { Match } from '../search/search.ts';
import type { Note, Reason } from '../search/understand.ts';

/**
 * A finding as a deck keeps it. Lines of answers are kept once for all findings, by number; words that were typed stand
 * once, by number; ranges and matches are runs of three and four numbers.
 */
export type KeptFinding = readonly [
  cards: readonly number[],
  alone: 0 | 1,
  understood: readonly Note[],
  words: readonly string[],
  rows: readonly KeptRow[],
];

export type KeptRow = readonly [
  card: number,
  siblings: readonly number[],
  titleRanges: readonly number[],
  /** −1 when no line matches. */
  line: number,
  ranges: readonly number[],
  matches: readonly number[],
];

/** Reasons by their numbers. */
export const REASON_NUMBERS: readonly Reason[] = [
  'literal',
  'synonym',
  'broader',
  'everyday',
  'prefix',
  'pinyin',
  'homophone',
  'typo',
];

/** The finding that was kept; `lineAt` gives a line by its number. */
export function findingFrom(kept: KeptFinding, lineAt: (number: number) => string): Finding {
  const [cards, alone, understood, words, rows] = kept;
  return {
    confident: true,
    cards,
    alone: alone === 1,
    understood,
    rows: () => rows.map((row) => rowFrom(row, words, lineAt)),
  };
}

function rowFrom(
  [card, siblings, titleRanges, line, ranges, matches]: KeptRow,
  words: readonly string[],
  lineAt: (number: number) => string,
): Row {
  const excerpt: Excerpt = { line: line < 0 ? '' : lineAt(line), ranges: rangesFrom(ranges, words) };
  return {
    card,
    siblings,
    titleRanges: rangesFrom(titleRanges, words),
    excerpt,
    matches: matchesFrom(matches, words),
  };
}

function rangesFrom(numbers: readonly number[], words: readonly string[]): Range[] {
  const ranges: Range[] = [];
  for (let at = 0; at < numbers.length; at += 4)
    ranges.push({
      start: numbers[at] as number,
      end: numbers[at + 1] as number,
      typed: words[numbers[at + 2] as number] as string,
      reason: REASON_NUMBERS[numbers[at + 3] as number] as Reason,
    });
  return ranges;
}

function matchesFrom(numbers: readonly number[], words: readonly string[]): Match[] {
  const matches: Match[] = [];
  for (let at = 0; at < numbers.length; at += 3)
    matches.push({
      typed: words[numbers[at] as number] as string,
      reason: REASON_NUMBERS[numbers[at + 1] as number] as Reason,
      share: numbers[at + 2] as number,
    });
  return matches;
}
