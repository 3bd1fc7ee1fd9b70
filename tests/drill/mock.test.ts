import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acknowledge,
  leftOfBox,
  type Mock,
  type MockCommand,
  startMock,
  step,
} from '../../src/drill/mock.ts';
import { boxFor, GRACE, LARGEST_STEP, LEAST_BOX } from '../../src/drill/mock-clock.ts';
import type { Ask } from '../../src/drill/mock-plan.ts';
import { resultOf } from '../../src/drill/mock-result.ts';
import type { EventBody, Review } from '../../src/memory/event.ts';
import { mainAsk } from '../card.ts';

const NOW = 1_000_000_000;
const MINUTE = 60_000;

function main(id: string, points = 3): Ask {
  return mainAsk({ id, points });
}

function followUp(of: string): Ask {
  const points = [{ text: '用 `kubectl drain`', must: false, terms: [] }];
  return { ...main(of), kind: 'followup', question: '**那么？**', points, weight: 1 };
}

/** A learner, and the log that the interview writes. */
class Play {
  mock: Mock;
  now = NOW;
  readonly log: { id: string; body: EventBody }[] = [];

  constructor(asks: readonly Ask[], reveal: 'end' | 'each' = 'end', minutes = 30) {
    this.mock = startMock('k8s', asks, { budget: minutes * MINUTE, reveal }, this.now);
  }

  do(...commands: readonly MockCommand[]): this {
    for (const command of commands) {
      const { mock, due } = step(this.mock, command, this.now);
      this.mock = mock;
      if (!due) continue;
      const id = `E${this.log.length}`;
      this.log.push({ id, body: due.event });
      this.mock = acknowledge(mock, due.card, id);
      if (due.replaces !== '')
        this.log.push({ id: `U${this.log.length}`, body: { type: 'undo', of: due.replaces } });
    }
    return this;
  }

  /** So many seconds, one by one, as the clock of the screen ticks. */
  wait(seconds: number, typed = ''): this {
    for (let second = 0; second < seconds; second++) {
      this.now += 1000;
      this.do({ type: 'time', typed });
    }
    return this;
  }

  /** The reviews in the log that no undo takes back. */
  get reviews(): Omit<Review, 'id' | 'at' | 'offset'>[] {
    const undone = new Set(this.log.flatMap(({ body }) => (body.type === 'undo' ? [body.of] : [])));
    return this.log.flatMap(({ id, body }) => (body.type === 'review' && !undone.has(id) ? [body] : []));
  }
}

const begin: MockCommand = { type: 'begin' };
const accept: MockCommand = { type: 'accept' };
const spoken: MockCommand = { type: 'done', typed: ' \n' };
const pass: MockCommand = { type: 'pass', typed: '' };
const stop: MockCommand = { type: 'stop', typed: '' };
const done = (typed: string): MockCommand => ({ type: 'done', typed });
const mark = (point: number): MockCommand => ({ type: 'mark', point });

describe('the course of an interview', () => {
  test('asks all, then shows the points of all, then is over', () => {
    const play = new Play([main('a'), main('b')]).do(begin);
    expect([play.mock.phase, play.mock.at]).toEqual(['asking', 0]);
    play.do(done('词1'));
    expect([play.mock.phase, play.mock.at]).toEqual(['asking', 1]);
    play.do(done('词1'));
    expect([play.mock.phase, play.mock.at]).toEqual(['reviewing', 0]);
    play.do(accept, accept);
    expect(play.mock.phase).toBe('done');
  });

  test('with reveal each the points follow their question', () => {
    const play = new Play([main('a'), main('b')], 'each').do(begin, done('词1'));
    expect([play.mock.phase, play.mock.at]).toEqual(['reviewing', 0]);
    play.do(accept);
    expect([play.mock.phase, play.mock.at]).toEqual(['asking', 1]);
    play.do(spoken, accept);
    expect(play.mock.phase).toBe('done');
  });

  test('without questions it is over at once; left before the first answer it has nothing to show', () => {
    expect(new Play([]).mock.phase).toBe('done');
    expect(new Play([main('a')]).do(stop).mock.phase).toBe('done');
    expect(new Play([main('a')]).do(begin, { type: 'stop', typed: '半句' }).mock).toMatchObject({
      phase: 'done',
      unfinished: '半句',
    });
  });

  test('left in the middle, what was answered is looked at', () => {
    const play = new Play([main('a'), main('b')]).do(begin, done('词1'), { type: 'stop', typed: '半句' });
    expect(play.mock).toMatchObject({ phase: 'reviewing', at: 0, unfinished: '半句' });
    expect(play.do(accept).mock.phase).toBe('done');
  });
});

