import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { LogEvent } from '../../src/memory/event.ts';
import { fold } from '../../src/memory/fold.ts';
import type { LookUp } from '../../src/memory/look-up.ts';
import type { QueueCard } from '../../src/memory/queue.ts';
import { weakSpots } from '../../src/memory/weak-spots.ts';
import { DAYS, HOURS, histories, idOf, MINUTES, review, START } from './events.ts';

const card = (id: string): QueueCard => ({ deck: 'k8s', id, topic: 't', group: '' });
const DECK = ['hpa', 'vpa', 'pod', 'node'].map(card);
const NOW = { at: START, offset: 0 };

/** A look-up of a card, so long ago. */
const opened = (id: string, ago: number, over: Partial<LookUp> = {}): LookUp => ({
  at: START - ago,
  offset: 0,
  deck: 'k8s',
  card: id,
  by: 'show',
  ...over,
});

let number = 0;
const answered = (id: string, rating: 'again' | 'hard' | 'good', ago: number) =>
  review(++number, id, rating, START - ago);

/** `card: lookedUp, failed/asked` of each, in order. */
function spots(events: readonly LogEvent[], lookUps: readonly LookUp[] = []): string[] {
  return weakSpots(DECK, fold(events), lookUps, NOW).map(
    ({ card: id, lookedUp, failed, asked }) => `${id}: ${lookedUp}, ${failed}/${asked}`,
  );
}

const thrice = (id: string): LookUp[] => [opened(id, 3 * DAYS), opened(id, 2 * DAYS), opened(id, DAYS)];
const mark = (type: 'suspend' | 'reset', id: string, ago: number): LogEvent => ({
  type,
  id: idOf(++number),
  at: START - ago,
  offset: 0,
  deck: 'k8s',
  card: id,
});

test.each<[string, LogEvent[], LookUp[], string[]]>([
  ['nothing: none', [], [], []],
  ['looked up three times', [], thrice('hpa'), ['hpa: 3, 0/0']],
  ['looked up twice is not often', [], thrice('hpa').slice(1), []],
  ['failed once is not often', [answered('hpa', 'again', DAYS)], [], []],
  [
    'failed on two days',
    [answered('hpa', 'again', 2 * DAYS), answered('hpa', 'again', DAYS)],
    [],
    ['hpa: 0, 2/2'],
  ],
  ['failed and looked up', [answered('hpa', 'again', 2 * DAYS)], [opened('hpa', DAYS)], ['hpa: 1, 1/1']],
  [
    'a failure weighs as much as two look-ups; equals by the share that failed',
    [
      ...[5, 4].map((days) => answered('vpa', 'good', days * DAYS)),
      ...[3, 2].map((days) => answered('vpa', 'again', days * DAYS)),
      ...[3, 2].map((days) => answered('pod', 'again', days * DAYS)),
    ],
    [...thrice('hpa')],
    ['pod: 0, 2/2', 'vpa: 0, 2/4', 'hpa: 3, 0/0'],
  ],
  [
    'the first answer of a day counts',
    [3, 2, 1].flatMap((days) => [
      answered('hpa', 'hard', days * DAYS),
      answered('hpa', 'again', days * DAYS - HOURS),
    ]),
    [],
    [],
  ],
  [
    'only the last five days count',
    [
      ...[20, 19, 18].map((days) => answered('hpa', 'again', days * DAYS)),
      ...[7, 6, 5, 4].map((days) => answered('hpa', 'good', days * DAYS)),
    ],
    [],
    [],
  ],
  [
    'opened twice within ten minutes is once',
    [],
    [opened('hpa', DAYS, {}), opened('hpa', DAYS - 9 * MINUTES), opened('hpa', 0), opened('hpa', HOURS)],
    ['hpa: 3, 0/0'],
  ],
  ['two weeks ago is over', [], [opened('hpa', 14 * DAYS), opened('hpa', 2 * DAYS), opened('hpa', DAYS)], []],
  [
    'a clock a day or more ahead does not count',
    [],
    [...thrice('hpa').slice(1), opened('hpa', -2 * DAYS)],
    [],
  ],
  ['recalled on a later day: over', [answered('hpa', 'good', HOURS)], thrice('hpa'), []],
  [
    'recalled on the same day: not yet',
    [answered('hpa', 'good', DAYS - HOURS)],
    [...thrice('hpa').slice(2), opened('hpa', HOURS), opened('hpa', 2 * HOURS)],
    ['hpa: 3, 0/1'],
  ],
  ['of another deck', [], thrice('hpa').map((each) => ({ ...each, deck: 'mine' })), []],
  ['of a card that left', [], thrice('gone'), []],
  ['set aside', [mark('suspend', 'hpa', 0)], thrice('hpa'), []],
  [
    'made new: what was before is forgotten',
    [
      ...[5, 4].map((days) => answered('hpa', 'again', days * DAYS)),
      mark('reset', 'hpa', 3 * DAYS),
      answered('hpa', 'again', 2 * DAYS),
    ],
    [],
    [],
  ],
])('%s', (_, events, lookUps, expected) => expect(spots(events, lookUps)).toEqual(expected));

test('look-ups follow a card whose id changed', () => {
  const rename: LogEvent = {
    type: 'rename',
    id: 'R1',
    at: START,
    offset: 0,
    deck: 'k8s',
    card: 'old',
    to: 'hpa',
  };
  expect(spots([rename], thrice('old'))).toEqual(['hpa: 3, 0/0']);
});

test('whatever was done: counts are within bounds, the order of look-ups does not matter, no card twice', () => {
  const lookUps = fc.array(
    fc
      .record({
        id: fc.constantFrom('hpa', 'vpa', 'pod', 'gone'),
        hours: fc.integer({ min: -800, max: 800 }),
      })
      .map(({ id, hours }) => opened(id, hours * HOURS)),
    { maxLength: 40 },
  );
  fc.assert(
    fc.property(histories, lookUps, (events, some) => {
      const found = weakSpots(DECK, fold(events), some, NOW);
      expect(weakSpots(DECK, fold(events), some.toReversed(), NOW)).toEqual(found);
      expect(new Set(found.map((each) => each.card)).size).toBe(found.length);
      for (const { lookedUp, failed, asked, score } of found) {
        expect(failed).toBeLessThanOrEqual(asked);
        expect(asked).toBeLessThanOrEqual(5);
        expect(score).toBe(2 * failed + lookedUp);
        expect(score).toBeGreaterThanOrEqual(3);
      }
      expect(found.map(({ score }) => score)).toEqual(
        found.map(({ score }) => score).toSorted((a, b) => b - a),
      );
    }),
  );
});
