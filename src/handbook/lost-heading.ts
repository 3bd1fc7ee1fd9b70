import { type CleanHeading, cleanHeading, titleOf } from './heading-text.ts';
import { type Edit, markerAt } from './line.ts';
import { isNumbered } from './marker.ts';
import { partKind } from './part.ts';
import type { Repairs } from './pass.ts';
import { type Finding, finding } from './problem.ts';
import { endsSentence, firstWord, isList, type Profile } from './profile.ts';
import { canEndTitle, questionSigns } from './question.ts';
import type { Block, Scan } from './scan.ts';
import { contentTokens } from './similar.ts';
import { looseKey } from './toc.ts';

/** Where a line stands: what the text around it says about its being a title. */
export interface Surroundings {
  /** Index of the line's block; -1 blocks stand before the first. */
  readonly block: number;
  /** A question's heading stands above. */
  readonly inCard: boolean;
  /** Blocks of the answer above, up to the heading. */
  readonly above: number;
  /** The answer above already has a list. */
  readonly listAbove: boolean;
  /** Number of the last numbered item above, 0 for none. */
  readonly numberAbove: number;
}

type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

/** From this much evidence on a bare line is a title. */
const ENOUGH = 4;
const LONGEST = 160;

/** Finds bare lines that read as a title followed by an answer of the usual shape, and gives them their heading. */
export function findLostHeadings(scan: Scan, profile: Profile): Repairs {
  const edits: Edit[] = [];
  const findings: Finding[] = [];
  let around = surroundings(false);
  scan.blocks.forEach((block, index) => {
    around.block = index;
    const level = block.heading?.level;
    if (level !== undefined && level <= profile.level) {
      around = surroundings(level === profile.level);
      return;
    }
    const found = inToc(profile, block) ? null : lostTitle(scan, profile, block, around);
    if (!found) {
      goBelow(scan, block, around);
      return;
    }
    const { clean, rest } = found;
    const hashes = '#'.repeat(profile.level);
    const insert = rest ? [`${hashes} ${clean.text}`, ''] : [`${hashes} ${clean.text}`];
    edits.push({ at: block.start, remove: 1, insert });
    const line = scan.text.numbers[block.start] as number;
    const args = { title: titleOf(clean.text), ...(clean.url ? { url: clean.url } : {}) };
    findings.push(finding('heading-lost', line, args, true));
    if (clean.brackets)
      findings.push(finding('heading-link', line, { title: titleOf(clean.text), url: clean.url }, true));
    around = surroundings(true);
  });
  return { edits, findings };
}

function surroundings(inCard: boolean): Writable<Surroundings> {
  return { block: 0, inCard, above: 0, listAbove: false, numberAbove: 0 };
}

/** Takes a block into what stands above the next one. */
function goBelow(scan: Scan, block: Block, around: Writable<Surroundings>): void {
  if (block.kind === 'comment') return;
  around.above++;
  if (block.kind !== 'item' && block.kind !== 'text') return;
  const marker = markerAt(scan.text, block.start);
  if (block.kind === 'text' && marker === null) return;
  around.listAbove = true;
  if (marker && isNumbered(marker)) around.numberAbove = marker.number;
}

function inToc({ toc }: Profile, block: Block): boolean {
  return block.start >= toc.start && block.start < toc.end;
}

