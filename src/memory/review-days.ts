import { DAY, dayToDate } from './day.ts';
import type { Tally } from './tally.ts';

/** The reviews of one study day. */
export interface ReviewDay {
  readonly day: number;
  readonly reviews: number;
  readonly recalled: number;
  /** Milliseconds spent. */
  readonly ms: number;
}

/** Study days with reviews, oldest first. */
export function reviewDays({ days }: Tally): ReviewDay[] {
  return Array.from(days, ([day, { reviews, recalled, ms }]) => ({ day, reviews, recalled, ms })).sort(
    (a, b) => a.day - b.day,
  );
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

/** True retention by month (`YYYY-MM`), oldest first: of the reviews that tested memory, those that were recalled. */
export function trueRetention({ days }: Tally): { month: string; reviews: number; recalled: number }[] {
  const months = new Map<number, { month: string; reviews: number; recalled: number }>();
  for (const [day, { tested, kept }] of days) {
    if (tested === 0) continue;
    const date = new Date(day * DAY);
    const number = date.getUTCFullYear() * 12 + date.getUTCMonth();
    const entry = months.get(number) ?? { month: dayToDate(day).slice(0, 7), reviews: 0, recalled: 0 };
    entry.reviews += tested;
    entry.recalled += kept;
    months.set(number, entry);
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}
