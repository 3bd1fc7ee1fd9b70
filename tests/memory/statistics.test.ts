import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { studyDay } from '../../src/memory/day.ts';
import { allReviews, fold } from '../../src/memory/fold.ts';
import type { QueueCard } from '../../src/memory/queue.ts';
import { reviewDays, streaks, trueRetention } from '../../src/memory/review-days.ts';
import { statistics, tallyOf } from '../../src/memory/statistics.ts';
import { sumOf } from '../../src/memory/tally.ts';
import { DAYS, HOURS, histories, idOf, review, START } from './events.ts';

// START is 2026-11-24 at noon.
const now = { at: START, offset: 0 };
const card = (id: string, topic = 'pods'): QueueCard => ({ deck: 'k8s', id, topic, group: '' });
const deck = [card('a'), card('b'), card('c', 'net'), card('d', 'net')];
const onDays = (...days: number[]) =>
  reviewDays(tallyOf(days.map((day, index) => review(index, 'a', 'good', START + day * DAYS))));

describe('reviews of several decks', () => {
  test('are added up as if they were of one', () => {
    const reviews = [0, 1, 1, 2, 4].map((day, index) => ({
      ...review(index, 'a', index % 2 ? 'good' : 'again', START + day * DAYS),
      deck: index % 2 ? 'mine' : 'k8s',
    }));
    const { decks } = fold(reviews);
    expect(decks.size).toBe(2);
    expect(sumOf([...decks.values()])).toEqual(tallyOf(reviews));
    expect(allReviews(fold(reviews))).toEqual(tallyOf(reviews));
    expect(sumOf([])).toEqual(tallyOf([]));
  });
});

describe('streak', () => {
  test.each<[string, number[], { current: number; longest: number }]>([
    ['no review', [], { current: 0, longest: 0 }],
    ['today only', [0], { current: 1, longest: 1 }],
    ['three days up to today', [-2, -1, 0], { current: 3, longest: 3 }],
    ['up to yesterday, today still to come', [-3, -2, -1], { current: 3, longest: 3 }],
    ['broken the day before yesterday', [-3, -2], { current: 0, longest: 2 }],
    ['a longer one in the past', [-9, -8, -7, -6, -1, 0], { current: 2, longest: 4 }],
    ['twice on a day', [-1, -1, 0, 0], { current: 2, longest: 2 }],
  ])('%s', (_, days, expected) => expect(streaks(onDays(...days), studyDay(now))).toEqual(expected));
});

describe('true retention', () => {
  test.each<[string, Parameters<typeof review>[], [string, number, number][]]>([
    ['first sights do not count', [[1, 'a', 'again', START]], []],
    [
      'repeats of the same day do not count',
      [
        [1, 'a', 'again', START],
        [2, 'a', 'good', START + HOURS],
      ],
      [],
    ],
    [
      'later days do',
      [
        [1, 'a', 'good', START],
        [2, 'a', 'good', START + DAYS],
        [3, 'a', 'again', START + 3 * DAYS],
      ],
      [['2026-11', 2, 1]],
    ],
    [
      'by month',
      [
        [1, 'a', 'good', START],
        [2, 'a', 'good', START + DAYS],
        [3, 'a', 'hard', START + 20 * DAYS],
      ],
      [
        ['2026-11', 1, 1],
        ['2026-12', 1, 1],
      ],
    ],
  ])('%s', (_, reviews, expected) => {
    const found = trueRetention(tallyOf(reviews.map((args) => review(...args))));
    expect(found.map((month) => [month.month, month.reviews, month.recalled])).toEqual(expected);
  });
});

describe('statistics', () => {
  const progress = fold(
    [
      review(1, 'a', 'easy', START - 40 * DAYS),
      review(2, 'a', 'easy', START - 30 * DAYS),
      review(3, 'b', 'easy', START - 30 * DAYS),
      review(4, 'b', 'again', START - 20 * DAYS),
      review(5, 'c', 'good', START - HOURS),
      review(6, 'gone', 'good', START - 2 * HOURS),
      { type: 'suspend', id: idOf(7), at: START, offset: 0, deck: 'k8s', card: 'd' },
    ],
    { fuzz: false },
  );
  const found = statistics(deck, progress, now);

  test('cards and topics', () => {
    expect(found.cards).toEqual({ total: 4, seen: 3, due: 2, mastered: 1, suspended: 1, leeches: 0 });
    expect(found.topics.map(({ recall: _, ...rest }) => rest)).toEqual([
      { topic: 'pods', cards: 2, seen: 2, mastered: 1, due: 1 },
      { topic: 'net', cards: 2, seen: 1, mastered: 0, due: 1 },
    ]);
  });

  test('days, ratings and time count every review, of cards that left the deck too', () => {
    expect(found.days.map(({ date, reviews }) => [date, reviews])).toEqual([
      ['2026-10-15', 1],
      ['2026-10-25', 2],
      ['2026-11-04', 1],
      ['2026-11-24', 2],
    ]);
    expect(found.ratings).toEqual({ again: 1, hard: 0, good: 2, easy: 3 });
    expect(found.time).toEqual({ total: 180_000, today: 60_000, perReview: 30_000 });
  });

  test('the forecast begins with today and what is overdue', () => {
    expect(found.forecast).toHaveLength(30);
    expect(found.forecast[0]).toEqual({ date: '2026-11-24', due: 2 });
    expect(found.forecast.reduce((sum, day) => sum + day.due, 0)).toBeLessThanOrEqual(3);
  });

  test('hardest cards are those forgotten', () => {
    expect(found.hardest).toMatchObject([{ deck: 'k8s', card: 'b', lapses: 1, leech: false }]);
  });

  test('readiness counts cards never seen as not recalled', () => {
    expect(found.readiness.coverage).toBe(0.75);
    expect(found.readiness.recall).toBeGreaterThan(0.4);
    expect(found.readiness.recall).toBeLessThan(0.75);
  });

  test('nothing yet', () => {
    expect(statistics([], fold([]), now)).toMatchObject({
      date: '2026-11-24',
      cards: { total: 0, due: 0 },
      days: [],
      retention: [],
      topics: [],
      hardest: [],
      time: { total: 0, perReview: 0 },
      readiness: { recall: 0, coverage: 0 },
      streak: { current: 0, longest: 0 },
    });
  });

  test('whatever the history the parts agree, and the values survive JSON', () => {
    const cards = ['hpa', 'vpa', 'pod', 'node'].map((id, index) => card(id, index % 2 ? 'net' : 'pods'));
    fc.assert(
      fc.property(histories, (events) => {
        const progress = fold(events);
        const values = statistics(cards, progress, { at: START + 41 * DAYS, offset: 0 });
        const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
        expect(sum(values.topics.map((topic) => topic.seen))).toBe(values.cards.seen);
        expect(sum(values.topics.map((topic) => topic.due))).toBe(values.cards.due);
        expect(sum(values.days.map((day) => day.reviews))).toBe(allReviews(progress).reviews);
        expect(sum(Object.values(values.ratings))).toBe(allReviews(progress).reviews);
        expect(values.streak.longest).toBeGreaterThanOrEqual(values.streak.current);
        expect(JSON.parse(JSON.stringify(values))).toEqual(values);
      }),
    );
  });
});
