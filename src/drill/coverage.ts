import type { KeyPoint } from '../handbook/card.ts';
import type { Rating } from '../memory/rating.ts';
import { slips } from '../search/edit-distance.ts';
import { normalize } from '../search/normalize.ts';
import { type Evidence, evidenceFor, type Found } from './evidence.ts';
import { type PointWords, pointWords } from './point-words.ts';
import { type Reading, read, wordsAt } from './reading.ts';
import { NO_VOCABULARY, type Vocabulary } from './vocabulary.ts';

/** A key point that a typed answer covers, with the words of the answer that show it. */
export interface Covered {
  readonly point: number;
  readonly by: readonly string[];
}

/**
 * Which key points of a card a typed answer covers, with or without `kw` comments, in either language: terms of the
 * search (names by any of their names, stems, pairs of characters) that the answer and a point share are weighed by
 * how rare they are in the deck and among the card's own points; `kw` groups that are met and the point's bold name
 * add to it. What is denied in one and not in the other does not count. The weights were fitted to the answers marked
 * `tune` in tests/drill/typed-answers.txt.
 */
export function covers(
  typed: string,
  points: readonly KeyPoint[],
  vocabulary: Vocabulary = NO_VOCABULARY,
  question = '',
): Covered[] {
  const words = pointWords(points, question, vocabulary);
  const answer = read(typed, vocabulary, (word) => mended(word, words, vocabulary));
  if (answer.units.length === 0) return [];
  return evidenceFor(answer, normalize(typed), words).flatMap((evidence, point) => {
    const hasKeywords = (words[point] as PointWords).groups.length > 0;
    if (!isSaid(evidence, hasKeywords)) return [];
    // Who only repeats the question has answered nothing.
    if (evidence.found.length > 0 && evidence.found.every(({ asked }) => asked)) return [];
    const by = shownBy(evidence.found, answer);
    return [{ point, by: by.some((word) => word.length > 1) ? by : evidence.words }];
  });
}

/** Of a short point, or one of few words, that much of what it says. */
const NEARLY_ALL = 0.7;
const ENOUGH = 6.8;
const ENOUGH_WITHOUT = 6.2;

/** What an author wrote as the words of a point is taken at its word; all else is weighed. */
function isSaid(evidence: Evidence, hasKeywords: boolean): boolean {
  if (hasKeywords) return evidence.verbatim || scoreOf(evidence) > ENOUGH;
  return evidence.share >= NEARLY_ALL || scoreOf(evidence) > ENOUGH_WITHOUT;
}

function scoreOf({ weight, own, lead, met }: Evidence): number {
  const all = met === 1 ? 0.9 : 0;
  return 2.5 * Math.log1p(weight) + 1.3 * Math.log1p(own) + 1.5 * lead + 2.5 * met + all;
}

/** Shorter words are other words too often. */
const LONG = 5;

function mended(word: string, points: readonly PointWords[], vocabulary: Vocabulary): string | undefined {
  if (word.length < LONG || points.some(({ latin }) => latin.has(word))) return undefined;
  const near = points.flatMap(({ latin }) => [...latin]).find((other) => isSlip(word, other));
  const meant = vocabulary.mend(word);
  return meant === undefined ? undefined : (near ?? meant);
}

function isSlip(word: string, other: string): boolean {
  return other.length >= LONG && slips(word, other, 1) === 1;
}

/** Most words that are shown. */
const SHOWN = 4;

/** The strongest words, as typed and in the order typed; what overlaps or touches is one. A lone character says little. */
function shownBy(found: readonly Found[], answer: Reading): string[] {
  const stretches: { from: number; to: number }[] = [];
  for (const { from, to } of [...found].sort((a, b) => b.weight - a.weight)) {
    const near = stretches.find((other) => from <= other.to && to >= other.from);
    if (near) {
      near.from = Math.min(near.from, from);
      near.to = Math.max(near.to, to);
    } else stretches.push({ from, to });
  }
  const telling = stretches.filter(({ from, to }) => to - from > 1 || !answer.units[from]?.han);
  const words = (telling.length > 0 ? telling : stretches)
    .slice(0, SHOWN)
    .sort((a, b) => a.from - b.from)
    .map(({ from, to }) => wordsAt(answer, from, to));
  return [...new Set(words)];
}

/** Weighted part of the key points that are ticked, 0 to 1: a point nobody may miss counts twice. */
export function coverage(ticks: ReadonlySet<number>, points: readonly KeyPoint[]): number {
  const weigh = (point: KeyPoint): number => (point.must ? 2 : 1);
  const total = points.reduce((sum, point) => sum + weigh(point), 0);
  const ticked = points.reduce((sum, point, index) => sum + (ticks.has(index) ? weigh(point) : 0), 0);
  return total === 0 ? 0 : ticked / total;
}

/** How an answer was given. */
export interface Given {
  /** Empty when it was thought or spoken. */
  readonly typed: string;
  /** Milliseconds until it was there. */
  readonly ms: number;
}

/**
 * The rating that the ticks propose: Again below a third, Hard while a point nobody may miss is missing or
 * less than two thirds are covered, Easy when all are and it came fluently, else Good. With nothing ticked at all it is
 * Again for an answer that was typed, and Good for one in the head, which only the learner can judge.
 */
export function proposeRating(
  ticks: ReadonlySet<number>,
  points: readonly KeyPoint[],
  given: Given = { typed: '', ms: 0 },
): Rating {
  if (ticks.size === 0) return given.typed.trim() !== '' && points.length > 0 ? 'again' : 'good';
  const part = coverage(ticks, points);
  if (part < 1 / 3) return 'again';
  const missesMust = points.some((point, index) => point.must && !ticks.has(index));
  if (missesMust || part < 2 / 3) return 'hard';
  return part >= 1 && given.ms <= fluent(given.typed, points.length) ? 'easy' : 'good';
}

/**
 * Milliseconds in which an answer comes fluently: half a minute, ten seconds for each point, and half a second for each
 * character typed.
 */
function fluent(typed: string, points: number): number {
  return 30_000 + 10_000 * points + 500 * typed.length;
}
