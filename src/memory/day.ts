/** A point in time together with the clock on the learner's wall. */
export interface Moment {
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Minutes to add to UTC to get local time at that moment. */
  readonly offset: number;
}

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** A study day begins at 04:00 local time, so that a session after midnight belongs to the evening before. */
const ROLLOVER = 4 * 60 * MINUTE;

/**
 * The study day of a moment as a whole number of days since 1970-01-01.
 * The difference of two is what FSRS calls elapsed days; each moment counts with its own UTC offset,
 * which makes the count right across daylight saving and across time zones.
 */
export function studyDay(moment: Moment): number {
  return Math.floor((moment.at + moment.offset * MINUTE - ROLLOVER) / DAY);
}

/** Milliseconds since the epoch at which a study day begins for a clock with this UTC offset (minutes). */
export function dayStart(day: number, offset: number): number {
  return day * DAY + ROLLOVER - offset * MINUTE;
}

/** `YYYY-MM-DD` of a study day. */
export function dayToDate(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}

/** The study day of a `YYYY-MM-DD` date, or undefined when there is no such date. */
export function dateToDay(date: string): number | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date)) return undefined;
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) return undefined;
  const day = at / DAY;
  return dayToDate(day) === date ? day : undefined;
}
