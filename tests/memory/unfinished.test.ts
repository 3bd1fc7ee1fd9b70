import { expect, test } from 'vitest';
import { studyDay } from '../../src/memory/day.ts';
import type { EventBody, LogEvent } from '../../src/memory/event.ts';
import { fold } from '../../src/memory/fold.ts';
import { unfinished } from '../../src/memory/unfinished.ts';

const NOW = Date.UTC(2026, 10, 23, 4);
const DAY = studyDay({ at: NOW, offset: 480 });

const session = (...cards: string[]): EventBody => ({ type: 'session', deck: 'k8s', cards });
const review = (card: string, deck = 'k8s'): EventBody => ({
  type: 'review',
  deck,
  card,
  rating: 'good',
  ms: 1,
});

/** Events a second apart, under ids in their order. */
function log(...bodies: readonly EventBody[]): LogEvent[] {
  return bodies.map(
    (body, index) => ({ ...body, id: `E${index}`, at: NOW + index * 1000, offset: 480 }) as LogEvent,
  );
}

test.each<[string, EventBody[], string[]]>([
  ['nothing', [], []],
  ['a session just begun', [session('a', 'b')], ['a', 'b']],
  ['one rated', [session('a', 'b'), review('a')], ['b']],
  ['one rated before', [review('a'), session('a', 'b')], ['a', 'b']],
  ['one rated in another deck', [session('a', 'b'), review('a', 'mine')], ['a', 'b']],
  ['one suspended', [session('a', 'b'), { type: 'suspend', deck: 'k8s', card: 'b' }], ['a']],
  ['a rating undone', [session('a', 'b'), review('a'), { type: 'undo', of: 'E1' }], ['a', 'b']],
  ['ended', [session('a', 'b'), review('a'), session()], []],
  ['a later session', [session('a', 'b'), session('c')], ['c']],
])('%s', (_, bodies, left) => {
  expect(unfinished(fold(log(...bodies)), 'k8s', DAY)).toEqual(left);
});

test('a session of another study day or deck is not taken up', () => {
  const progress = fold(log(session('a')));
  expect(unfinished(progress, 'k8s', DAY + 1)).toEqual([]);
  expect(unfinished(progress, 'mine', DAY)).toEqual([]);
});