describe('reviews', () => {
  test.each([
    ['all points', '词1 词2 词3', 'easy', 1],
    ['the must-have point alone', '词1', 'hard', 0.5],
    ['one that is not a must', '词2', 'again', 0.25],
    ['nothing of them', '别的', 'again', 0],
  ])('typed: %s', (_, typed, rating, coverage) => {
    const play = new Play([main('a')]).do(begin).wait(7).do(done(typed));
    expect(play.reviews).toEqual([
      { type: 'review', deck: 'k8s', card: 'a', rating, ms: 7000, mode: 'mock', coverage },
    ]);
  });

  test('who passes forgot it; who spoke is rated when they have ticked', () => {
    expect(new Play([main('a')]).do(begin, pass).reviews).toMatchObject([{ rating: 'again', coverage: 0 }]);
    const play = new Play([main('a')]).do(begin, spoken);
    expect(play.reviews).toEqual([]);
    expect(play.do(mark(0), mark(1), accept).reviews).toMatchObject([{ rating: 'good', coverage: 0.75 }]);
  });

  test('spoken and nothing ticked is Again, not the Good of a drill', () => {
    expect(new Play([main('a')]).do(begin, spoken, accept).reviews).toMatchObject([{ rating: 'again' }]);
  });

  test('a corrected tick takes the place of the first review', () => {
    const play = new Play([main('a')]).do(begin, done('词1'), mark(1), mark(2), accept);
    expect(play.reviews).toMatchObject([{ rating: 'easy', coverage: 1 }]);
    expect(play.log.map(({ body }) => body.type)).toEqual(['review', 'review', 'undo']);
  });

  test('looked at and found right, nothing more is written', () => {
    expect(new Play([main('a')]).do(begin, done('词1'), accept).log).toHaveLength(1);
  });

  test('a follow-up changes nothing before it was judged', () => {
    const play = new Play([main('a'), followUp('a')]).do(begin, done('词1 词2 词3'), done('别的'));
    expect(play.reviews).toMatchObject([{ card: 'a', coverage: 1, rating: 'easy' }]);
    expect(play.log).toHaveLength(1);
  });

  test('a judged follow-up counts as one more point of its card', () => {
    const play = new Play([main('a'), followUp('a')]).do(begin, done('词1 词2 词3'), done('kubectl drain'));
    expect(play.reviews).toMatchObject([{ card: 'a', coverage: 1 }]);
    expect(play.mock.answers[1]?.covered).toEqual([{ point: 0, by: ['kubectl drain'] }]);
    play.do(accept, mark(0), accept);
    expect(play.reviews).toMatchObject([{ card: 'a', coverage: 0.8, rating: 'good' }]);
  });

  test('a point that no word can match waits for the learner, and a whole answer is Good at most', () => {
    const whole = { ...main('a'), points: [{ text: '', must: false, terms: [] }] };
    const play = new Play([whole]).do(begin, done('很长的回答'));
    expect(play.reviews).toEqual([]);
    expect(play.do(mark(0), accept).reviews).toMatchObject([{ rating: 'good', coverage: 1 }]);
  });

  test('going back corrects again', () => {
    const play = new Play([main('a'), main('b')]).do(begin, done('词1'), done('词1'), accept, {
      type: 'back',
    });
    expect(play.mock.at).toBe(0);
    expect(play.do(mark(0), accept, accept).reviews.map(({ card, rating }) => `${card} ${rating}`)).toEqual([
      'b hard',
      'a again',
    ]);
  });
});

test.each([
  ['back', { type: 'back' } as const],
  ['stop', stop],
])('ticks that were changed count also when %s leaves them', (_, leave) => {
  const play = new Play([main('a'), main('b')]).do(begin, spoken, spoken, accept, mark(0), leave);
  expect(play.reviews).toMatchObject([{ card: 'a' }, { card: 'b', rating: 'hard', coverage: 0.5 }]);
});

describe('the clock', () => {
  test('shares the time by weight', () => {
    const play = new Play([main('a'), followUp('a'), main('b')], 'end', 10).do(begin);
    expect(play.mock.box).toBe(4 * MINUTE);
    play.wait(60).do(spoken);
    expect(play.mock.box).toBe(3 * MINUTE);
  });

  test('time that was saved stretches the last question to twice its share, not to all that is left', () => {
    const play = new Play([main('a'), main('b'), main('c'), main('d')], 'end', 8).do(
      begin,
      spoken,
      spoken,
      spoken,
    );
    expect(play.mock.box).toBe(4 * MINUTE);
  });

  test('moves on by itself, but not before the time of grace, and keeps what was typed', () => {
    const play = new Play([main('a'), main('b')], 'end', 2).do(begin);
    play.wait(60 + GRACE / 1000 - 1, '词1');
    expect([play.mock.at, leftOfBox(play.mock) < 0]).toEqual([0, true]);
    play.wait(1, '词1');
    expect([play.mock.at, play.mock.answers[0]]).toMatchObject([
      1,
      { how: 'typed', typed: '词1', timedOut: true },
    ]);
    expect(play.reviews).toMatchObject([{ card: 'a' }]);
  });

  test('asks nothing more when the whole time is over', () => {
    const play = new Play([main('a'), main('b'), main('c')], 'end', 1).do(begin).wait(120);
    expect(play.mock).toMatchObject({ phase: 'reviewing', at: 0 });
    expect(play.mock.answers).toHaveLength(2);
  });

  test.each([
    ['a stopped program or a sleeping machine', 3_600_000, LARGEST_STEP],
    ['a clock set back', -3_600_000, 0],
    ['a second', 1000, 1000],
  ])('%s', (_, jump, counted) => {
    const play = new Play([main('a')]).do(begin);
    play.now += jump;
    expect(play.do({ type: 'time', typed: '' }).mock.spent).toBe(counted);
  });

  test('stands still while points are looked at', () => {
    const play = new Play([main('a'), main('b')], 'each').do(begin).wait(10).do(done('词1')).wait(100);
    expect(play.do(accept).mock.spent).toBe(10_000);
  });

  test('a box is never shorter than a person needs to read', () => {
    expect(boxFor(1000, 1000, 1, [1, 1])).toBe(LEAST_BOX);
  });
});

