import type { Range } from '../search/emphasis.ts';
import type { Finding } from '../search/finding.ts';
import type { Reason } from '../search/understand.ts';
import { type KeptFinding, type KeptRow, REASON_NUMBERS } from './kept-findings.ts';

/** A finding as it is kept; `lineNumber` gives the number of a line. Only answers are kept. */
export function keptFinding(finding: Finding, lineNumber: (line: string) => number): KeptFinding {
  const words: string[] = [];
  const numberOf = (typed: string): number => {
    if (!words.includes(typed)) words.push(typed);
    return words.indexOf(typed);
  };
  const reason = (name: Reason): number => REASON_NUMBERS.indexOf(name);
  const flat = (ranges: readonly Range[]): number[] =>
    ranges.flatMap((range) => [range.start, range.end, numberOf(range.typed), reason(range.reason)]);
  const rows = finding
    .rows()
    .map(
      ({ card, siblings, titleRanges, excerpt, matches }): KeptRow => [
        card,
        siblings,
        flat(titleRanges),
        excerpt.line === '' ? -1 : lineNumber(excerpt.line),
        flat(excerpt.ranges),
        matches.flatMap((match) => [numberOf(match.typed), reason(match.reason), match.share]),
      ],
    );
  return [finding.cards, finding.alone ? 1 : 0, finding.understood, words, rows];
}
