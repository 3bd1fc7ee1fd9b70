import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cardKey } from '../../src/memory/card-key.ts';
import type { LogEvent } from '../../src/memory/event.ts';
import { inOrder } from '../../src/memory/event-order.ts';
import { allReviews, countedReviews, fold, performanceOf } from '../../src/memory/fold.ts';
import { createScheduler, NEW } from '../../src/memory/schedule.ts';
import { withoutUndone } from '../../src/memory/undone.ts';
import { derivedOf } from './derived.ts';
import { DAYS, HOURS, histories, idOf, review, START, undo } from './events.ts';

const mark = (number: number, type: 'suspend' | 'unsuspend' | 'reset', card: string): LogEvent => ({
  type,
  id: idOf(number),
  at: START + number * DAYS,
  offset: 0,
  deck: 'k8s',
  card,
});
const rename = (number: number, card: string, to: string): LogEvent => ({
  type: 'rename',
  id: idOf(number),
  at: START + number * DAYS,
  offset: 0,
  deck: 'k8s',
  card,
  to,
});

/** Everything of a progress that can be compared. */
const values = (events: Iterable<LogEvent>) => {
  const { cards, ...derived } = derivedOf(fold(events));
  return { ...derived, cards: new Map(cards), reviews: countedReviews(events) };
};
const states = (...events: LogEvent[]) =>
  Object.fromEntries([...fold(events).cards.values()].map((entry) => [entry.card, entry.performance]));

