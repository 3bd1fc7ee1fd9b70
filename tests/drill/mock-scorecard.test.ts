import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Mock, type MockCommand, startMock, step } from '../../src/drill/mock.ts';
import type { Ask } from '../../src/drill/mock-plan.ts';
import { missedPoints, type Scorecard, scorecardOf } from '../../src/drill/scorecard.ts';
import { decodeHeader, encodeHeader, localTime } from '../../src/drill/scorecard-header.ts';
import { mainAsk } from '../card.ts';

function ask(id: string, topic: string, points = 3): Ask {
  return mainAsk({ id, topic, points });
}

/** Each answer is given after ten seconds. */
function play(asks: readonly Ask[], commands: readonly MockCommand[], minutes = 30): Mock {
  let now = 1_000_000;
  let mock = startMock('k8s', asks, { budget: minutes * 60_000, reveal: 'end' }, now);
  for (const command of commands) {
    if (command.type === 'done' || command.type === 'pass') {
      for (let second = 0; second < 10; second++) {
        now += 1000;
        mock = step(mock, { type: 'time', typed: '' }, now).mock;
      }
    }
    mock = step(mock, command, now).mock;
  }
  return mock;
}

const begin: MockCommand = { type: 'begin' };
const accept: MockCommand = { type: 'accept' };
const done = (typed: string): MockCommand => ({ type: 'done', typed });
const stop: MockCommand = { type: 'stop', typed: '' };

describe('a scorecard', () => {
  const asks = [
    ask('a', 'pods'),
    ask('b', 'network'),
    ask('c', 'network'),
    ask('d', 'storage'),
    ask('e', 'pods'),
  ];
  const said = ['词1 词2 词3', '词1', '', '词2', '词1 词2'];
  const full = scorecardOf(play(asks, [begin, ...said.map(done), accept, accept, accept, accept, accept]));

  test('scores the whole and each topic by what was covered, weakest topic first, with its time', () => {
    // 1, 1/2, 0, 1/4, 3/4 of the points by weight.
    expect(full.score).toBe(50);
    expect(full.topics).toEqual([
      { topic: 'network', score: 25, cards: 2, ms: 20_000 },
      { topic: 'storage', score: 25, cards: 1, ms: 10_000 },
      { topic: 'pods', score: 88, cards: 2, ms: 20_000 },
    ]);
    expect(full).toMatchObject({ questions: 5, planned: 5, ms: 50_000, complete: true, spentAll: false });
  });

  test('names the three that covered least, and what they missed', () => {
    const names = full.studyFirst.map(({ card, asked }) => [card.id, ...asked.flatMap(missedPoints)]);
    expect(names).toEqual([
      ['c', 0, 1, 2],
      ['d', 0, 2],
      ['b', 1, 2],
    ]);
  });

  test('leaves out what nobody judged', () => {
    const early = scorecardOf(play(asks, [begin, done('词1'), done(''), stop]));
    expect(early).toMatchObject({ score: 50, questions: 2, complete: false });
    expect(early.topics.map(({ topic, score }) => [topic, score])).toEqual([
      ['pods', 50],
      ['network', undefined],
    ]);
    expect(early.studyFirst.map(({ card }) => card.id)).toEqual(['a']);
    expect(scorecardOf(play(asks, [begin, done(''), stop])).score).toBeUndefined();
  });

  test('keeps what was being typed', () => {
    const left = scorecardOf(play(asks, [begin, done('词1'), { type: 'stop', typed: '半句' }]));
    expect(left.unfinished).toMatchObject({ typed: '半句', ask: { card: { id: 'b' } } });
    expect(full.unfinished).toBeUndefined();
  });

  test('whatever was answered: scores lie in 0 to 100 and lie between those of the topics', () => {
    const answers = fc.array(fc.constantFrom('', '词1', '词2 词3', '词1 词2 词3'), { maxLength: 5 });
    fc.assert(
      fc.property(answers, fc.boolean(), (typed, judged) => {
        const commands = [begin, ...typed.map(done), stop, ...(judged ? typed.map(() => accept) : [])];
        const result: Scorecard = scorecardOf(play(asks, commands));
        const scores = result.topics.flatMap(({ score }) => (score === undefined ? [] : [score]));
        expect(result.score === undefined).toBe(scores.length === 0);
        if (result.score === undefined) return;
        expect(result.score).toBeGreaterThanOrEqual(Math.min(...scores) - 1);
        expect(result.score).toBeLessThanOrEqual(Math.max(...scores) + 1);
        expect(Math.max(...scores)).toBeLessThanOrEqual(100);
        expect(result.cards).toHaveLength(typed.length);
      }),
    );
  });
});

describe('the front matter of a scorecard', () => {
  const header = {
    at: '2026-11-23T16:30:05+08:00',
    deck: 'k8s',
    score: 62,
    questions: 9,
    planned: 13,
    minutes: 24.5,
  };

  test('is read as it was written', () => {
    const anyHeader = fc.record({
      at: fc.integer({ min: 0, max: 4e12 }).map((at) => localTime(at, -90)),
      deck: fc.string({ unit: 'grapheme' }),
      score: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      questions: fc.nat(99),
      planned: fc.nat(99),
      minutes: fc.nat(999).map((tenths) => tenths / 10),
    });
    fc.assert(
      fc.property(anyHeader, (any) => {
        expect(decodeHeader(`${encodeHeader(any)}\n# text\n`)).toEqual(any);
      }),
    );
  });

  const text = encodeHeader(header);
  test.each([
    [
      'with a line separator in the name',
      encodeHeader({ ...header, deck: 'a\u2028b' }),
      { ...header, deck: 'a\u2028b' },
    ],
    ['with Windows line ends', text.replaceAll('\n', '\r\n'), header],
    ['with more fields than we know', text.replace('deck:', 'future: 1\ndeck:'), header],
    ['not a scorecard', text.replace('k8sq: mock', 'title: x'), undefined],
    ['no front matter', '# k8sq\n', undefined],
    ['empty', '', undefined],
    ['torn', text.slice(0, 60), undefined],
    ['a score that is none', text.replace('62', 'many'), undefined],
    ['a score above 100', text.replace('62', '620'), undefined],
    ['a time that is none', text.replace('2026-11-23', 'today'), undefined],
    ['a missing field', text.replace('planned: 13\n', ''), undefined],
  ])('%s', (_, damaged, expected) => {
    expect(decodeHeader(damaged)).toEqual(expected);
  });

  test.each([
    [0, 0, '1970-01-01T00:00:00+00:00'],
    [Date.UTC(2026, 10, 23, 16, 30, 5), 480, '2026-11-24T00:30:05+08:00'],
    [Date.UTC(2026, 10, 23, 1), -210, '2026-11-22T21:30:00-03:30'],
  ])('%d at %d minutes from UTC is %s', (at, offset, expected) => {
    expect(localTime(at, offset)).toBe(expected);
  });
});
