import type { KeyPoint } from '../handbook/card.ts';
import type { Rating } from '../memory/rating.ts';
import { type Covered, coverage, covers, proposeRating } from './coverage.ts';
import type { Ask } from './mock-plan.ts';

/** What the learner gave to one question. */
export interface Answer {
  /** `passed`: said that they do not know. */
  readonly how: 'typed' | 'spoken' | 'passed';
  readonly typed: string;
  /** Milliseconds from asked to done. */
  readonly ms: number;
  /** Whether the time ended it. */
  readonly timedOut: boolean;
  /** Points that the typed words cover, with those words. */
  readonly covered: readonly Covered[];
  /** Points that count as said: those covered, until the learner corrects them. */
  readonly ticks: ReadonlySet<number>;
  /** Whether the learner has changed the ticks, or found them right. */
  readonly judged: boolean;
}

/** How a card was answered, its follow-ups included. */
export interface CardResult {
  /** Weighted part of the key points, 0 to 1. */
  readonly coverage: number;
  readonly rating: Rating;
  /** Milliseconds. */
  readonly ms: number;
}

/**
 * The result of a card, or undefined as long as nobody can tell: it was not asked yet, or its answer was spoken
 * (or typed, but nothing in its points can be matched by words) and the learner has not ticked what they said.
 * A follow-up counts like one more key point once it was judged.
 */
export function resultOf(
  asks: readonly Ask[],
  answers: readonly Answer[],
  card: string,
): CardResult | undefined {
  const given = answers.map((answer, index) => ({ ask: asks[index] as Ask, answer }));
  const own = given.filter(({ ask }) => ask.card.id === card);
  const first = own[0];
  if (!first || !isScored(first.ask, first.answer)) return undefined;
  const scored = own.filter(({ ask, answer }) => isScored(ask, answer));
  const points = scored.flatMap(({ ask }) => ask.points);
  const ticks = new Set<number>();
  let offset = 0;
  for (const { ask, answer } of scored) {
    for (const tick of answer.ticks) ticks.add(offset + tick);
    offset += ask.points.length;
  }
  const ms = own.reduce((sum, { answer }) => sum + answer.ms, 0);
  return { coverage: coverage(ticks, points), rating: ratingFor(ticks, points), ms };
}

/** Whether what is known of an answer suffices to score it. */
export function isScored(ask: Ask, answer: Answer): boolean {
  if (answer.judged) return true;
  if (ask.kind === 'followup') return false;
  return answer.how === 'passed' || (answer.how === 'typed' && ask.points.some(canBeMatched));
}

/**
 * The rating by coverage; nothing said is Again, where a drill leaves the learner to judge. The answer ticked as a
 * whole proves less than all points of a list: Good, not Easy.
 */
function ratingFor(ticks: ReadonlySet<number>, points: readonly KeyPoint[]): Rating {
  if (ticks.size === 0) return 'again';
  const rating = proposeRating(ticks, points);
  return rating === 'easy' && points[0]?.text === '' ? 'good' : rating;
}

/** Whether a typed answer could cover the point: it names words, or its own text would cover it. */
function canBeMatched(point: KeyPoint): boolean {
  return point.terms.length > 0 || covers(point.text, [point]).length > 0;
}
