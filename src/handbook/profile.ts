import { questionLevel } from './level.ts';
import { type Ending as LineEnding, markerAt, notesAt } from './line.ts';
import { isNumbered, type Marker } from './marker.ts';
import type { Block, Heading, Scan } from './scan.ts';
import { looseKey, type Toc, tocOf } from './toc.ts';

/** The habits of a handbook: damage is what departs from them. */
export interface Profile {
  /** Heading level of the questions. */
  readonly level: number;
  readonly toc: Toc;
  /** Reduced titles of all headings. */
  readonly headingKeys: ReadonlySet<string>;
  /** How often the questions begin with each first word. */
  readonly firstWords: ReadonlyMap<string, number>;
  readonly questions: number;
  /** Share of the questions whose headings are bold. */
  readonly boldShare: number;
  /** Share of the answers that have a list or numbered paragraphs. */
  readonly listShare: number;
  /** How regularly paragraphs, numbered and other items end with punctuation. */
  readonly ended: Readonly<Record<EndingKind, Ending>>;
}

export type EndingKind = 'text' | 'numbered' | 'bullet';

export interface Ending {
  /** Share of those that end with punctuation. */
  readonly share: number;
  /** Of how many that was learnt. */
  readonly of: number;
}

const SENTENCE_END = /[。．.！!？?；;：:…～~][”"’'」』》）)\]*_`]*$/;

export function profileOf(scan: Scan): Profile {
  const level = questionLevel(scan);
  const questions = scan.headings.filter((heading) => heading.level === level);
  const firstWords = new Map<string, number>();
  for (const { title } of questions) {
    const word = firstWord(title);
    firstWords.set(word, (firstWords.get(word) ?? 0) + 1);
  }
  const toc = tocOf(scan);
  return {
    level,
    toc,
    headingKeys: new Set(scan.headings.map(({ title }) => looseKey(title))),
    firstWords,
    questions: questions.length,
    boldShare: share(questions, ({ raw }) => /^\*\*.*\*\*$/s.test(raw)),
    listShare: listShare(scan, level),
    ended: endedShares(scan, toc),
  };
}

/** First Latin word in lower case, or the first two characters of other scripts. */
export function firstWord(title: string): string {
  const latin = /^[a-z0-9]+/i.exec(title)?.[0];
  return latin ? latin.toLowerCase() : title.slice(0, 2);
}

/** Whether a line ends as sentences, or the announcements of lists, do. */
export function endsSentence(line: string): boolean {
  const shown = line.trimEnd().endsWith('-->') ? line.slice(0, line.lastIndexOf('<!--')) : line;
  return SENTENCE_END.test(shown.trimEnd().slice(-20));
}

export function isList(scan: Scan, block: Block): boolean {
  if (block.kind === 'item') return true;
  return block.kind === 'text' && markerAt(scan.text, block.start) !== null;
}

function share(headings: readonly Heading[], test: (heading: Heading) => boolean): number {
  return headings.length === 0 ? 0 : headings.filter(test).length / headings.length;
}

function listShare(scan: Scan, level: number): number {
  let answers = 0;
  let withList = 0;
  let counted = true;
  for (const block of scan.blocks) {
    if (block.kind === 'heading') {
      const own = block.heading?.level ?? 9;
      const open = own === level;
      if (open) answers++;
      if (open || own < level) counted = !open;
    } else if (!counted && isList(scan, block)) {
      withList++;
      counted = true;
    }
  }
  return answers === 0 ? 0 : withList / answers;
}

/** Counts paragraphs and items of some length; fragments and labels say nothing about the habit. */
function endedShares(scan: Scan, toc: Toc): Record<EndingKind, Ending> {
  const tally = { text: { ended: 0, of: 0 }, numbered: { ended: 0, of: 0 }, bullet: { ended: 0, of: 0 } };
  for (const block of scan.blocks) {
    const { kind, start, end } = block;
    if ((kind !== 'text' && kind !== 'item') || (start >= toc.start && start < toc.end)) continue;
    const line = scan.text.lines[end - 1] as string;
    if (line.length < 12) continue;
    const notes = notesAt(scan.text, end - 1);
    notes.ending ??= endingOf(line);
    if (notes.ending === 'unclear') continue;
    const count = tally[endingKind(markerAt(scan.text, start))];
    count.of++;
    if (notes.ending === 'closed') count.ended++;
  }
  const shareOf = ({ ended, of }: { ended: number; of: number }) => ({
    share: of === 0 ? 0 : ended / of,
    of,
  });
  return { text: shareOf(tally.text), numbered: shareOf(tally.numbered), bullet: shareOf(tally.bullet) };
}

/** A link, code or a bracket at the end tells nothing either way. */
function endingOf(line: string): LineEnding {
  if (endsSentence(line)) return 'closed';
  return /[\p{L}\p{N}]\s*$/u.test(line.slice(-20)) ? 'open' : 'unclear';
}

/** Which habit a paragraph follows by the marker of its first line: people end sentences with a full stop and leave it off in bullets. */
export function endingKind(marker: Marker | null): EndingKind {
  if (!marker) return 'text';
  return isNumbered(marker) || marker.style === 'middot' ? 'numbered' : 'bullet';
}

/** That many paragraphs make a habit. */
const HABIT = 15;
/** What is taken for the share where too little is known. */
const USUAL_SHARE = 0.8;

/**
 * How regularly the other paragraphs of a kind end with punctuation, seen from one that does not.
 * Where the kind is rare, the kinds that are as regular as it speak for it.
 */
export function endingHabit({ ended }: Profile, kind: EndingKind): number {
  const own = withoutOne(ended[kind]);
  if (own.of >= HABIT) return own.share;
  if (own.of > 0 && own.share < 0.95) return Math.min(own.share, USUAL_SHARE);
  const others = Object.entries(ended).filter(
    ([name, { share, of }]) => name !== kind && of > 0 && share >= 0.95,
  );
  const regular = [own, ...others.map(([, each]) => each)];
  const of = regular.reduce((sum, each) => sum + each.of, 0);
  if (of < 8) return USUAL_SHARE;
  const share = regular.reduce((sum, each) => sum + each.share * each.of, 0) / of;
  return of >= HABIT ? share : Math.min(share, 0.97);
}

function withoutOne({ share, of }: Ending): Ending {
  return of < 2 ? { share: 0, of: 0 } : { share: Math.min(1, (share * of) / (of - 1)), of: of - 1 };
}