function lostTitle(
  scan: Scan,
  profile: Profile,
  block: Block,
  around: Surroundings,
): { clean: CleanHeading; rest: boolean } | null {
  if (block.kind !== 'text') return null;
  const line = scan.text.lines[block.start] as string;
  if (
    line.length > LONGEST * 4 ||
    /^\s*\{[{%]/.test(line) ||
    markerAt(scan.text, block.start) !== null ||
    /^\s{4}/.test(line)
  )
    return null;
  const clean = cleanHeading(line);
  const title = titleOf(clean.text);
  if (title.length < 2 || title.length > LONGEST || !/[\p{L}\p{N}]/u.test(title)) return null;
  const rest = block.end > block.start + 1;
  const listed = isListed(profile, title);
  if (!listed && (!canEndTitle(title) || partKind(title) !== 'other')) return null;
  if (rest && !listed && !questionSigns(title).mark) return null;
  const evidence = listed
    ? ENOUGH + standing(scan, block, around)
    : weigh(scan, profile, clean, title, around, rest);
  return evidence >= ENOUGH ? { clean, rest } : null;
}

/** The table of contents has a question of this title, and no heading has it. */
function isListed({ toc, headingKeys }: Profile, title: string): boolean {
  if (toc.questionKeys.size === 0) return false;
  const key = looseKey(title);
  return toc.questionKeys.has(key) && !headingKeys.has(key);
}

/** A listed title stays text only where nothing could be its answer. */
function standing(scan: Scan, block: Block, { block: index }: Surroundings): number {
  const next = scan.blocks[index + 1];
  return block.end === block.start + 1 && (!next || next.kind === 'heading') ? -ENOUGH : 0;
}

/** The evidence that a line is a title, by its words, by what follows and by what stands above. */
export function weigh(
  scan: Scan,
  profile: Profile,
  clean: CleanHeading,
  title: string,
  around: Surroundings,
  rest: boolean,
): number {
  const after = shapeBelow(scan, around.block, rest);
  if (after.cardComment) return ENOUGH;
  if (!after.answered || (around.inCard && around.above === 0)) return 0;
  return (
    wordEvidence(profile, clean, title) +
    answerEvidence(title, after, profile) +
    placeEvidence(scan, profile, around, after)
  );
}

/** What the words of a title say, wherever it stands. */
export function wordEvidence(profile: Profile, clean: CleanHeading, title: string): number {
  const signs = questionSigns(title);
  let evidence = 0;
  if (signs.mark) evidence += 2;
  if (signs.asksPlainly) evidence += signs.mark ? 1 : 2;
  else if (signs.asks) evidence += 1;
  else if (signs.noun) evidence += 1;
  const alike = profile.firstWords.get(firstWord(title)) ?? 0;
  if (alike >= 2 && alike * 20 >= profile.questions) evidence += alike * 3 >= profile.questions ? 2 : 1;
  if (clean.bold && profile.boldShare > 0.2) evidence += 1;
  if (clean.brackets) evidence += 1;
  if (signs.connects) evidence -= 3;
  if (/[。！!；;].|[.] [A-Z]/.test(title)) evidence -= 2;
  if ((title.match(/[,，、]/g)?.length ?? 0) >= 3) evidence -= 1;
  if (title.length > 80) evidence -= 1;
  return evidence;
}

interface ShapeBelow {
  readonly answered: boolean;
  /** First words of the answer. */
  readonly lead: string;
  readonly announces: boolean;
  readonly list: boolean;
  /** Number of the first numbered item below, 0 for none. */
  readonly number: number;
  readonly cardComment: boolean;
}

/** How far below a title its list is looked for, in blocks. */
const LOOK_AHEAD = 5;

function shapeBelow(scan: Scan, index: number, rest: boolean): ShapeBelow {
  const { lines } = scan.text;
  const first = scan.blocks[index + 1];
  const own = scan.blocks[index];
  const lead = rest && own ? (lines[own.start + 1] as string) : first ? (lines[first.start] as string) : '';
  const below = scan.blocks.slice(index + 1, index + 1 + LOOK_AHEAD);
  const stop = below.findIndex(({ kind }) => kind === 'heading');
  const answer = stop < 0 ? below : below.slice(0, stop);
  const firstText = rest ? lead : answer[0]?.kind === 'text' ? (lines[answer[0].end - 1] as string) : '';
  const listed = answer.find((block) => isList(scan, block));
  const marker = listed ? markerAt(scan.text, listed.start) : null;
  return {
    answered: rest || (first !== undefined && first.kind !== 'heading'),
    lead: lead.slice(0, 160),
    announces: /[：:]\s*$/.test(firstText.slice(-3)),
    list: listed !== undefined,
    number: marker && isNumbered(marker) ? marker.number : 0,
    cardComment: first?.kind === 'comment' && /^\s*<!--\s*card\b/.test(lines[first.start] as string),
  };
}

/** An answer takes up the words of its question, announces a list, begins to count at one. */
function answerEvidence(title: string, after: ShapeBelow, profile: Profile): number {
  const asked = new Set(contentTokens(title));
  const told = new Set(contentTokens(titleOf(after.lead)));
  const shared = [...asked].filter((token) => told.has(token)).length;
  let evidence = 0;
  if (asked.size > 0) evidence += shared * 4 >= asked.size * 3 ? 2 : shared * 3 >= asked.size ? 1 : 0;
  if (after.announces || after.number === 1) evidence += 1;
  else if (profile.listShare > 0.7 && !after.list) evidence -= 1;
  return evidence;
}

/** How much a heading's title and the text below it are like those of the questions. */
export function headingEvidence(scan: Scan, profile: Profile, title: string, block: number): number {
  const clean = { text: title, url: '', brackets: false, bold: false };
  return wordEvidence(profile, clean, title) + answerEvidence(title, shapeBelow(scan, block, false), profile);
}

function placeEvidence(scan: Scan, profile: Profile, around: Surroundings, after: ShapeBelow): number {
  const before = scan.blocks[around.block - 1];
  const lastLine = before ? (scan.text.lines[before.end - 1] as string).trimEnd() : '';
  let evidence = 0;
  const { share, of } = profile.ended.text;
  if (of >= 10 && share >= 0.9) evidence += 1;
  if (around.numberAbove > 0 && after.number === around.numberAbove + 1) evidence -= 4;
  if (/[：:]$/.test(lastLine)) evidence -= 2;
  if (before?.kind === 'text' && !endsSentence(lastLine) && share >= 0.9) evidence -= 2;
  if (around.inCard && !around.listAbove && profile.listShare > 0.7) evidence -= 1;
  return evidence;
}
