import type { Card, Part } from './card.ts';
import { type CardComment, idOf, isId, NO_COMMENT, readCardComment } from './card-comment.ts';
import type { Draft } from './draft.ts';
import { fingerprintOf } from './fingerprint.ts';
import { followUpsOf } from './follow-up.ts';
import { keyPointsOf, keywordsIn } from './key-point.ts';
import { partKind } from './part.ts';
import { type Finding, finding } from './problem.ts';
import { counting, type Progress } from './progress.ts';
import type { Heading, Scan } from './scan.ts';
import { slugger } from './slug.ts';

/** In our own format questions are headings of this level, their parts of the next one. */
export const QUESTION_LEVEL = 3;

export interface Assembly {
  readonly cards: readonly Card[];
  readonly findings: readonly Finding[];
}

/** What holds for all cards of a file. */
export interface Origin {
  readonly topic: string;
  readonly file: string;
  /** Level of the question headings. */
  readonly level: number;
}

/** The cards of a handbook, with ids that are unique in it; `taken` is given each as soon as it is made. */
export function assemble(
  scan: Scan,
  drafts: readonly Draft[],
  origin: Origin,
  progress: Progress,
  taken: (card: Card) => void,
): Assembly {
  const step = counting(progress, 0, 1, drafts.length);
  const findings: Finding[] = [];
  const comments = drafts.map((draft) => commentOf(scan, draft, findings));
  const idAt = idsOf(scan, drafts, comments, findings);
  const headings = new Map(scan.headings.map((heading) => [heading.index, heading]));
  const cards = drafts.map((draft, at): Card => {
    step(at);
    const { en, aliases, group, from } = comments[at] ?? NO_COMMENT;
    const { answer, parts } = answerOf(scan, draft, headings, origin.level);
    const line = numberOf(scan, draft.heading.index);
    if (answer === '') findings.push(finding('answer-empty', line, { title: draft.title }));
    noteKeywords(parts, findings);
    const card: Card = {
      id: idAt(at),
      title: draft.title,
      en,
      aliases,
      group,
      from,
      topic: origin.topic,
      section: draft.section,
      file: origin.file,
      line,
      answer,
      parts,
      keyPoints: keyPointsOf(parts),
      followUps: followUpsOf(parts),
      fingerprint: fingerprintOf(answer),
    };
    taken(card);
    return card;
  });
  return { cards, findings };
}

function numberOf(scan: Scan, index: number): number {
  return scan.text.numbers[index] ?? 1;
}

function commentOf(scan: Scan, { comments, title }: Draft, findings: Finding[]): CardComment {
  const [first, ...extra] = comments;
  for (const [start] of extra) {
    findings.push(finding('card-comment-extra', numberOf(scan, start as number), { title }));
  }
  if (!first) return NO_COMMENT;
  const lines = first.map((index) => scan.text.lines[index] as string);
  const read = readCardComment(lines, numberOf(scan, first[0] as number));
  findings.push(...read.findings);
  return read.comment;
}

/**
 * Ids by the number of a draft, to be asked for in order. An id written in the comment wins; else the id is the anchor
 * that the heading has on GitHub, where every heading of the file counts.
 */
function idsOf(
  scan: Scan,
  drafts: readonly Draft[],
  comments: readonly CardComment[],
  findings: Finding[],
): (at: number) => string {
  const taken = new Map<string, string>();
  const written = drafts.map((draft, at) => {
    const id = comments[at]?.id ?? '';
    if (id === '') return '';
    const line = numberOf(scan, draft.comments[0]?.[0] ?? draft.heading.index);
    if (!isId(id)) findings.push(finding('id-invalid', line, { id }));
    else if (taken.has(id)) findings.push(finding('id-duplicate', line, { id, other: taken.get(id) ?? '' }));
    else {
      taken.set(id, draft.title);
      return id;
    }
    return '';
  });
  const anchorOf = anchorsInOrder(scan);
  const unique = slugger(taken.keys());
  return (at) => written[at] || unique(idOf(anchorOf(drafts[at]?.heading.index ?? 0)));
}

/** The anchor of every heading, by the index of its line. */
export function anchorsOf(scan: Scan): Map<number, string> {
  const anchorOf = anchorsInOrder(scan);
  return new Map(scan.headings.map(({ index }) => [index, anchorOf(index)]));
}

/** Anchors by the indexes of the lines of headings, to be asked for in order: each is made when it is needed. */
function anchorsInOrder({ headings }: Scan): (index: number) => string {
  const slug = slugger();
  let next = 0;
  return (index) => {
    let anchor = '';
    for (; next < headings.length && (headings[next] as Heading).index <= index; next++)
      anchor = slug((headings[next] as Heading).title);
    return anchor;
  };
}

function answerOf(
  scan: Scan,
  draft: Draft,
  headings: ReadonlyMap<number, Heading>,
  level: number,
): { answer: string; parts: Part[] } {
  const parts: { kind: Part['kind']; title: string; line: number; lines: string[] }[] = [];
  const all: string[] = [];
  const first = draft.lines[0];
  if (first !== undefined) parts.push({ kind: 'lead', title: '', line: numberOf(scan, first), lines: [] });
  for (const index of draft.lines) {
    const line = scan.text.lines[index] as string;
    const lineKind = scan.kinds[index];
    if (lineKind === 'underline') continue;
    const heading = lineKind === 'heading' ? headings.get(index) : undefined;
    if (!heading || heading.title === '') {
      all.push(line);
      parts.at(-1)?.lines.push(line);
      continue;
    }
    const { title } = heading;
    const shown = shifted(line, heading, level);
    all.push(shown);
    const kind = partKind(title);
    if (heading.level === level + 1 || kind !== 'other') {
      parts.push({ kind, title, line: numberOf(scan, index), lines: [] });
    } else parts.at(-1)?.lines.push(shown);
  }
  const named = parts.map(
    ({ kind, title, line, lines }): Part => ({ kind, title, line, markdown: withoutOuterBlanks(lines) }),
  );
  return {
    answer: all.join('\n'),
    parts: named.filter(({ kind, markdown }) => kind !== 'lead' || markdown !== ''),
  };
}

/** Headings inside an answer stand one level below a question of our format, wherever theirs stood. */
function shifted(line: string, heading: Heading, level: number): string {
  const setext = heading.end > heading.index + 1;
  if (level === QUESTION_LEVEL && !setext) return line;
  const depth = Math.min(6, Math.max(QUESTION_LEVEL + 1, heading.level + QUESTION_LEVEL - level));
  return `${'#'.repeat(depth)} ${heading.raw}`;
}

function withoutOuterBlanks(lines: readonly string[]): string {
  let start = 0;
  let end = lines.length;
  while (start < end && (lines[start] as string).trim() === '') start++;
  while (end > start && (lines[end - 1] as string).trim() === '') end--;
  return lines.slice(start, end).join('\n');
}

/** A `kw` comment without a word in it ticks nothing. */
function noteKeywords(parts: readonly Part[], findings: Finding[]): void {
  for (const { kind, markdown, line } of parts) {
    if (kind !== 'points' || !markdown.includes('<!--')) continue;
    markdown.split('\n').forEach((text, offset) => {
      const keywords = keywordsIn(text);
      if (keywords !== null && keywords.replace(/[;|；｜\s]/g, '') === '') {
        findings.push(finding('keywords-empty', line + offset + 1));
      }
    });
  }
}