const command: fc.Arbitrary<MockCommand> = fc.oneof(
  fc.constant(begin),
  fc.constantFrom('', '词1', '词1 词2', '词2 词3 词1').map(done),
  fc.constant(pass),
  fc.constantFrom('', '词2').map((typed) => ({ type: 'time' as const, typed })),
  fc.nat(3).map(mark),
  fc.constant(accept),
  fc.constant(accept),
  fc.constant<MockCommand>({ type: 'back' }),
);

const plans = fc
  .array(fc.constantFrom('main', 'main+followup'), { minLength: 1, maxLength: 4 })
  .map((kinds) =>
    kinds.flatMap((kind, index) => [
      main(`c${index}`, (index % 3) + 1),
      ...(kind === 'main' ? [] : [followUp(`c${index}`)]),
    ]),
  );

const moves = fc.array(fc.tuple(command, fc.integer({ min: -2000, max: 30_000 })), { maxLength: 60 });

describe('whatever the keys and the clock', () => {
  const check = (look: (play: Play, before: Mock, leave: boolean) => void): void => {
    fc.assert(
      fc.property(
        plans,
        fc.constantFrom('end' as const, 'each' as const),
        moves,
        fc.boolean(),
        (asks, reveal, all, leave) => {
          const play = new Play(asks, reveal, 5);
          const commands = leave ? [...all, [stop, 0] as const] : all;
          for (const [next, ms] of commands) {
            const before = play.mock;
            play.now += ms;
            play.do(next);
            look(play, before, next.type === 'stop');
          }
        },
      ),
      { numRuns: 300 },
    );
  };

  test('the log has just the reviews that the ticks give, but for the card that is being ticked', () => {
    check(({ mock, reviews }) => {
      const open = mock.phase === 'reviewing' ? mock.asks[mock.at]?.card.id : undefined;
      const ids = [...new Set(mock.asks.map(({ card }) => card.id))].filter((id) => id !== open);
      const expected = ids.flatMap((id) => {
        const result = resultOf(mock.asks, mock.answers, id);
        return result ? [`${id} ${result.rating} ${result.coverage}`] : [];
      });
      const logged = reviews.filter(({ card }) => card !== open);
      expect(logged.map(({ card, rating, coverage }) => `${card} ${rating} ${coverage}`).sort()).toEqual(
        expected,
      );
      expect(new Set(reviews.map(({ card }) => card)).size).toBe(reviews.length);
    });
  });

  test('no answer is lost or changed but in its ticks, and none is given twice', () => {
    check(({ mock }, before) => {
      expect(mock.answers.length).toBeGreaterThanOrEqual(before.answers.length);
      expect(mock.answers.length).toBeLessThanOrEqual(mock.asks.length);
      for (const [index, { how, typed, ms, covered }] of before.answers.entries()) {
        expect(mock.answers[index]).toMatchObject({ how, typed, ms, covered });
      }
    });
  });

  test('points are in sight only when they may be', () => {
    check(({ mock }, before, leave) => {
      if (mock.phase === 'asking') expect(mock.at).toBe(mock.answers.length);
      if (mock.phase === 'reviewing') expect(mock.at).toBeLessThan(mock.answers.length);
      const all = mock.answers.length === mock.asks.length || mock.spent >= mock.budget;
      const early = mock.reveal === 'end' && mock.phase === 'reviewing' && !all;
      // Only who leaves sees points before the last answer; that command is the last one here.
      if (early) expect(before.phase).toBe('asking');
      if (early) expect(leave).toBe(true);
    });
  });

  test('time never runs back, and what is over stays over', () => {
    check(({ mock }, before) => {
      expect(mock.spent).toBeGreaterThanOrEqual(before.spent);
      if (before.phase === 'done') expect({ ...mock, seenAt: 0 }).toEqual({ ...before, seenAt: 0 });
    });
  });
});
