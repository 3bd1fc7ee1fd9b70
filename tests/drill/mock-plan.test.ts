import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Ask, planMock, weaknessOf } from '../../src/drill/mock-plan.ts';
import type { Card } from '../../src/handbook/card.ts';
import type { LogEvent } from '../../src/memory/event.ts';
import { fold } from '../../src/memory/fold.ts';
import { NEW, type Reviewed } from '../../src/memory/schedule.ts';
import { card } from '../card.ts';

const DAY = 86_400_000;
const NOW = { at: 1_000 * DAY, offset: 480 };
const followUps = [
  { question: '**追问一？**', answer: '答一' },
  { question: '**追问二？**', answer: '答二' },
];

/** Cards of three topics and three levels, two of them siblings. */
function deck(count = 30): Card[] {
  return Array.from({ length: count }, (_, index) =>
    card({
      id: `card-${index}`,
      title: `题 ${index}`,
      topic: ['pods', 'network', 'storage'][index % 3] as string,
      section: ['基础', '提高', '专家'][index % 3] as string,
      group: index < 2 ? 'pair' : '',
      followUps: index % 2 === 0 ? followUps : [],
    }),
  );
}

function review(id: string, rating: 'again' | 'easy', day: number): LogEvent {
  const at = day * DAY;
  return { type: 'review', id: `${id}-${day}`, at, offset: 480, deck: 'k8s', card: id, rating, ms: 1 };
}

function plan(cards: readonly Card[], seed = 1, count = 10, events: LogEvent[] = [], all = cards): Ask[] {
  return planMock(cards, all, fold(events), { deck: 'k8s', now: NOW, count, seed });
}

const mains = (asks: readonly Ask[]): Card[] =>
  asks.filter(({ kind }) => kind === 'main').map(({ card }) => card);
const LEVELS = ['基础', '提高', '专家'];

describe('whatever the deck and the seed', () => {
  const decks = fc.array(
    fc.record({
      topic: fc.constantFrom('pods', 'network', 'storage'),
      section: fc.constantFrom('基础', '提高', '专家', 'Basics', ''),
      group: fc.constantFrom('', '', 'a', 'b'),
      points: fc.integer({ min: 0, max: 4 }),
      followUps: fc.constantFrom([], followUps),
    }),
    { maxLength: 25 },
  );
  const cases = [decks, fc.integer({ min: 0, max: 2 ** 31 }), fc.integer({ min: 1, max: 12 })] as const;
  const cardsOf = (parts: readonly object[]): Card[] =>
    parts.map((part, id) => card({ ...part, id: `c${id}` }));

  test('no card is asked twice, siblings meet only within an exchange, and every ask can be ticked', () => {
    fc.assert(
      fc.property(...cases, (parts, seed, count) => {
        const asks = plan(cardsOf(parts), seed, count);
        const asked = asks.filter(({ kind }) => kind !== 'followup');
        expect(new Set(asked.map(({ card }) => card.id)).size).toBe(asked.length);
        const groups = mains(asks)
          .map(({ group }) => group)
          .filter((group) => group !== '');
        expect(new Set(groups).size).toBe(groups.length);
        for (const ask of asks) {
          expect(ask.points.length).toBeGreaterThan(0);
          const main = asks.find(({ kind, exchange }) => kind === 'main' && exchange === ask.exchange) as Ask;
          if (ask.kind === 'followup')
            expect(main.card.followUps.map((each) => each.question)).toContain(ask.question);
          if (ask.kind === 'sibling') expect(ask.card.group).toBe(main.card.group);
        }
      }),
    );
  });

  test('as many main questions as asked for, unless siblings and the size of the deck forbid it', () => {
    fc.assert(
      fc.property(...cases, (parts, seed, count) => {
        const cards = cardsOf(parts);
        const groups = new Set(cards.map(({ group, id }) => group || id)).size;
        expect(mains(plan(cards, seed, count))).toHaveLength(Math.min(count, groups));
      }),
    );
  });

  test('the questions never get easier, and the same seed asks the same', () => {
    fc.assert(
      fc.property(...cases, (parts, seed, count) => {
        const asks = plan(cardsOf(parts), seed, count);
        const levels = mains(asks).map(({ section }) =>
          LEVELS.indexOf(section) < 0 ? (section === 'Basics' ? 0 : 1) : LEVELS.indexOf(section),
        );
        expect(levels).toEqual([...levels].sort());
        expect(plan(cardsOf(parts), seed, count)).toEqual(asks);
      }),
    );
  });
});

