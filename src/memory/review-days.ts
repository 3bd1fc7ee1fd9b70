import { dayToDate, studyDay } from './day.ts';
import type { Review } from './event.ts';
import { cardKey } from './fold.ts';
import { isRecalled } from './rating.ts';

/** The reviews of one study day. */
export interface ReviewDay {
  readonly day: number;
  readonly reviews: number;
  readonly recalled: number;
  /** Milliseconds spent. */
  readonly ms: number;
}

/** Study days with reviews, oldest first. */
export function reviewDays(reviews: readonly Review[]): ReviewDay[] {
  const days = new Map<number, { day: number; reviews: number; recalled: number; ms: number }>();
  for (const review of reviews) {
    const day = studyDay(review);
    let entry = days.get(day);
    if (entry === undefined) {
      entry = { day, reviews: 0, recalled: 0, ms: 0 };
      days.set(day, entry);
    }
    entry.reviews++;
    if (isRecalled(review.rating)) entry.recalled++;
    entry.ms += review.ms;
  }
  return [...days.values()].sort((a, b) => a.day - b.day);
}

/** Days in a row with reviews: the one that is still going (today may be to come) and the longest. */
export function streaks(days: readonly ReviewDay[], today: number): { current: number; longest: number } {
  let run = 0;
  let longest = 0;
  let current = 0;
  let before: number | undefined;
  for (const { day } of days) {
    run = before !== undefined && day === before + 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
    if (day === today || day === today - 1) current = run;
    before = day;
  }
  return { current, longest };
}

/**
 * True retention by month (`YYYY-MM`), oldest first: of the reviews that tested memory, that is the first of
 * a card on a study day later than its last one, those that were recalled.
 */
export function trueRetention(
  reviews: readonly Review[],
): { month: string; reviews: number; recalled: number }[] {
  const lastDay = new Map<string, number>();
  const months = new Map<string, { month: string; reviews: number; recalled: number }>();
  for (const review of reviews) {
    const key = cardKey(review.deck, review.card);
    const day = studyDay(review);
    const before = lastDay.get(key);
    lastDay.set(key, day);
    if (before === undefined || day <= before) continue;
    const month = dayToDate(day).slice(0, 7);
    const entry = months.get(month) ?? { month, reviews: 0, recalled: 0 };
    entry.reviews++;
    if (isRecalled(review.rating)) entry.recalled++;
    months.set(month, entry);
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}
