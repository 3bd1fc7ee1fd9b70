import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEvent } from '../../src/memory/event.ts';
import { fold } from '../../src/memory/fold.ts';
import { type QueueCard, type QueueOptions, queue } from '../../src/memory/queue.ts';
import type { Performance } from '../../src/memory/schedule.ts';
import { DAYS, HOURS, histories, idOf, MINUTES, review, START } from './events.ts';

const card = (id: string, group = '', topic = 'pods'): QueueCard => ({ deck: 'k8s', id, topic, group });
const cards = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => card(id));
const at = (days: number) => ({ at: START + days * DAYS, offset: 0 });

function ask(events: LogEvent[], options: Partial<QueueOptions> = {}, deck: readonly QueueCard[] = cards) {
  return queue(deck, fold(events, { fuzz: false }), { now: at(0), ...options }).map(
    (item) => `${item.card.id} ${item.reason}`,
  );
}

const suspend = (id: string): LogEvent => ({
  type: 'suspend',
  id: idOf(900),
  at: START - DAYS,
  offset: 0,
  deck: 'k8s',
  card: id,
});

describe('a session of today', () => {
  test('of a fresh deck: new cards in the order of the handbook, up to the daily limit', () => {
    expect(ask([], { newPerDay: 3 })).toEqual(['a new', 'b new', 'c new']);
  });

  test('new cards begun today count towards the limit, those of yesterday do not', () => {
    const begun = [review(1, 'a', 'easy', START - HOURS), review(2, 'b', 'easy', START - DAYS)];
    expect(ask(begun, { newPerDay: 3 })).toEqual(['c new', 'd new']);
  });

  test('short steps, then due cards with the most forgotten first, then new ones', () => {
    const events = [
      review(1, 'a', 'easy', START - 10 * DAYS),
      review(2, 'b', 'easy', START - 40 * DAYS),
      review(3, 'c', 'again', START - 2 * MINUTES),
      review(4, 'd', 'easy', START - DAYS),
      review(5, 'e', 'good', START - 2 * MINUTES),
    ];
    expect(ask(events)).toEqual(['c step', 'b due', 'a due', 'f new', 'e step']);
  });

  test('review ahead comes after them, the most forgotten first, without cards seen today', () => {
    const events = [
      review(1, 'a', 'easy', START - 2 * DAYS),
      review(2, 'b', 'easy', START - 5 * DAYS),
      review(3, 'c', 'easy', START - HOURS),
    ];
    expect(ask(events, { ahead: true, newPerDay: 0 })).toEqual(['b ahead', 'a ahead']);
    expect(ask(events, { newPerDay: 0 })).toEqual([]);
  });

  test('a step that ends later than in twenty minutes is not for now', () => {
    const events = [review(1, 'a', 'good', START), review(2, 'b', 'good', START - 11 * MINUTES)];
    const asked = (minutes: number) =>
      ask(events, { newPerDay: 0, now: { at: START + minutes * MINUTES, offset: 0 } });
    expect([asked(-11), asked(0), asked(10)]).toEqual([
      ['b step'],
      ['b step', 'a step'],
      ['b step', 'a step'],
    ]);
  });

  test('with an interview ahead gain alone decides, without a limit of new cards', () => {
    const events = [review(1, 'a', 'easy', START - 2 * DAYS), review(2, 'b', 'easy', START - 40 * DAYS)];
    const gain = (state: Performance) =>
      state.kind === 'new' ? 2 : state.lastReview < START - 9 * DAYS ? 3 : 1;
    expect(ask(events, { gain, newPerDay: 1 })).toEqual([
      'b due',
      'c new',
      'd new',
      'e new',
      'f new',
      'a ahead',
    ]);
  });

  test('with an interview ahead what was just asked waits until there is nothing else', () => {
    const events = [
      review(1, 'a', 'again', START - 9 * MINUTES),
      review(2, 'b', 'again', START - 8 * MINUTES),
    ];
    const gain = (state: Performance) => (state.kind === 'new' ? 1 : 9);
    expect(ask(events, { gain }).slice(-3)).toEqual(['f new', 'a step', 'b step']);
  });

  test('suspended cards are left out', () => {
    expect(ask([review(1, 'a', 'easy', START - 30 * DAYS), suspend('a')], { newPerDay: 1 })).toEqual([
      'b new',
    ]);
  });

  const siblings = [
    card('a', 'g'),
    card('b', 'g'),
    card('c', ''),
    card('d', ''),
    { ...card('x', 'g'), deck: 'other' },
  ];

  test('siblings never meet; the same group in another deck is another group', () => {
    expect(ask([], {}, siblings)).toEqual(['a new', 'c new', 'd new', 'x new']);
    expect(ask([review(1, 'b', 'easy', START - 30 * DAYS)], {}, siblings)).toEqual([
      'b due',
      'c new',
      'd new',
      'x new',
    ]);
  });

  test('siblings do not take up places of the daily limit', () => {
    expect(ask([], { newPerDay: 2 }, siblings)).toEqual(['a new', 'c new']);
  });

  test('a card seen today buries its siblings until tomorrow, but not its own short steps', () => {
    const seen = [review(1, 'a', 'again', START - 2 * MINUTES)];
    expect(ask(seen, { newPerDay: 9 }, siblings)).toEqual(['a step', 'c new', 'd new', 'x new']);
    const easy = [review(1, 'a', 'easy', START - HOURS)];
    expect(ask(easy, { newPerDay: 9 }, siblings)).toEqual(['c new', 'd new', 'x new']);
    expect(ask(easy, { newPerDay: 9, now: at(1) }, siblings)).toEqual(['b new', 'c new', 'd new', 'x new']);
  });
});

