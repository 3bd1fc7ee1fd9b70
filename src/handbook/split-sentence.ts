import type { Edit } from './line.ts';
import { indentOf, type Marker, markerOf } from './marker.ts';
import type { Repairs } from './pass.ts';
import { type Finding, finding } from './problem.ts';
import type { Profile } from './profile.ts';
import type { Block, Scan } from './scan.ts';
import { joinedWord, type Seam, SPLIT, splitEvidence } from './split-evidence.ts';
import { type Vocabulary, vocabularyOf } from './vocabulary.ts';

/** Longer lines are not joined: nobody splits them by hand. */
const LONGEST = 20_000;

/** Finds words and sentences that a blank line split, and joins them. */
export function joinSplits(scan: Scan, profile: Profile): Repairs {
  const edits: Edit[] = [];
  const findings: Finding[] = [];
  let vocabulary: Vocabulary | null = null;
  for (let index = 0; index + 1 < scan.blocks.length; index++) {
    const upper = scan.blocks[index] as Block;
    const lower = scan.blocks[index + 1] as Block;
    if (!canBeSplit(scan, profile, upper, lower)) continue;
    const seam = seamOf(scan, profile, upper, lower);
    vocabulary ??= vocabularyOf(scan);
    if (splitEvidence(seam, vocabulary) < SPLIT) continue;
    const word = joinedWord(seam.before, seam.after, vocabulary);
    const glue = glueOf(seam, word);
    edits.push({
      at: upper.end - 1,
      remove: lower.start - upper.end + 2,
      insert: [seam.before + glue + seam.after],
    });
    const line = scan.text.numbers[upper.end - 1] as number;
    const args = { before: seam.before.slice(-12), after: seam.after.slice(0, 12) };
    findings.push(finding(isWord(seam, word) ? 'word-split' : 'sentence-split', line, args, true));
    // The joined line may be split again further down: the next round sees it.
    index++;
  }
  return { edits, findings };
}

/** Two paragraphs with blank lines between, the second one plain text. */
function canBeSplit(scan: Scan, profile: Profile, upper: Block, lower: Block): boolean {
  if (lower.kind !== 'text' || lower.start === upper.end) return false;
  if (upper.kind !== 'text' && upper.kind !== 'item' && upper.kind !== 'inside') return false;
  const { lines } = scan.text;
  const before = lines[upper.end - 1] as string;
  const after = lines[lower.start] as string;
  if (before.length > LONGEST || after.length > LONGEST || markerOf(after) !== null) return false;
  if (upper.kind === 'text' && indentOf(before) >= 4) return false;
  if (upper.start >= profile.toc.start && upper.start < profile.toc.end) return false;
  // Two spaces or a backslash at the end of a line mean a line break, on purpose.
  return !/^(?:\*\*|__).*(?:\*\*|__)$/.test(before.trim()) && !/\\$/.test(before);
}

function seamOf(scan: Scan, profile: Profile, upper: Block, lower: Block): Seam {
  const last = scan.text.lines[upper.end - 1] as string;
  const first = scan.text.lines[upper.start] as string;
  const marker = markerOf(first);
  const text = upper.end - upper.start === 1 && marker ? last.slice(marker.width) : last;
  const { share, of } = profile.ended;
  return {
    before: last.trimEnd(),
    after: (scan.text.lines[lower.start] as string).trimStart(),
    item: marker !== null && (!isCommonMark(marker) || text.trim().length >= 8),
    text: text.trim(),
    habit: of >= 20 ? share : of >= 8 ? Math.min(share, 0.97) : 0.8,
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
  return latin && !/[，、（]$/.test(before) ? ' ' : '';
}

/** A word of Latin letters, or of Han characters that stand next to each other. */
function isWord({ before, after }: Seam, word: string | null): boolean {
  return word !== null || (/^[a-z]/.test(after) && /[A-Za-z]$/.test(before) && before.length <= 3);
}
