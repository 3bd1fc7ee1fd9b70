import { repairHeadings } from './heading-repair.ts';
import { applyEdits, type Edit, type Text, textOf, unifyLineEnds } from './line.ts';
import { continueLists } from './list-number.ts';
import { findLostHeadings } from './lost-heading.ts';
import type { Pass } from './pass.ts';
import { type Finding, finding, type Problem, problemsOf } from './problem.ts';
import { type Profile, profileOf } from './profile.ts';
import { type Progress, unwatched } from './progress.ts';
import { type Scan, scan } from './scan.ts';
import { joinHeadings } from './split-heading.ts';
import { joinSplits } from './split-sentence.ts';
import { dropStrayBrackets } from './stray-bracket.ts';

/** A handbook's lines after all repairs, and what was repaired. */
export interface RepairedLines {
  readonly scan: Scan;
  readonly profile: Profile;
  readonly findings: readonly Finding[];
}

/** The kinds of damage in the order in which they are looked for: headings first, they bound the answers. */
const PASSES: readonly Pass[] = [
  repairHeadings,
  joinHeadings,
  findLostHeadings,
  dropStrayBrackets,
  joinSplits,
  continueLists,
];

/** What one step of the repairs leaves of the work, for a bar of progress. */
const PART_LEFT = 0.93;

/** A repair may uncover another damage: so often the lines are looked through again. */
const MOST_ROUNDS = 12;

/** Repairs a handbook's lines until nothing is left to repair. Linear in the text; never throws. */
export function repairLines(source: string, progress: Progress = unwatched): RepairedLines {
  const unified = unifyLineEnds(source);
  const findings: Finding[] = [];
  if (unified !== source) findings.push(finding('line-ends', 1, {}, true));
  let text = textOf(unified);
  // How many rounds there will be is not known: each pass takes a part of what is left.
  let left = 1;
  const step = (): void => {
    left *= PART_LEFT;
    progress(1 - left);
  };
  for (let round = 0; ; round++) {
    const scanned = scan(text);
    step();
    const profile = profileOf(scanned);
    step();
    const passes = repairsAreOff(scanned) ? [] : PASSES;
    const edits = round < MOST_ROUNDS ? lookThrough(scanned, profile, passes, findings, step) : [];
    if (edits.length === 0) return { scan: scanned, profile, findings };
    text = applyEdits(text, edits);
  }
}

/** `repair: off` in the front matter: the author means the lines as they stand. */
function repairsAreOff({ front, text }: Scan): boolean {
  if (!front) return false;
  return text.lines
    .slice(front.from, front.to)
    .some((line) => /^repair:[ \t]*(?:off|false|no)[ \t]*$/i.test(line));
}

/** The edits of the first kind of damage that is found; after them the lines are told anew. */
function lookThrough(
  scanned: Scan,
  profile: Profile,
  passes: readonly Pass[],
  findings: Finding[],
  step: () => void,
): readonly Edit[] {
  if (scanned.edits.length > 0) {
    for (const found of scanned.findings) findings.push(found);
    return scanned.edits;
  }
  for (const pass of passes) {
    const repairs = pass(scanned, profile);
    step();
    if (repairs.edits.length === 0) continue;
    for (const found of repairs.findings) findings.push(found);
    return repairs.edits;
  }
  return [];
}

/**
 * The text of a handbook with every repairable damage repaired, everything else byte for byte as it was.
 * Parsing it gives the same cards and none of the problems listed here.
 */
export function repairHandbook(source: string, file: string): { text: string; problems: Problem[] } {
  const { scan: scanned, findings } = repairLines(source);
  return { text: joined(scanned.text), problems: problemsOf(file, findings) };
}

function joined({ lines }: Text): string {
  return lines.join('\n');
}
