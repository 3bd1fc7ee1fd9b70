import { assemble } from './assemble.ts';
import type { Card, Topic } from './card.ts';
import { contentsFindings } from './contents.ts';
import { outlineOf, type Passage } from './draft.ts';
import { finding, type Problem, problemsOf } from './problem.ts';
import { type Progress, unwatched } from './progress.ts';
import { repairLines } from './repair.ts';
import type { Scan } from './scan.ts';
import { groupSiblings, pairFinding } from './siblings.ts';
import { topicOf } from './topic.ts';

export { joinHandbooks } from './deck.ts';

/** Part of the time of reading that the repairs take. */
const REPAIRS = 0.7;

export interface Handbook {
  readonly topic: Topic;
  readonly cards: readonly Card[];
  /** In the order of their lines. */
  readonly problems: readonly Problem[];
  /** Text that belongs to no question. */
  readonly outside: readonly Passage[];
}

/**
 * Reads a handbook: cards and problems. Damage is repaired on the way and reported; any text gives a
 * handbook, none throws. `file` names it in cards and problems. Linear in the text. `taken` is given each card as soon
 * as it is read; only its group may change after that.
 */
export function parseHandbook(
  text: string,
  file: string,
  progress: Progress = unwatched,
  taken: (card: Card) => void = () => undefined,
): Handbook {
  const { scan, profile, findings } = repairLines(text, (share) => progress(REPAIRS * share));
  const { topic, findings: ofTopic } = topicOf(scan, file);
  const { drafts, loose } = outlineOf(scan, profile);
  const origin = { topic: topic.id, file, level: profile.level };
  const step: Progress = (share) => progress(REPAIRS + (1 - REPAIRS) * share);
  const assembly = assemble(scan, drafts, origin, step, taken);
  const siblings = groupSiblings(assembly.cards);
  const outside = loose.map(({ start, end, section }) => passage(scan, start, end, section, profile.toc));
  const notes = [...findings, ...ofTopic, ...assembly.findings, ...siblings.pairs.map(pairFinding)];
  for (const found of contentsFindings(scan, profile, drafts)) notes.push(found);
  loose.forEach(({ empty, section }, at) => {
    const text = outside[at];
    if (empty && text && text.markdown !== '') notes.push(finding('text-outside', text.line, { section }));
  });
  if (assembly.cards.length === 0) notes.push(finding('no-cards', 1));
  return {
    topic,
    cards: siblings.cards,
    problems: problemsOf(file, notes),
    outside: outside.filter(({ markdown }) => markdown !== ''),
  };
}

function passage(
  scan: Scan,
  start: number,
  end: number,
  section: string,
  toc: { start: number; end: number },
): Passage {
  const indexes: number[] = [];
  for (let index = start; index < end; index++) {
    if (scan.kinds[index] !== 'front' && !(index >= toc.start && index < toc.end)) indexes.push(index);
  }
  const written = indexes.filter((index) => scan.kinds[index] !== 'blank');
  const [first, last] = [written[0], written.at(-1)];
  if (first === undefined || last === undefined) return { line: 1, section, markdown: '' };
  const lines = indexes
    .filter((index) => index >= first && index <= last)
    .map((index) => scan.text.lines[index]);
  return { line: scan.text.numbers[first] ?? 1, section, markdown: lines.join('\n') };
}
