import { describe, expect, test } from 'vitest';
import { fold } from '../../src/memory/fold.ts';
import { HABITS, habits } from '../../src/memory/habits.ts';
import { RATINGS, type Rating } from '../../src/memory/rating.ts';
import { review } from './events.ts';

const habitsOf = (reviews: Parameters<typeof fold>[0]) => habits(fold(reviews).answers);
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const many = (count: number, rating: Rating, ms: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...review(index, index < count / 2 ? `new ${index}` : 'known', rating),
    ms,
  }));

describe('habits', () => {
  test('without reviews are what is assumed', () => {
    const found = habitsOf([]);
    for (const [index, share] of HABITS.first.entries()) expect(found.first[index]).toBeCloseTo(share, 10);
    expect(found.seconds).toEqual(HABITS.seconds);
  });

  test.each(RATINGS)('chances add up to 1 whatever the answers: %s', (rating) => {
    const found = habitsOf(many(50, rating, 10_000));
    expect([sum(found.first), sum(found.recalled)].map((total) => Math.round(total * 1e9) / 1e9)).toEqual([
      1, 1,
    ]);
  });

  test('follow the learner as reviews grow in number', () => {
    const easy = habitsOf(many(400, 'easy', 5000));
    expect(easy.first[3]).toBeGreaterThan(0.9);
    expect(easy.recalled[2]).toBeGreaterThan(0.9);
    expect(easy.seconds.recalled).toBeLessThan(9);
    expect(easy.seconds.forgotten).toBe(HABITS.seconds.forgotten);
  });

  test('a question left open over lunch does not count for an hour', () => {
    expect(habitsOf(many(40, 'good', 3_600_000)).seconds.first).toBeLessThan(300);
  });

  test('the first sight of a card is told from its repeats', () => {
    const found = habitsOf([review(1, 'hpa', 'again'), review(2, 'hpa', 'easy')]);
    expect(found.first[0]).toBeGreaterThan(HABITS.first[0] as number);
    expect(found.first[3]).toBeLessThan(HABITS.first[3] as number);
    expect(found.recalled[2]).toBeGreaterThan(HABITS.recalled[2] as number);
  });
});
