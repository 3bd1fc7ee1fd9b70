import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterMask, mayBeNear, slips } from '../../src/search/edit-distance.ts';

test.each([
  ['helm', 'helm', 0],
  ['helm', 'heml', 1],
  ['calico', 'calcio', 1],
  ['ingress', 'ingres', 1],
  ['taint', 'tiant', 1],
  ['grafana', 'graphana', 2],
  ['configmap', 'configmpa', 1],
  ['secret', 'secerts', 2],
  ['pod', 'node', 2],
])('%s → %s: %i', (a, b, expected) => {
  expect(slips(a, b, 2)).toBe(expected);
});

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'd'), maxLength: 7 });

test('the same in both directions, and never more than the limit + 1', () => {
  fc.assert(
    fc.property(word, word, fc.integer({ min: 0, max: 3 }), (a, b, limit) => {
      const distance = slips(a, b, limit);
      expect(distance).toBe(slips(b, a, limit));
      expect(distance).toBe(Math.min(limit + 1, slips(a, b, 20)));
    }),
  );
});

test('the letters of two words never rule out a pair that is near', () => {
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = slips(a, b, 20);
      expect(mayBeNear(letterMask(a), letterMask(b), distance)).toBe(true);
    }),
  );
});
