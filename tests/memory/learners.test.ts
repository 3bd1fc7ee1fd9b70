import { beforeAll, describe, expect, test } from 'vitest';
import { planGain, planReport } from '../../src/memory/plan.ts';
import { queue } from '../../src/memory/queue.ts';
import { Standing } from '../../src/memory/standing.ts';

/** The simulator of the bench: plain JavaScript without types. */
type Study = (
  policy: string,
  seed: number,
  cell: Cell,
  memory: object,
) => { recall: number; used: number; promised?: number };
interface Cell {
  readonly cards: number;
  readonly days: number;
  readonly minutes: number;
}

let study: Study;
beforeAll(async () => {
  ({ study } = await import(new URL('../../bench/learners/study.mjs', import.meta.url).href));
});

const memory = { Standing, queue, planGain, planReport };

function recall(policy: string, cell: Cell, learners: number): number[] {
  return Array.from({ length: learners }, (_, index) => study(policy, index + 1, cell, memory).recall);
}

function meanGain(cell: Cell, than: string, learners = 4): number {
  const [ours, other] = [recall('ours', cell, learners), recall(than, cell, learners)];
  return ours.reduce((sum, value, index) => sum + value - (other[index] as number), 0) / learners;
}

// A few learners with fixed luck: a guard against a broken policy. The measurement is bench/learners.mjs.
describe('simulated learners on the day of the interview', () => {
  test('recall at least 2.5 points more than with plain FSRS when there is time', () => {
    expect(meanGain({ cards: 75, days: 14, minutes: 15 }, 'FSRS 0.90', 8)).toBeGreaterThan(2.5);
  });

  test.each([
    [75, 7, 60, 0],
    [150, 14, 15, 0],
    // No time to see every card: the same as shuffling, but for luck.
    [75, 7, 5, -1.5],
  ])(
    '%i cards, %i days, %i minutes: not less than by shuffling through the deck',
    (cards, days, minutes, least) => {
      expect(meanGain({ cards, days, minutes }, 'shuffle')).toBeGreaterThan(least);
    },
  );

  test('recall about what the plan promised half way', () => {
    const cell = { cards: 75, days: 14, minutes: 15 };
    const errors = Array.from({ length: 4 }, (_, index) => {
      const { recall, promised = 0 } = study('ours', index + 1, cell, memory);
      return promised - recall;
    });
    expect(Math.abs(errors.reduce((sum, error) => sum + error, 0) / 4)).toBeLessThan(3);
  });
});
