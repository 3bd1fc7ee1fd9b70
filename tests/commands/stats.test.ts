import { describe, expect, test } from 'vitest';
import { run } from '../world.ts';
import { homeWith, planned, reviewed, withSettings } from './practice-home.ts';

const HISTORY = [
  reviewed(1, 'hpa-vs-vpa', 'good', 9),
  reviewed(2, 'hpa-vs-vpa', 'good', 9),
  reviewed(3, 'hpa-vs-vpa', 'again', 1),
  reviewed(4, 'what-is-kubernetes', 'easy', 1),
  reviewed(5, 'what-is-kubernetes', 'good', 0),
  reviewed(6, 'mine', 'good', 2, { deck: 'notes' }),
];

interface Json {
  readonly deck: string;
  readonly cards: { readonly total: number; readonly seen: number };
  readonly days: readonly { readonly date: string; readonly reviews: number }[];
  readonly streak: { readonly current: number };
  readonly time: { readonly total: number };
  readonly topics: readonly { readonly topic: string }[];
}

async function stats(home: string, ...argv: string[]) {
  return run(['stats', ...argv], { env: { HOME: home } });
}

async function json(home: string, ...argv: string[]): Promise<Json> {
  return JSON.parse((await stats(home, ...argv, '--json')).stdout) as Json;
}

describe('before the first review', () => {
  test('one sentence says what to do', async () => {
    const { code, stdout } = await stats(homeWith([]));
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringMatching(/^还没有练习记录。[^\n]*k8sq drill[^\n]*\n$/),
    });
  });

  test('in a category without any, too', async () => {
    expect((await stats(homeWith(HISTORY), '-c', 'storage')).stdout).toMatch(
      /^这个范围里还没有练过的题。[^\n]*\n$/,
    );
  });

  test('the JSON has the same shape, of zeros', async () => {
    const [none, some] = [await json(homeWith([])), await json(homeWith(HISTORY))];
    expect(Object.keys(none)).toEqual(Object.keys(some));
    expect(none.cards.seen).toBe(0);
  });
});

describe('the JSON', () => {
  test('counts the reviews of the deck by study day', async () => {
    const found = await json(homeWith(HISTORY));
    expect(found.deck).toBe('k8s');
    expect(found.cards).toMatchObject({ total: 75, seen: 2 });
    expect(found.days.map(({ date, reviews }) => `${date} ${reviews}`)).toEqual([
      '2026-11-14 2',
      '2026-11-22 2',
      '2026-11-23 1',
    ]);
    expect(found.time.total).toBe(150_000);
  });

  test('counts every deck for the streak', async () => {
    expect((await json(homeWith(HISTORY))).streak.current).toBe(3);
  });

  test('of a category counts its cards only', async () => {
    const found = await json(homeWith(HISTORY), '-c', 'autoscaling');
    expect(found.topics.map(({ topic }) => topic)).toEqual(['autoscaling']);
    expect(found.days.map(({ date }) => date)).toEqual(['2026-11-14', '2026-11-22']);
  });
});

test('the charts name the topics and the hardest card', async () => {
  const { stdout } = await stats(homeWith(HISTORY));
  expect(stdout).toMatch(/^练习统计 k8s 2026-11-23\n学过 2\/75 题/);
  expect(stdout).toMatch(/最难的题\n忘 1 次 {2}.*HPA/);
  expect(stdout).not.toContain('\u001b');
});

test.each([20, 40, 80])('charts fit a terminal of %i columns', async (columns) => {
  const { stdout } = await run(['stats', '--no-pager'], {
    columns,
    env: { HOME: homeWith(HISTORY), NO_COLOR: '1' },
  });
  const { displayWidth } = await import('../../src/terminal/width.ts');
  expect(Math.max(...stdout.split('\n').map((line) => displayWidth(line)))).toBeLessThanOrEqual(columns);
});

test('an interview ahead is named', async () => {
  const home = homeWith([planned('2026-12-05', 15), ...HISTORY]);
  expect((await stats(home)).stdout).toContain('距面试 12 天（2026-12-05）');
});

test('a desired retention of one’s own moves what is due', async () => {
  // Known with 90 % after some days, with 80 % after many more.
  const learnt = [reviewed(1, 'hpa-vs-vpa', 'easy', 14), reviewed(2, 'what-is-kubernetes', 'easy', 14)];
  const due = async (home: string) =>
    (JSON.parse((await stats(home, '--json')).stdout) as { cards: { due: number } }).cards.due;
  expect(await due(homeWith(learnt))).toBe(2);
  expect(await due(withSettings(homeWith(learnt), '{"retention":0.8}'))).toBe(0);
});

describe('what is wrong with the log or the settings is one sentence on stderr', () => {
  const torn = '{"v":1,"type":"review","id":"T1","at":';
  const dream = '{"v":1,"type":"dream","id":"D1","at":1,"offset":0}';
  const newer = '{"v":2,"type":"review","id":"D2","at":1,"offset":0}';

  test.each<[string, string[], RegExp | string]>([
    ['nothing', [], ''],
    ['a torn line', [torn], '练习记录里有 1 行已损坏，已跳过，其余照常；详情：k8sq progress check\n'],
    [
      'events of a newer program',
      [dream, newer, dream],
      /^练习记录里有 2 条来自更新版本的 k8sq，已跳过[^\n]*\n$/,
    ],
    ['both', [torn, torn, dream], /^练习记录里有 2 行已损坏、1 条来自更新版本的 k8sq，[^\n]*\n$/],
  ])('%s', async (_, lines, expected) => {
    const home = homeWith(HISTORY, lines);
    for (const argv of [['stats'], [], ['plan'], ['optimize']]) {
      const { stderr } = await run(argv, { env: { HOME: home } });
      const warning = stderr.replace(/^现在有 .*\n/m, '');
      if (typeof expected === 'string') expect(warning).toBe(expected);
      else expect(warning).toMatch(expected);
    }
  });

  test('a setting that does not count', async () => {
    const home = withSettings(homeWith(HISTORY), '{"retention":2,"colour":1}');
    expect((await stats(home)).stderr).toMatch(
      /^.*settings\.json：“retention”只能是 0\.7 到 0\.99 的数，没有“colour”这项设置；这些设置按默认值处理\n$/,
    );
  });
});
