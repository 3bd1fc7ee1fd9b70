import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateToDay, dayToDate, studyDay } from '../../src/memory/day.ts';
import { fold } from '../../src/memory/fold.ts';
import { gainPerSecond } from '../../src/memory/gain.ts';
import { HABITS } from '../../src/memory/habits.ts';
import { planGain, planReport } from '../../src/memory/plan.ts';
import type { QueueCard } from '../../src/memory/queue.ts';
import { createScheduler, NEW, type Reviewed } from '../../src/memory/schedule.ts';
import { DAYS, histories, idOf, review, START } from './events.ts';

const now = { at: START, offset: 0 };
const today = studyDay(now);
const inDays = (days: number) => dayToDate(today + days);
const deck = (count: number): QueueCard[] =>
  Array.from({ length: count }, (_, index) => ({
    deck: 'k8s',
    id: `c${index}`,
    topic: index % 2 ? 'net' : 'pods',
    group: '',
  }));
const learnt = (stability: number, days: number): Reviewed => ({
  kind: 'reviewed',
  phase: 'review',
  step: 0,
  stability,
  difficulty: 5,
  due: START,
  dueDay: today,
  lastReview: START - days * DAYS,
  lastDay: today - days,
  reps: 4,
  lapses: 0,
  leech: false,
});

describe('gain', () => {
  const gain = (days: number) =>
    gainPerSecond({ scheduler: createScheduler(), habits: HABITS, now, day: today + days });

  test('of a card never seen is what recall is expected after its first rating, per second', () => {
    const scheduler = createScheduler();
    const recall = [0.212, 1.2931, 2.3065, 8.2956].map((stability) => scheduler.recallAfter(stability, 10));
    const expected = recall.reduce((sum, value, index) => sum + value * (HABITS.first[index] as number), 0);
    expect(gain(10)(NEW)).toBeCloseTo(expected / HABITS.seconds.first, 10);
  });

  test.each<[string, number, [Reviewed | typeof NEW, Reviewed | typeof NEW]]>([
    ['a new card before one known well', 14, [NEW, learnt(30, 5)]],
    ['a new card before one half forgotten', 14, [NEW, learnt(3, 6)]],
    ['a shaky card before one known well', 3, [learnt(3, 4), learnt(60, 4)]],
    ['a card not seen for long before the same seen yesterday', 7, [learnt(10, 12), learnt(10, 1)]],
  ])('%s', (_, days, [more, less]) => expect(gain(days)(more)).toBeGreaterThan(gain(days)(less)));

  test('of a card seen minutes ago is a fraction of what it is two days later', () => {
    expect(gain(14)(learnt(8, 0))).toBeLessThan(gain(14)(learnt(8, 2)) / 5);
  });

  test('is worked out once for a state', () => {
    const scheduler = createScheduler();
    let calls = 0;
    const counting = {
      ...scheduler,
      next: (...args: Parameters<typeof scheduler.next>) => {
        calls++;
        return scheduler.next(...args);
      },
    };
    const value = gainPerSecond({ scheduler: counting, habits: HABITS, now, day: today + 9 });
    const state = learnt(5, 5);
    expect(value(state)).toBe(value(state));
    expect(calls).toBe(4);
  });
});

describe('plan', () => {
  test.each([
    ['tomorrow', inDays(1), true],
    ['today', inDays(0), false],
    ['yesterday', inDays(-1), false],
    ['no date', 'soon', false],
  ])('for %s there is an order: %s %s', (_, date, isOrdered) => {
    expect(planGain(fold([]), now, date) !== undefined).toBe(isOrdered);
  });

  test('of a fresh deck: nothing is known now, much on the day, and a missed day costs', () => {
    const report = planReport(deck(40), fold([]), { now, date: inDays(10), minutes: 15 });
    expect(report).toMatchObject({ daysLeft: 10, minutes: 15, cards: 40, seen: 0, now: 0, untouched: 0 });
    expect(report.reviewsPerDay).toBe(26);
    expect(report.onTheDay).toBeGreaterThan(0.9);
    expect(report.missedDay).toBeGreaterThan(0);
    expect(report.missedDay).toBeLessThan(0.05);
    expect(report.topics.map(({ topic, cards }) => [topic, cards])).toEqual([
      ['pods', 20],
      ['net', 20],
    ]);
  });

  test('when there is no time to see every card, what fits is forecast', () => {
    const report = planReport(deck(100), fold([]), { now, date: inDays(2), minutes: 5 });
    // Two days of 300 seconds at 35 seconds a new card: the ninth question of each day still begins in time.
    expect(report.onTheDay).toBeGreaterThan(0.1);
    expect(report.onTheDay).toBeLessThanOrEqual(0.18);
  });

  test('more minutes, more recall', () => {
    const onTheDay = [0, 5, 15, 45].map(
      (minutes) => planReport(deck(60), fold([]), { now, date: inDays(7), minutes }).onTheDay,
    );
    expect(onTheDay).toEqual(onTheDay.toSorted((a, b) => a - b));
    expect(onTheDay[0]).toBe(0);
  });

  test('on the day and after it what is known now is what counts', () => {
    const progress = fold([review(1, 'c0', 'easy', START - 3 * DAYS)]);
    for (const days of [0, -4]) {
      const report = planReport(deck(1), progress, { now, date: inDays(days), minutes: 15 });
      expect(report.daysLeft).toBe(0);
      expect([report.onTheDay, report.missedDay]).toEqual([report.untouched, 0]);
    }
  });

  test('time spent today is gone', () => {
    const spent = Array.from({ length: 30 }, (_, index) => ({
      ...review(index, `other ${index}`, 'good', START - 60_000 + index),
      ms: 30_000,
    }));
    const options = { now, date: inDays(1), minutes: 15 };
    expect(planReport(deck(30), fold(spent), options).onTheDay).toBe(0);
    expect(planReport(deck(30), fold([]), options).onTheDay).toBeGreaterThan(0.3);
  });

  test('suspended cards are not studied but count on the day', () => {
    const suspended = deck(10).map(({ id }, index) => ({
      type: 'suspend' as const,
      id: idOf(index),
      at: START,
      offset: 0,
      deck: 'k8s',
      card: id,
    }));
    expect(planReport(deck(10), fold(suspended), { now, date: inDays(5), minutes: 60 }).onTheDay).toBe(0);
  });

  test('a date that is none is refused', () => {
    expect(() => planReport(deck(1), fold([]), { now, date: '2026-02-30', minutes: 15 })).toThrow(RangeError);
  });

  test('whatever the history: recall lies in 0 to 1 and the same question gets the same answer', () => {
    const cards = ['hpa', 'vpa', 'pod', 'node'].map((id) => ({ deck: 'k8s', id, topic: id, group: '' }));
    fc.assert(
      fc.property(histories, fc.integer({ min: 1, max: 20 }), (events, days) => {
        const progress = fold(events);
        const when = { at: START + 40 * DAYS, offset: 0 };
        const options = { now: when, date: dayToDate(studyDay(when) + days), minutes: 10 };
        const report = planReport(cards, progress, options);
        for (const value of [
          report.now,
          report.onTheDay,
          report.untouched,
          ...report.topics.map((topic) => topic.onTheDay),
        ]) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1);
        }
        expect(planReport(cards, progress, options)).toEqual(report);
        expect(dateToDay(report.date)).toBe(studyDay(when) + days);
      }),
      { numRuns: 25 },
    );
  });
});
