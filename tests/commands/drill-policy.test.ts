import { describe, expect, test } from 'vitest';
import { drillPolicy, lookAhead } from '../../src/commands/drill-policy.ts';
import { interviewOf } from '../../src/commands/practice.ts';
import { cardKey } from '../../src/memory/card-key.ts';
import type { LogEvent } from '../../src/memory/event.ts';
import { fold } from '../../src/memory/fold.ts';
import { SETTINGS } from '../../src/storage/settings.ts';
import { NOON } from '../world.ts';
import { planned, reviewed } from './practice-home.ts';

const NOW = { at: NOON, offset: 480 };
const MINUTE = 60_000;
const FOREVER = Number.POSITIVE_INFINITY;
const ahead = planned('2026-12-05', 15);
const over = planned('2026-11-20', 15);
const today = planned('2026-11-23', 15);
/** Six minutes of today; one was left open over lunch and counts as five. */
const spent = [
  reviewed(1, 'hpa-vs-vpa', 'good', 0, { ms: 60_000 }),
  reviewed(2, 'hpa-vs-vpa', 'good', 0, { ms: 3_600_000 }),
  reviewed(0, 'hpa-vs-vpa', 'good', 1, { ms: 240_000 }),
];

describe('how long a session lasts, and whether the interview orders it', () => {
  test.each<[string, LogEvent[], object, number, number, boolean]>([
    ['no plan', [], {}, 0, FOREVER, false],
    ['no plan, the setting', [], {}, 20, 20 * MINUTE, false],
    ['no plan, --minutes before the setting', [], { minutes: 5 }, 20, 5 * MINUTE, false],
    ['a plan', [ahead], {}, 20, 15 * MINUTE, true],
    ['a plan, some of today used', [ahead, ...spent], {}, 0, 9 * MINUTE, true],
    ['a plan, all of today used', [planned('2026-12-05', 6), ...spent], {}, 0, 0, true],
    [
      'a plan, all used, --minutes',
      [planned('2026-12-05', 6), ...spent],
      { minutes: 5 },
      0,
      5 * MINUTE,
      true,
    ],
    ['a plan, -n', [ahead, ...spent], { number: 5 }, 0, FOREVER, true],
    ['a plan without minutes', [planned('2026-12-05', 0)], {}, 0, FOREVER, true],
    ['a plan, --random', [ahead], { random: true }, 0, FOREVER, false],
    ['a plan, -c', [ahead], { category: '网络' }, 0, FOREVER, false],
    ['a plan, --ids', [ahead], { ids: ['hpa'] }, 0, FOREVER, false],
    ['a plan that is over', [over], {}, 0, FOREVER, false],
    ['on the day', [today], {}, 0, FOREVER, false],
  ])('%s', (_, events, options, minutes, budget, isPlanned) => {
    const policy = drillPolicy(
      options as Record<string, unknown>,
      fold(events),
      { ...SETTINGS, minutes },
      NOW,
    );
    expect(policy.budget).toBe(budget);
    expect(policy.gain !== undefined).toBe(isPlanned);
    expect(policy.ahead).toBe(isPlanned || budget < FOREVER);
  });

  test('today’s minutes are new at four in the morning', () => {
    const night = { at: NOON + 15 * 60 * MINUTE, offset: 480 };
    const morning = { at: NOON + 17 * 60 * MINUTE, offset: 480 };
    const left = (now: typeof NOW) => interviewOf(fold([ahead, ...spent]), now);
    expect(left(night)).toMatchObject({ left: 9 * MINUTE, daysLeft: 12 });
    expect(left(morning)).toMatchObject({ left: 15 * MINUTE, daysLeft: 11 });
  });
});

describe('what comes next', () => {
  const keys = ['hpa-vs-vpa', 'what-is-pod'].map((card) => cardKey('k8s', card));
  test.each<[string, LogEvent[], object]>([
    ['nothing', [], { due: 0, next: undefined }],
    ['still due today', [reviewed(1, 'hpa-vs-vpa', 'again', 0)], { due: 1, next: undefined }],
    [
      'on a later day',
      [reviewed(1, 'hpa-vs-vpa', 'easy', 0)],
      { due: 0, next: { days: expect.any(Number), due: 1 } },
    ],
    ['overdue', [reviewed(1, 'hpa-vs-vpa', 'easy', 90)], { due: 1, next: undefined }],
    ['of another deck', [reviewed(1, 'hpa-vs-vpa', 'again', 0, { deck: 'notes' })], { due: 0 }],
    [
      'suspended',
      [
        reviewed(1, 'hpa-vs-vpa', 'again', 0),
        { type: 'suspend', id: 'S1', at: NOON + 5000, offset: 480, deck: 'k8s', card: 'hpa-vs-vpa' },
      ],
      { due: 0 },
    ],
  ])('%s', (_, events, expected) => expect(lookAhead(keys, fold(events), NOW)).toMatchObject(expected));
});
