import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interleaved } from '../../src/memory/interleave.ts';

const mixed = (items: string, seed = 1): string =>
  interleaved([...items], (item) => item.toLowerCase(), seed).join('');

test('topics take turns, a large one more often', () => {
  const order = mixed('aaaaaaaabbbb');
  for (let from = 0; from + 3 <= order.length; from += 3) {
    expect([...order.slice(from, from + 3)].sort().join('')).toBe('aab');
  }
});

test('the order within a topic stays', () => {
  expect(
    interleaved([1, 3, 2, 10, 30, 20], (number) => (number < 10 ? 'ones' : 'tens'), 7).filter((n) => n < 10),
  ).toEqual([1, 3, 2]);
});

test('a seed repeats it, and seeds differ', () => {
  expect(mixed('aaabbbccc', 5)).toBe(mixed('aaabbbccc', 5));
  const orders = new Set([1, 2, 3, 4, 5, 6, 7, 8].map((seed) => mixed('aaabbbccc', seed)));
  expect(orders.size).toBeGreaterThan(2);
});

test('nothing is lost, and each beginning holds each topic in its share, give or take one', () => {
  const topics = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });
  fc.assert(
    fc.property(topics, fc.nat(), (items, seed) => {
      const order = interleaved(items, (topic) => topic, seed);
      expect([...order].sort()).toEqual([...items].sort());
      for (const topic of new Set(items)) {
        const size = items.filter((each) => each === topic).length;
        const firstHalf = order.slice(0, Math.ceil(order.length / 2)).filter((each) => each === topic).length;
        expect(Math.abs(firstHalf - size / 2)).toBeLessThanOrEqual(3);
      }
    }),
  );
});