describe('folding a log', () => {
  test('the order in which events come does not matter', () => {
    fc.assert(
      fc.property(
        histories.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        ([events, shuffled]) => {
          expect(values(shuffled)).toEqual(values(events));
        },
      ),
    );
  });

  test('repeats do not matter', () => {
    fc.assert(
      fc.property(
        histories.chain((events) => fc.tuple(fc.constant(events), fc.subarray(events))),
        ([events, again]) => {
          expect(values([...again, ...structuredClone(events), ...again])).toEqual(values(events));
        },
      ),
    );
  });

  test('undoing every event that counts, last first, ends where a fresh log begins', () => {
    fc.assert(
      fc.property(histories, (events) => {
        const log = [...events];
        for (let step = 0; ; step++) {
          const counting = withoutUndone(inOrder(log));
          const last = counting.at(-1);
          if (last === undefined) break;
          log.push({ type: 'undo', id: `U${step}`, at: last.at + 1, offset: 0, of: last.id });
          expect(withoutUndone(inOrder(log))).toEqual(counting.slice(0, -1));
        }
        expect([...fold(log).cards]).toEqual([]);
      }),
      { numRuns: 50 },
    );
  });

  test('an undone review leaves the state that a log without it has, also when the card was late', () => {
    const late = [review(1, 'hpa', 'good'), review(2, 'hpa', 'good'), review(30, 'hpa', 'again')];
    expect(states(...late, undo(31, 30))).toEqual(states(...late.slice(0, 2)));
  });

  test('undo of undo brings the review back', () => {
    const events = [review(1, 'hpa', 'good'), review(5, 'hpa', 'easy')];
    expect(states(...events, undo(6, 5), undo(7, 6))).toEqual(states(...events));
    expect(states(...events, undo(6, 5), undo(7, 6), undo(8, 7))).toEqual(states(events[0] as LogEvent));
  });

  test('undo of an event of another device that is not here yet waits for it', () => {
    expect(states(undo(6, 5))).toEqual({});
    expect(states(undo(6, 5), review(5, 'hpa', 'good'))).toEqual({});
  });

  test('undos in a circle, which only a forged log holds, resolve alike in every order', () => {
    const events = [review(1, 'hpa', 'good'), undo(2, 3), undo(3, 2), undo(4, 1)];
    expect(values(events)).toEqual(values(events.toReversed()));
  });

  test('a clock that was set back does not throw and counts as the same day', () => {
    const back = [
      review(1, 'hpa', 'good', START),
      { ...review(2, 'hpa', 'good', START + HOURS), offset: -1440 },
    ];
    const same = [review(1, 'hpa', 'good', START), review(2, 'hpa', 'good', START + HOURS)];
    const stability = (events: LogEvent[]) => {
      const state = performanceOf(fold(events), 'k8s', 'hpa');
      return state.kind === 'new' ? 0 : state.stability;
    };
    expect(stability(back)).toBe(stability(same));
  });

  test('eleven minutes across UTC midnight are the same study day', () => {
    const at = Date.parse('2026-11-24T23:55:00Z');
    const state = performanceOf(
      fold([review(1, 'hpa', 'good', at, -300), review(2, 'hpa', 'good', at + 11 * 60_000, -300)]),
      'k8s',
      'hpa',
    );
    expect(state.kind === 'reviewed' && state.stability).toBeCloseTo(2.3065, 4);
  });

  test('a reset starts the schedule anew and keeps the review for the statistics', () => {
    const progress = fold([review(1, 'hpa', 'good'), mark(2, 'reset', 'hpa')]);
    expect(performanceOf(progress, 'k8s', 'hpa')).toBe(NEW);
    expect(allReviews(progress).reviews).toBe(1);
    expect(states(review(1, 'hpa', 'again'), mark(2, 'reset', 'hpa'), review(3, 'hpa', 'good'))).toEqual(
      states(review(3, 'hpa', 'good')),
    );
  });

  test('history follows a card to its new id, whichever device wrote under the old one', () => {
    const moved = [review(1, 'hpa', 'good'), rename(2, 'hpa', 'hpa-basics'), review(9, 'hpa', 'good')];
    const progress = fold(moved);
    expect([...progress.cards.keys()]).toEqual([cardKey('k8s', 'hpa-basics')]);
    expect(countedReviews(moved).map((each) => each.card)).toEqual(['hpa-basics', 'hpa-basics']);
    expect(performanceOf(progress, 'k8s', 'hpa-basics')).toMatchObject({ reps: 2 });
  });

  test('an id that went away and came back is itself again', () => {
    expect(
      Object.keys(
        states(review(1, 'a', 'good'), rename(2, 'a', 'b'), rename(3, 'b', 'a'), review(4, 'a', 'good')),
      ),
    ).toEqual(['a']);
  });

  test('marks: the later one counts', () => {
    const suspended = (...events: LogEvent[]) => fold(events).cards.get(cardKey('k8s', 'hpa'))?.suspended;
    expect(suspended(mark(1, 'suspend', 'hpa'))).toBe(true);
    expect(suspended(mark(2, 'unsuspend', 'hpa'), mark(1, 'suspend', 'hpa'))).toBe(false);
    expect(suspended(mark(1, 'suspend', 'hpa'), undo(2, 1))).toBe(undefined);
  });

  test('the plan with no date ends the plan', () => {
    const plan = (number: number, date: string): LogEvent => ({
      type: 'plan',
      id: idOf(number),
      at: number,
      offset: 0,
      date,
      minutes: 15,
    });
    expect(fold([plan(1, '2026-12-05')]).plan).toMatchObject({ date: '2026-12-05', minutes: 15 });
    expect(fold([plan(2, ''), plan(1, '2026-12-05')]).plan).toBeUndefined();
  });

  test("the learner's own parameters count for the whole history until they are given up", () => {
    const values = [...Array(21).keys()].map((index) => (index < 4 ? 5 : index === 4 ? 6 : 0.5));
    const set = (number: number, list: number[]): LogEvent => ({
      type: 'parameters',
      id: idOf(number),
      at: START + number * DAYS,
      offset: 0,
      values: list,
    });
    const stability = (...events: LogEvent[]) => {
      const state = performanceOf(fold([review(1, 'hpa', 'good'), ...events]), 'k8s', 'hpa');
      return state.kind === 'reviewed' ? state.stability : undefined;
    };
    expect(stability()).toBe(2.3065);
    expect(stability(set(2, values))).toBe(5);
    expect(stability(set(2, values), set(3, []))).toBe(2.3065);
  });

  test('what is derived for a card is what the scheduler says step by step', () => {
    const scheduler = createScheduler();
    const key = cardKey('k8s', 'hpa');
    const one = scheduler.next(NEW, { at: START, offset: 0 }, 'easy', key);
    const two = scheduler.next(one, { at: START + 9 * DAYS, offset: 0 }, 'again', key);
    expect(states(review(0, 'hpa', 'easy'), review(9, 'hpa', 'again'))).toEqual({ hpa: two });
  });
});
