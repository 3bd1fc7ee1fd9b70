import { partKind } from './part.ts';
import { readsAsQuestion } from './question.ts';
import type { Heading, Scan } from './scan.ts';

/** Which level of heading asks the questions in a handbook. */
const USUAL_LEVEL = 3;
/** When nothing else tells: the levels in the order in which people use them for questions. */
const PREFERENCE = [3, 2, 4, 1, 5, 6];

interface Tally {
  headings: number;
  questions: number;
  answered: number;
}

/**
 * The level of the question headings: 3 by the format, another one where the headings of level 3
 * ask nothing and those of the other level do. Headings that name a part of an answer do not count.
 */
export function questionLevel(scan: Scan): number {
  const tallies = PREFERENCE.map((): Tally => ({ headings: 0, questions: 0, answered: 0 }));
  const tallyOf = (level: number) => tallies[PREFERENCE.indexOf(level)] as Tally;
  scan.headings.forEach((heading, index) => {
    const { title } = heading;
    if (title === '' || partKind(title) !== 'other') return;
    const tally = tallyOf(heading.level);
    tally.headings++;
    if (readsAsQuestion(title)) tally.questions++;
    if (hasBody(scan, heading, scan.headings[index + 1])) tally.answered++;
  });
  const usual = tallyOf(USUAL_LEVEL);
  const asked = best(tallies, (tally) => tally.questions);
  const clear = asked.questions >= 2 && asked.questions * 2 >= asked.headings;
  if (usual.questions === 0 && clear) return levelOf(tallies, asked);
  if (usual.answered > 0 || usual.questions > 0) {
    const swamped = asked.questions > 10 * usual.questions && usual.answered * 5 < asked.answered;
    return swamped ? levelOf(tallies, asked) : USUAL_LEVEL;
  }
  const answered = best(tallies, (tally) => tally.answered + 3 * tally.questions);
  if (answered.answered === 0)
    return usual.headings > 0
      ? USUAL_LEVEL
      : levelOf(
          tallies,
          best(tallies, (t) => t.headings),
        );
  const onlyTitle = answered === tallyOf(1) && answered.headings === 1 && answered.questions === 0;
  return onlyTitle ? USUAL_LEVEL : levelOf(tallies, answered);
}

/** Whether anything but headings stands below a heading before the next one. */
export function hasBody(scan: Scan, heading: Heading, next: Heading | undefined): boolean {
  const end = next?.index ?? scan.kinds.length;
  for (let index = heading.end; index < end; index++) {
    const kind = scan.kinds[index];
    if (kind !== 'blank' && kind !== 'comment' && kind !== 'rule') return true;
  }
  return false;
}

function best(tallies: readonly Tally[], score: (tally: Tally) => number): Tally {
  return tallies.reduce((a, b) => (score(b) > score(a) ? b : a));
}

function levelOf(tallies: readonly Tally[], tally: Tally): number {
  return PREFERENCE[tallies.indexOf(tally)] ?? USUAL_LEVEL;
}
