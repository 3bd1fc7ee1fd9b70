import { describe, expect, test } from 'vitest';
import { dateToDay, dayStart, dayToDate, studyDay } from '../../src/memory/day.ts';

const dateOf = (local: string) => dayToDate(studyDay({ at: Date.parse(local), offset: offsetOf(local) }));
const daysBetween = (from: string, to: string) =>
  studyDay({ at: Date.parse(to), offset: offsetOf(to) }) -
  studyDay({ at: Date.parse(from), offset: offsetOf(from) });

/** Minutes of the `+08:00` at the end of an ISO time. */
function offsetOf(local: string): number {
  const [, sign, hours, minutes] = /([+-])(\d\d):(\d\d)$/.exec(local) as RegExpExecArray;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

describe('study day', () => {
  test.each([
    ['2026-11-24T03:59:59.999+08:00', '2026-11-23'],
    ['2026-11-24T04:00:00.000+08:00', '2026-11-24'],
    ['2026-11-24T23:59:00.000-05:00', '2026-11-24'],
    ['2026-11-25T00:30:00.000-05:00', '2026-11-24'],
    ['2026-11-25T04:00:00.000+05:45', '2026-11-25'],
    ['2026-11-25T03:59:00.000+00:00', '2026-11-24'],
    ['2024-02-29T12:00:00.000+00:00', '2024-02-29'],
  ])('%s belongs to %s', (local, date) => expect(dateOf(local)).toBe(date));

  test.each([
    // Eleven minutes across UTC midnight, in New York's evening.
    ['2026-11-24T18:55:00-05:00', '2026-11-24T19:06:00-05:00', 0],
    ['2026-11-24T23:55:00+08:00', '2026-11-25T00:30:00+08:00', 0],
    ['2026-11-24T22:00:00+08:00', '2026-11-25T08:00:00+08:00', 1],
    // The nights on which the clocks change in New York.
    ['2026-03-07T20:00:00-05:00', '2026-03-08T20:00:00-04:00', 1],
    ['2026-10-31T20:00:00-04:00', '2026-11-01T20:00:00-05:00', 1],
    ['2026-10-31T05:00:00-04:00', '2026-11-01T03:30:00-05:00', 0],
    // A flight from Shanghai to Los Angeles arrives before it left.
    ['2026-11-24T12:00:00+08:00', '2026-11-24T09:00:00-08:00', 0],
    ['2026-11-24T05:00:00+08:00', '2026-11-23T20:00:00-08:00', -1],
  ])('from %s to %s are %i days', (from, to, days) => expect(daysBetween(from, to)).toBe(days));

  test('begins where the day before ends', () => {
    for (const offset of [-480, 0, 345, 480, 840]) {
      const start = dayStart(20_000, offset);
      expect([studyDay({ at: start - 1, offset }), studyDay({ at: start, offset })]).toEqual([
        19_999, 20_000,
      ]);
    }
  });
});

describe('date', () => {
  test.each([
    ['1970-01-01', 0],
    ['2026-12-05', 20_792],
    ['2024-02-29', 19_782],
    ['2026-02-29', undefined],
    ['2026-13-01', undefined],
    ['2026-1-1', undefined],
    ['tomorrow', undefined],
    ['', undefined],
  ])('%s is day %s', (date, day) => expect(dateToDay(date)).toBe(day));

  test('is the way back', () => expect(dayToDate(20_792)).toBe('2026-12-05'));
});
