import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, MINUTE, studyDay } from '../../src/memory/day.ts';
import { RATINGS } from '../../src/memory/rating.ts';
import { createScheduler, isDue, NEW, type Performance, type Reviewed } from '../../src/memory/schedule.ts';
import { DAYS, START } from './events.ts';

const now = { at: START, offset: 480 };
const learnt: Reviewed = {
  kind: 'reviewed',
  phase: 'review',
  step: 0,
  stability: 10,
  difficulty: 5,
  due: START,
  dueDay: studyDay(now),
  lastReview: START - 10 * DAYS,
  lastDay: studyDay(now) - 10,
  reps: 4,
  lapses: 0,
  leech: false,
};

const outlooks = (state: Performance, options = {}) =>
  createScheduler(options)
    .preview(state, now, 'card')
    .map(({ rating, ms, days }) => [rating, days > 0 ? days : ms / MINUTE]);

describe('preview', () => {
  test('of a new card: the learning steps, then days', () => {
    expect(outlooks(NEW, { fuzz: false })).toEqual([
      ['again', 1],
      ['hard', 5.5],
      ['good', 10],
      ['easy', 8],
    ]);
  });

  test('of a learnt card: relearning for Again, days that grow with the rating', () => {
    const found = outlooks(learnt, { fuzz: false });
    expect(found[0]).toEqual(['again', 10]);
    const days = found.slice(1).map(([, value]) => value as number);
    expect(days).toEqual(days.toSorted((a, b) => a - b));
    expect(new Set(days).size).toBe(3);
  });

  test('without steps every rating leads to days', () => {
    expect(
      outlooks(NEW, { learningSteps: [], relearningSteps: [] }).map(([, value]) => Number(value) >= 1),
    ).toEqual([true, true, true, true]);
    expect(createScheduler({ relearningSteps: [] }).next(learnt, now, 'again', 'card')).toMatchObject({
      phase: 'review',
      lapses: 1,
    });
  });

  test('is what the rating then does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...RATINGS), fc.integer({ min: 0, max: 60 })), {
          minLength: 1,
          maxLength: 20,
        }),
        fc.string(),
        (steps, seed) => {
          const scheduler = createScheduler();
          let state: Performance = NEW;
          let at = START;
          for (const [rating, days] of steps) {
            at += days * DAY + 600_000;
            const moment = { at, offset: 480 };
            const outlook = scheduler.preview(state, moment, seed).find((each) => each.rating === rating);
            state = scheduler.next(state, moment, rating, seed);
            expect(outlook?.state).toEqual(state);
            expect(state.due).toBeGreaterThan(at);
            expect(state.dueDay).toBe(studyDay({ at: state.due, offset: 480 }));
            expect(isDue(state, moment)).toBe(false);
            expect(isDue(state, { at: state.due, offset: 480 })).toBe(true);
            if (state.phase === 'review')
              expect(isDue(state, { at: state.due - 1, offset: 480 })).toBe(false);
          }
        },
      ),
    );
  });
});

describe('schedule', () => {
  test('the spread of intervals is small, and the same for the same card', () => {
    const scheduler = createScheduler();
    const exact = createScheduler({ fuzz: false }).next(learnt, now, 'good', 'x').dueDay;
    const dues = [...Array(200).keys()].map(
      (number) => scheduler.next(learnt, now, 'good', `card ${number}`).dueDay,
    );
    expect(new Set(dues).size).toBeGreaterThan(2);
    expect(Math.max(...dues.map((day) => Math.abs(day - exact)))).toBeLessThanOrEqual(4);
    expect(scheduler.next(learnt, now, 'good', 'card 7').dueDay).toBe(dues[7]);
  });

  test('a higher desired retention asks sooner', () => {
    const due = (retention: number) =>
      createScheduler({ retention, fuzz: false }).next(learnt, now, 'good', 'x').dueDay;
    expect([due(0.95) < due(0.9), due(0.9) < due(0.8)]).toEqual([true, true]);
  });

  test('the sixth lapse makes a leech; Again while learning is no lapse', () => {
    const scheduler = createScheduler();
    let state = scheduler.next(scheduler.next(NEW, now, 'again', 'x'), now, 'again', 'x');
    expect(state.lapses).toBe(0);
    const leech: boolean[] = [];
    for (let lapse = 1; lapse <= 6; lapse++) {
      state = scheduler.next(
        { ...state, phase: 'review' },
        { at: START + lapse * 9 * DAYS, offset: 0 },
        'again',
        'x',
      );
      leech.push(state.leech);
    }
    expect(state.lapses).toBe(6);
    expect(leech).toEqual([false, false, false, false, false, true]);
  });

  test('a card due on a study day stays due after a flight west', () => {
    const state = createScheduler().next(NEW, { at: START, offset: 480 }, 'easy', 'x');
    expect(isDue(state, { at: state.due + 16 * 60 * MINUTE, offset: -480 })).toBe(true);
  });

  test.each([[[1, 2, 3]], [Array(19).fill(1)], [Array(21).fill(Number.NaN)]])(
    'parameters %j are refused',
    (parameters) => {
      expect(() => createScheduler({ parameters })).toThrow();
    },
  );

  test('recall of a new card is 0, of a card just seen 1, and falls with the days', () => {
    const scheduler = createScheduler();
    const today = studyDay(now);
    expect(scheduler.retrievability(NEW, today)).toBe(0);
    expect(scheduler.retrievability({ ...learnt, lastDay: today }, today)).toBe(1);
    expect(scheduler.retrievability({ ...learnt, lastDay: today + 1 }, today)).toBe(1);
    expect(scheduler.retrievability(learnt, today)).toBeCloseTo(0.9, 6);
  });
});
