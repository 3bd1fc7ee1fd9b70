import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type PlanDate, planDate } from '../../src/commands/plan-date.ts';
import { dateToDay, dayToDate } from '../../src/memory/day.ts';

/** A Monday. */
const TODAY = dateToDay('2026-11-23') as number;

function said(found: PlanDate): string {
  return found.kind === 'date' ? found.date : 'date' in found ? `${found.kind} ${found.date}` : found.kind;
}

describe('what is understood', () => {
  test.each([
    ['2026-12-05', '2026-12-05'],
    ['2026/12/5', '2026-12-05'],
    ['2026.12.5', '2026-12-05'],
    ['20261205', '2026-12-05'],
    ['2026年12月5日', '2026-12-05'],
    ['2026 年 12 月 5 日', '2026-12-05'],
    ['２０２６－１２－０５', '2026-12-05'],
    ['12-05', '2026-12-05'],
    ['12/5', '2026-12-05'],
    ['12月5日', '2026-12-05'],
    ['12月5号', '2026-12-05'],
    ['11-23', '2026-11-23'],
    ['11-22', '2027-11-22'],
    ['2-29', '2028-02-29'],
    ['Dec 5', '2026-12-05'],
    ['5 december', '2026-12-05'],
    ['December 5th, 2026', '2026-12-05'],
    ['today', '2026-11-23'],
    ['今天', '2026-11-23'],
    ['Tomorrow', '2026-11-24'],
    ['明天', '2026-11-24'],
    ['后天', '2026-11-25'],
    ['大后天', '2026-11-26'],
    ['+10d', '2026-12-03'],
    ['+10', '2026-12-03'],
    ['+ 2 weeks', '2026-12-07'],
    ['10天后', '2026-12-03'],
    ['2 周后', '2026-12-07'],
    ['friday', '2026-11-27'],
    ['Sat', '2026-11-28'],
    ['周五', '2026-11-27'],
    ['星期天', '2026-11-29'],
    ['monday', '2026-11-30'],
    ['下周一', '2026-11-30'],
    ['下周五', '2026-12-04'],
  ])('%s', (text, expected) => expect(said(planDate(text, TODAY))).toBe(expected));
});

describe('what is not to be planned for', () => {
  test.each([
    ['2026-11-22', 'past 2026-11-22'],
    ['yesterday', 'past 2026-11-22'],
    ['前天', 'past 2026-11-21'],
    ['2020/1/1', 'past 2020-01-01'],
    ['2028-11-23', '2028-11-23'],
    ['2028-11-24', 'far 2028-11-24'],
    ['+732d', 'far 2028-11-24'],
    ['2026-02-30', 'impossible'],
    ['2026-13-01', 'impossible'],
    ['2026-00-10', 'impossible'],
    ['2-30', 'impossible'],
    ['Feb 30', 'impossible'],
    ['13/5', 'impossible'],
    ['', 'unclear'],
    ['soon', 'unclear'],
    ['-3d', 'unclear'],
    ['+1m', 'unclear'],
    ['1/2-3', 'unclear'],
    ['2026-12', 'unclear'],
    ['mono', 'unclear'],
    ['maybe 5', 'unclear'],
    ['__proto__', 'unclear'],
    ['constructor', 'unclear'],
  ])('%s', (text, expected) => expect(said(planDate(text, TODAY))).toBe(expected));

  test('whatever is typed, there is an answer', () => {
    const piece = fc.constantFrom(
      '2026',
      '12',
      '5',
      '-',
      '/',
      '年',
      '月',
      '日',
      '+',
      'd',
      'w',
      ' ',
      '周',
      '下',
      'dec',
      '后',
    );
    const text = fc.oneof(
      fc.string(),
      fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(text, (each) => {
        const found = planDate(each, TODAY);
        if (found.kind === 'date') expect(dateToDay(found.date)).toBeGreaterThanOrEqual(TODAY);
      }),
    );
  });
});

test('every day of the next two years can be written with and without its zeros', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 731 }), (ahead) => {
      const date = dayToDate(TODAY + ahead);
      const [year, month, day] = date.split('-').map(Number);
      expect(said(planDate(date, TODAY))).toBe(date);
      expect(said(planDate(`${year}/${month}/${day}`, TODAY))).toBe(date);
      if (ahead < 365) expect(said(planDate(`${month}-${day}`, TODAY))).toBe(date);
    }),
  );
});