test('it opens easy and ends hard', () => {
  for (let seed = 0; seed < 50; seed++) {
    const levels = mains(plan(deck(), seed)).map(({ section }) => section);
    expect(levels.map((level) => LEVELS.indexOf(level))).toEqual([0, 0, 0, 0, 1, 1, 1, 1, 2, 2]);
  }
});

test('other seeds ask other questions', () => {
  const runs = Array.from({ length: 20 }, (_, seed) =>
    mains(plan(deck(), seed))
      .map(({ id }) => id)
      .join(),
  );
  expect(new Set(runs).size).toBeGreaterThan(15);
});

/** How often a card is among three questions over many seeds. */
function frequency(id: string, cards: readonly Card[], events: LogEvent[]): number {
  const runs = Array.from({ length: 400 }, (_, seed) => mains(plan(cards, seed, 3, events)));
  return runs.filter((asked) => asked.some((each) => each.id === id)).length / runs.length;
}

describe('weakness', () => {
  const same = Array.from({ length: 12 }, (_, index) => card({ id: `card-${index}`, section: '提高' }));
  // All cards but one are known well and were seen yesterday.
  const known = same.slice(1).flatMap(({ id }) => [review(id, 'easy', 970), review(id, 'easy', 999)]);
  const lapsed = [970, 980, 990].flatMap((day) => [
    review('card-0', 'easy', day),
    review('card-0', 'again', day + 1),
  ]);

  test.each([
    ['a card never seen', known, 0.6],
    ['a card forgotten again and again', [...known, ...lapsed], 0.6],
  ])('%s is asked far more often than one known well', (_, events, least) => {
    expect(frequency('card-0', same, events)).toBeGreaterThan(least);
    expect(frequency('card-5', same, events)).toBeLessThan(0.35);
  });

  const reviewed: Reviewed = {
    ...({
      kind: 'reviewed',
      phase: 'review',
      step: 0,
      stability: 1,
      difficulty: 5,
      due: 0,
      dueDay: 0,
    } as const),
    ...{ lastReview: 0, lastDay: 0, reps: 1, lapses: 0, leech: false },
  };
  test.each([
    ['unknown as likely forgotten as not', weaknessOf(NEW, 0), 0.6],
    ['known for sure is still asked now and then', weaknessOf(reviewed, 1), 0.1],
    ['forgotten', weaknessOf(reviewed, 0), 1.1],
    ['two lapses', weaknessOf({ ...reviewed, lapses: 2 }, 1), 1.1],
    ['more than four lapses count as four', weaknessOf({ ...reviewed, lapses: 9 }, 1), 2.1],
  ])('%s', (_, actual, expected) => {
    expect(actual).toBeCloseTo(expected);
  });
});

test('topics share the questions although one of them has nearly all cards', () => {
  const cards = Array.from({ length: 20 }, (_, index) =>
    card({ id: `card-${index}`, section: '提高', topic: index < 16 ? 'network' : `other-${index}` }),
  );
  const runs = Array.from({ length: 200 }, (_, seed) => mains(plan(cards, seed, 6)));
  const network = runs.flat().filter(({ topic }) => topic === 'network').length / runs.length;
  // Six draws by number alone would give 4.8.
  expect(network).toBeLessThan(3.8);
  expect(network).toBeGreaterThan(2);
});

test('suspended cards are left out, as main questions and as siblings', () => {
  const cards = deck(3).map((each) => ({ ...each, group: 'all' }));
  const suspend = (id: string): LogEvent => ({
    type: 'suspend',
    id: `s-${id}`,
    at: 1,
    offset: 0,
    deck: 'k8s',
    card: id,
  });
  for (let seed = 0; seed < 20; seed++) {
    const asks = plan(cards, seed, 3, [suspend('card-0'), suspend('card-2')]);
    expect([...new Set(asks.map(({ card }) => card.id))]).toEqual(['card-1']);
  }
});

test('a sibling may come from outside of the category that was chosen', () => {
  const [first, second] = deck() as [Card, Card];
  const asked = Array.from({ length: 20 }, (_, seed) => plan([first], seed, 1, [], [first, second]));
  const kinds = asked.map((asks) => asks.map(({ kind }) => kind).join(' '));
  expect(new Set(kinds)).toEqual(new Set(['main followup', 'main followup sibling']));
});

test('a card without key points is ticked as a whole, a follow-up by its answer', () => {
  const [main, followup] = plan([card({ points: 0, followUps: [followUps[0] as never] })], 1, 1) as [
    Ask,
    Ask,
  ];
  expect(main.points.map(({ text }) => text)).toEqual(['']);
  expect(followup.points.map(({ text }) => text)).toEqual(['答一']);
});
