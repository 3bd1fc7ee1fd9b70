import { expect, test } from 'vitest';
import { seeded, shuffle } from '../../src/memory/shuffle.ts';

test('the same seed gives the same numbers, all in [0, 1)', () => {
  const draw = (seed: number) => Array.from({ length: 1000 }, seeded(seed));
  expect(draw(42)).toEqual(draw(42));
  expect(draw(42)).not.toEqual(draw(43));
  expect(Math.min(...draw(42))).toBeGreaterThanOrEqual(0);
  expect(Math.max(...draw(42))).toBeLessThan(1);
});

test('every order of three is about equally likely', () => {
  const counts = new Map<string, number>();
  const random = seeded(1);
  for (let round = 0; round < 6000; round++) {
    const order = shuffle([1, 2, 3], random).join('');
    counts.set(order, (counts.get(order) ?? 0) + 1);
  }
  expect(counts.size).toBe(6);
  for (const count of counts.values()) expect(Math.abs(count - 1000)).toBeLessThan(150);
});