describe('chosen cards', () => {
  const events = [
    review(1, 'a', 'easy', START - 30 * DAYS),
    review(2, 'b', 'easy', START - 30 * DAYS),
    review(3, 'b', 'again', START - 20 * DAYS),
    review(4, 'c', 'easy', START - DAYS),
  ];

  test.each<[string, Partial<QueueOptions>, string[]]>([
    ['due', { choice: 'due' }, ['b step', 'a due']],
    ['new, without the daily limit', { choice: 'new', newPerDay: 1 }, ['d new', 'e new', 'f new']],
    ['weak', { choice: 'weak' }, ['b chosen', 'a chosen', 'c chosen']],
    [
      'weak spots first, new ones too',
      {
        choice: 'weak',
        weakness: new Map([
          ['k8s\nd', 3],
          ['k8s\nc', 4],
          ['k8s\nzz', 9],
        ]),
      },
      ['c chosen', 'd chosen', 'b chosen', 'a chosen'],
    ],
    ['all', { choice: 'all', count: 4 }, ['a chosen', 'b chosen', 'c chosen', 'd chosen']],
    [
      'by id, in that order, suspended or not',
      { choice: { ids: ['f', 'a', 'zz'] } },
      ['f chosen', 'a chosen'],
    ],
    ['by id, at most one', { choice: { ids: ['f', 'a'] }, count: 1 }, ['f chosen']],
  ])('%s', (_, options, expected) => expect(ask(events, options)).toEqual(expected));

  test('a random draw is repeated by its seed and holds every card once', () => {
    const draw = (seed: number) => ask(events, { choice: 'random', seed });
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7).toSorted()).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((id) => `${id} chosen`));
    expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => draw(seed).join())).size).toBeGreaterThan(3);
  });
});

test('whatever the history: no card twice, siblings apart, nothing suspended, nothing not due called due', () => {
  const deck = [card('hpa', 'scale'), card('vpa', 'scale'), card('pod'), card('node')];
  const choices = fc.constantFrom<QueueOptions['choice']>('today', 'due', 'new', 'random', 'weak', 'all');
  fc.assert(
    fc.property(
      histories,
      choices,
      fc.nat(50),
      fc.boolean(),
      fc.boolean(),
      (events, choice = 'today', days, ahead, isPlanned) => {
        const progress = fold(events);
        const now = at(days);
        const items = queue(deck, progress, {
          now,
          choice,
          ahead,
          ...(isPlanned && { gain: (state) => (state.kind === 'new' ? 1 : state.stability) }),
        });
        const ids = items.map((item) => item.card.id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.includes('hpa') && ids.includes('vpa')).toBe(false);
        for (const {
          card: { id },
          reason,
          performance,
        } of items) {
          expect(progress.cards.get(`k8s\n${id}`)?.suspended ?? false).toBe(false);
          expect(performance.kind === 'new').toBe(
            reason === 'new' || (reason === 'chosen' && performance.kind === 'new'),
          );
          if (reason === 'due' && performance.kind === 'reviewed')
            expect(performance.due).toBeLessThanOrEqual(now.at + DAYS);
        }
      },
    ),
  );
});
