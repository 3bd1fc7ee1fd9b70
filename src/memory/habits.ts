import type { Review } from './event.ts';
import { cardKey } from './fold.ts';
import { grade } from './rating.ts';

/** How a learner answers and how long it takes: what a forecast needs besides memory. */
export interface Habits {
  /** Chances of Again, Hard, Good, Easy at first sight of a card; they add up to 1. */
  readonly first: readonly number[];
  /** Chances of Hard, Good, Easy when a card is recalled; they add up to 1. */
  readonly recalled: readonly number[];
  /** Seconds a question takes: at first sight, when forgotten, when recalled. */
  readonly seconds: { readonly first: number; readonly forgotten: number; readonly recalled: number };
}

/** What is assumed of a learner before there are reviews. */
export const HABITS: Habits = {
  first: [0.25, 0.15, 0.45, 0.15],
  recalled: [0.2, 0.65, 0.15],
  seconds: { first: 35, forgotten: 40, recalled: 30 },
};

/** The assumption counts as much as so many reviews. */
const PRIOR = 20;
/** Habits are those of late, and looking at more would only take time. */
const LATEST = 3000;
/** A question left open over lunch says nothing about the learner's pace. */
const LONGEST_SECONDS = 300;

/** Habits seen in the reviews (oldest first), the fewer the nearer to what is assumed. */
export function habits(reviews: readonly Review[]): Habits {
  const first = HABITS.first.map((share) => share * PRIOR);
  const recalled = HABITS.recalled.map((share) => share * PRIOR);
  const time = {
    first: mean(HABITS.seconds.first),
    forgotten: mean(HABITS.seconds.forgotten),
    recalled: mean(HABITS.seconds.recalled),
  };
  const seen = new Set<string>();
  const start = Math.max(0, reviews.length - LATEST);
  for (const [index, review] of reviews.entries()) {
    const key = cardKey(review.deck, review.card);
    const known = seen.has(key);
    seen.add(key);
    if (index < start) continue;
    const number = grade(review.rating);
    if (!known) add(first, number - 1);
    else if (number > 1) add(recalled, number - 2);
    const kind = !known ? 'first' : number > 1 ? 'recalled' : 'forgotten';
    if (review.ms > 0) time[kind].add(Math.min(review.ms / 1000, LONGEST_SECONDS));
  }
  return {
    first: shares(first),
    recalled: shares(recalled),
    seconds: {
      first: time.first.value(),
      forgotten: time.forgotten.value(),
      recalled: time.recalled.value(),
    },
  };
}

function add(counts: number[], index: number): void {
  counts[index] = (counts[index] ?? 0) + 1;
}

function shares(counts: readonly number[]): number[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => count / total);
}

function mean(assumed: number) {
  let sum = assumed * PRIOR;
  let count = PRIOR;
  return {
    add(value: number) {
      sum += value;
      count++;
    },
    value: () => sum / count,
  };
}
