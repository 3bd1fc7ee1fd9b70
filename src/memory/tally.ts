import { studyDay } from './day.ts';
import type { Review } from './event.ts';
import { isRecalled, RATINGS, type Rating } from './rating.ts';

/** The reviews of one study day. */
export interface DayTally {
  readonly reviews: number;
  readonly recalled: number;
  /** Milliseconds spent. */
  readonly ms: number;
  /** The same, but at most five minutes a review: a question left open over lunch does not use up the day. */
  readonly spent: number;
  /** Reviews that tested memory: the first of a card on a study day later than its last one. */
  readonly tested: number;
  /** Of these, those recalled. */
  readonly kept: number;
}

/** Reviews counted: all that statistics need of them, however many they are. */
export interface Tally {
  /** By study day. */
  readonly days: ReadonlyMap<number, DayTally>;
  readonly ratings: Readonly<Record<Rating, number>>;
  readonly reviews: number;
  /** Milliseconds spent. */
  readonly ms: number;
}

/** A tally that is still counted in. */
export interface OpenTally extends Tally {
  readonly days: Map<number, Changing<DayTally>>;
  readonly ratings: Record<Rating, number>;
  reviews: number;
  ms: number;
}

type Changing<T> = { -readonly [K in keyof T]: T[K] };

const LONGEST = 5 * 60_000;

export function emptyTally(): OpenTally {
  return { days: new Map(), ratings: { again: 0, hard: 0, good: 0, easy: 0 }, reviews: 0, ms: 0 };
}

export function copyTally(tally: Tally): OpenTally {
  const days = new Map(Array.from(tally.days, ([day, entry]) => [day, { ...entry }]));
  return { ...tally, days, ratings: { ...tally.ratings } };
}

/** The reviews of several tallies together. */
export function sumOf(tallies: readonly Tally[]): Tally {
  const [first, ...others] = tallies;
  if (first && others.length === 0) return first;
  const sum = emptyTally();
  for (const tally of tallies) {
    for (const [day, entry] of tally.days) {
      const known = sum.days.get(day);
      sum.days.set(day, known ? sumOfDays(known, entry) : { ...entry });
    }
    for (const rating of RATINGS) sum.ratings[rating] += tally.ratings[rating];
    sum.reviews += tally.reviews;
    sum.ms += tally.ms;
  }
  return sum;
}

function sumOfDays(a: DayTally, b: DayTally): DayTally {
  return {
    reviews: a.reviews + b.reviews,
    recalled: a.recalled + b.recalled,
    ms: a.ms + b.ms,
    spent: a.spent + b.spent,
    tested: a.tested + b.tested,
    kept: a.kept + b.kept,
  };
}

/** Counts one review in; `before` is the study day of the card's review before it, or undefined. */
export function countIn(tally: OpenTally, review: Review, before: number | undefined): void {
  const { rating, ms } = review;
  const day = studyDay(review);
  let entry = tally.days.get(day);
  if (entry === undefined) {
    entry = { reviews: 0, recalled: 0, ms: 0, spent: 0, tested: 0, kept: 0 };
    tally.days.set(day, entry);
  }
  const recalled = isRecalled(rating) ? 1 : 0;
  const tested = before !== undefined && day > before ? 1 : 0;
  entry.reviews++;
  entry.recalled += recalled;
  entry.ms += ms;
  entry.spent += Math.min(ms, LONGEST);
  entry.tested += tested;
  entry.kept += tested * recalled;
  tally.ratings[rating]++;
  tally.reviews++;
  tally.ms += ms;
}
