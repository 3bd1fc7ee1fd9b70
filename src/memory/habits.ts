import type { Review } from './event.ts';
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
export const LATEST = 3000;
/** A question left open over lunch says nothing about the learner's pace. */
const LONGEST_SECONDS = 300;

/** The latest answers, oldest first: of each what was rated, whether the card had been seen, and the time it took. */
export class Answers {
  /** Answers so far; only the last `LATEST` are kept. */
  count = 0;
  /** The number of the rating, and 4 more for a card that had been seen. */
  readonly kinds = new Uint8Array(LATEST);
  readonly ms = new Float64Array(LATEST);

  add({ rating, ms }: Review, isKnown: boolean): void {
    const place = this.count++ % LATEST;
    this.kinds[place] = grade(rating) - 1 + (isKnown ? 4 : 0);
    this.ms[place] = ms;
  }

  copy(): Answers {
    const copy = new Answers();
    copy.count = this.count;
    copy.kinds.set(this.kinds);
    copy.ms.set(this.ms);
    return copy;
  }
}

/** Habits seen in the answers, the fewer the nearer to what is assumed. */
export function habits(answers: Answers): Habits {
  const first = HABITS.first.map((share) => share * PRIOR);
  const recalled = HABITS.recalled.map((share) => share * PRIOR);
  const time = {
    first: mean(HABITS.seconds.first),
    forgotten: mean(HABITS.seconds.forgotten),
    recalled: mean(HABITS.seconds.recalled),
  };
  for (let number = Math.max(0, answers.count - LATEST); number < answers.count; number++) {
    const kind = answers.kinds[number % LATEST] ?? 0;
    const ms = answers.ms[number % LATEST] ?? 0;
    const rated = kind % 4;
    if (kind < 4) add(first, rated);
    else if (rated > 0) add(recalled, rated - 1);
    const span = kind < 4 ? 'first' : rated > 0 ? 'recalled' : 'forgotten';
    if (ms > 0) time[span].add(Math.min(ms / 1000, LONGEST_SECONDS));
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
