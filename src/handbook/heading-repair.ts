import { cleanHeading, LONGEST_TITLE, titleOf } from './heading-text.ts';
import { hasBody } from './level.ts';
import type { Edit } from './line.ts';
import { headingEvidence } from './lost-heading.ts';
import { partKind } from './part.ts';
import type { Repairs } from './pass.ts';
import { type Finding, finding } from './problem.ts';
import type { Profile } from './profile.ts';
import { questionSigns } from './question.ts';
import type { Heading, Scan } from './scan.ts';
import { looseKey } from './toc.ts';

/** A heading without the space behind its marks, with full-width marks, or with an escaped mark. */
const DAMAGED_MARKS = /^\\?(#{2,6}|＃{2,6})[ \t\u3000]*(?=[^#＃\s])/;

/** Puts headings right: marks without a space, broken links, bold titles, a level that does not fit. */
export function repairHeadings(scan: Scan, profile: Profile): Repairs {
  const edits: Edit[] = [];
  const findings: Finding[] = [];
  const { lines, numbers } = scan.text;
  for (const { kind, start } of scan.blocks) {
    if (kind !== 'text' || !DAMAGED_MARKS.test(lines[start] as string)) continue;
    const line = lines[start] as string;
    const marks = DAMAGED_MARKS.exec(line) as RegExpExecArray;
    const text = line.slice(marks[0].length);
    if (text.length > LONGEST_TITLE) continue;
    edits.push({ at: start, remove: 1, insert: [`${'#'.repeat((marks[1] as string).length)} ${text}`] });
    findings.push(finding('heading-space', numbers[start] as number, { title: titleOf(text) }, true));
  }
  const peers = peersByLevel(scan);
  let passed = 0;
  scan.blocks.forEach(({ heading }, block) => {
    if (!heading) return;
    const next = scan.headings[++passed];
    const place = { heading, next, peers: peers.get(heading.level) ?? NO_PEERS, block };
    const repaired = repairHeading(scan, profile, place, findings);
    if (repaired !== null) edits.push(repaired);
  });
  return { edits, findings };
}

interface Peers {
  /** Headings of the level that name no part. */
  readonly count: number;
  /** Those of them with text of their own below. */
  readonly answered: number;
}

interface Place {
  readonly heading: Heading;
  readonly next: Heading | undefined;
  readonly peers: Peers;
  /** Index of its block. */
  readonly block: number;
}

const NO_PEERS: Peers = { count: 0, answered: 0 };

function peersByLevel(scan: Scan): Map<number, Peers> {
  const peers = new Map<number, Peers>();
  scan.headings.forEach((heading, index) => {
    if (partKind(heading.title) !== 'other') return;
    const { count, answered } = peers.get(heading.level) ?? NO_PEERS;
    const more = hasBody(scan, heading, scan.headings[index + 1]) ? 1 : 0;
    peers.set(heading.level, { count: count + 1, answered: answered + more });
  });
  return peers;
}

function repairHeading(scan: Scan, profile: Profile, place: Place, findings: Finding[]): Edit | null {
  const { heading } = place;
  const number = scan.text.numbers[heading.index] as number;
  const clean = cleanHeading(heading.raw);
  const title = clean.text === heading.raw ? heading.title : titleOf(clean.text);
  if (title === '') return null;
  if (clean.brackets) findings.push(finding('heading-link', number, { title, url: clean.url }, true));
  if (clean.bold) findings.push(finding('heading-bold', number, { title }, true));
  const level = hasWrongLevel(scan, profile, place, title) ? profile.level : heading.level;
  if (level !== heading.level) {
    findings.push(finding('heading-level', number, { title, found: heading.level, level }, true));
  } else if (clean.text === heading.raw) return null;
  const line = scan.text.lines[heading.index] as string;
  const at = line.indexOf(heading.raw);
  const written = line.slice(0, at) + clean.text + line.slice(at + heading.raw.length);
  if (level === heading.level) return { at: heading.index, remove: 1, insert: [written] };
  const setext = heading.end > heading.index + 1;
  const text = setext ? clean.text : written.replace(/^( {0,3})#+[ \t]*/, '');
  return { at: heading.index, remove: heading.end - heading.index, insert: [`${'#'.repeat(level)} ${text}`] };
}

/**
 * A question whose heading is deeper or shallower than the others': the table of contents lists it
 * among the questions, or it asks like them, has an answer and is one of few such headings.
 */
function hasWrongLevel(scan: Scan, profile: Profile, place: Place, title: string): boolean {
  const { heading, next, peers } = place;
  if (heading.level === profile.level) return false;
  if (/^\s*<!--\s*card\b/.test(lineBelow(scan, heading))) return true;
  if (profile.questions < 3 || partKind(title) !== 'other') return false;
  if (!hasBody(scan, heading, next)) return false;
  const key = looseKey(title);
  if (key !== '' && profile.toc.questionKeys.has(key)) return true;
  if (heading.level === 1 && peers.count === 1) return false;
  const evidence = headingEvidence(scan, profile, title, place.block);
  if (heading.level > profile.level)
    return peers.count <= Math.max(2, profile.questions / 10) && evidence >= 4;
  const habit = peers.answered > 2 && peers.answered * 5 > peers.count;
  const { mark, asks } = questionSigns(title);
  return evidence >= (habit ? 6 : mark || asks ? 3 : 5);
}

function lineBelow(scan: Scan, heading: Heading): string {
  let index = heading.end;
  while (scan.kinds[index] === 'blank') index++;
  return scan.text.lines[index] ?? '';
}
