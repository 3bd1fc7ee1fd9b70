import { type Edit, markerAt } from './line.ts';
import { indentOf, type Marker, markerOf } from './marker.ts';
import type { Pass } from './pass.ts';
import { type Finding, finding } from './problem.ts';
import { endingHabit, endingKind, type Profile } from './profile.ts';
import type { Block, Scan } from './scan.ts';
import { type Seam, SPLIT, splitEvidence } from './split-evidence.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';
import { joinedWord } from './word-join.ts';

/** Longer lines are not joined: nobody splits them by hand. */
const LONGEST = 4000;
/** That much text next to a seam tells whether it is one. */
const NEAR = 2000;

/** The upper side of a seam; after a join, the line that it made. */
interface Upper {
  readonly block: Block;
  /** First line of its block, with the marker. */
  readonly first: string;
  readonly last: string;
  readonly oneLine: boolean;
}

/** Finds words and sentences that blank lines split, and joins them. */
export const joinSplits: Pass = (scan, profile) => {
  const edits: Edit[] = [];
  const findings: Finding[] = [];
  const vocabulary = lazily(() => vocabularyOf(scan));
  let upper: Upper | null = null;
  for (const lower of scan.blocks) {
    const joined: Upper | null = upper && join(scan, profile, upper, lower, vocabulary, findings);
    if (joined && upper) {
      // A sentence may be split more than once: the joined line is the upper side of the next seam.
      const at = upper.block.end - 1;
      const open = edits.at(-1);
      if (open && open.at === at) edits.pop();
      edits.push({ at, remove: lower.start - at + 1, insert: [joined.last] });
    }
    upper = joined ?? upperOf(scan, lower);
    if (joined && lower.end - lower.start > 1) upper = upperOf(scan, lower);
  }
  return { edits, findings };
};

function upperOf(scan: Scan, block: Block): Upper {
  const first = scan.text.lines[block.start] as string;
  const last = scan.text.lines[block.end - 1] as string;
  return { block, first, last, oneLine: block.end - block.start === 1 };
}

/** The upper side with the lower one joined to it, or null when they are two paragraphs. */
function join(
  scan: Scan,
  profile: Profile,
  upper: Upper,
  lower: Block,
  vocabulary: () => Vocabulary,
  findings: Finding[],
): Upper | null {
  const after = scan.text.lines[lower.start] as string;
  if (!canBeSplit(scan, profile, upper, lower, after)) return null;
  const seam = seamOf(profile, upper, after);
  if (splitEvidence(seam, vocabulary()) < SPLIT) return null;
  const word = joinedWord(seam.before, seam.after, vocabulary());
  const number = scan.text.numbers[lower.start - 1] as number;
  const args = { before: seam.before.slice(-12), after: seam.after.slice(0, 12) };
  findings.push(
    finding(isWord(seam, word) ? 'word-split' : 'sentence-split', lineAbove(scan, lower, number), args, true),
  );
  const last = upper.last.trimEnd() + glueOf(seam, word) + after.trimStart();
  return { ...upper, first: upper.oneLine ? last : upper.first, last };
}

/** File line of the last line above the blank ones. */
function lineAbove(scan: Scan, lower: Block, fallback: number): number {
  let index = lower.start - 1;
  while (index > 0 && scan.kinds[index] === 'blank') index--;
  return scan.text.numbers[index] ?? fallback;
}

/** Two paragraphs with blank lines between, the second one plain text. */
function canBeSplit(scan: Scan, profile: Profile, upper: Upper, lower: Block, after: string): boolean {
  const { block, last } = upper;
  if (lower.kind !== 'text' || lower.start === block.end) return false;
  if (block.kind !== 'text' && block.kind !== 'item' && block.kind !== 'inside') return false;
  if (last.length > LONGEST || after.length > LONGEST || markerAt(scan.text, lower.start) !== null)
    return false;
  if (block.kind === 'text' && indentOf(last) >= 4) return false;
  if (block.start >= profile.toc.start && block.start < profile.toc.end) return false;
  // A line all in bold is a label; a backslash at the end is a line break, on purpose.
  return !/^(?:\*\*|__).*(?:\*\*|__)$/.test(last.trim()) && !last.endsWith('\\');
}

function seamOf(profile: Profile, { first, last, oneLine }: Upper, after: string): Seam {
  const marker = markerOf(first);
  const text = (oneLine && marker ? last.slice(marker.width) : last).trim();
  return {
    before: last.trimEnd().slice(-NEAR),
    after: after.trimStart().slice(0, NEAR),
    item: marker !== null && (!isCommonMark(marker) || text.length >= 8),
    text: text.slice(-NEAR),
    habit: endingHabit(profile, endingKind(marker)),
  };
}

/** Computed when first asked for: most handbooks never ask. */
function lazily<T>(compute: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= compute();
    return value;
  };
}

/** Lists of Markdown may hold single words; numbered paragraphs are sentences. */
function isCommonMark({ style }: Marker): boolean {
  return style === 'bullet' || style === 'dot' || style === 'paren';
}

/** Latin words are kept apart by a space unless the pieces are one word; other scripts have none. */
function glueOf({ before, after }: Seam, word: string | null): string {
  if (word !== null) return '';
  const latin = /[A-Za-z0-9,;:)\]”"'’`*]$/.test(before) && /^[A-Za-z0-9([“"'‘`*]/.test(after);
  if (!latin) return '';
  // Chinese text with half-width commas has no space behind them.
  const han = /\p{Script=Han}/u.test(before.slice(-40)) || /\p{Script=Han}/u.test(after.slice(0, 40));
  return han && /[^A-Za-z0-9]$/.test(before) ? '' : ' ';
}

/** A word of Latin letters, or of Han characters that stand next to each other. */
function isWord({ before, after }: Seam, word: string | null): boolean {
  return word !== null || (/^[a-z]/.test(after) && /[A-Za-z]$/.test(before) && before.length <= 3);
}
