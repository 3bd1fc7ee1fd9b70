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
  const months = new Map<string, { month: string; reviews: number; recalled: number }>();
  let [from, until, entry] = [0, 0, { month: '', reviews: 0, recalled: 0 }];
  for (const [day, { tested, kept }] of days) {
    if (tested === 0) continue;
    // Days come mostly in order, and to name one takes longer than to count it.
    if (day < from || day >= until) {
      const month = dayToDate(day).slice(0, 7);
      entry = months.get(month) ?? { month, reviews: 0, recalled: 0 };
      months.set(month, entry);
      [from, until] = bounds(day);
    }
    entry.reviews += tested;
    entry.recalled += kept;
  }
  return [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
}

/** The first day of the month that a day is in, and of the next one. */
function bounds(day: number): [number, number] {
  const date = new Date(day * DAY);
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()];
  return [Date.UTC(year, month, 1) / DAY, Date.UTC(year, month + 1, 1) / DAY];
}
