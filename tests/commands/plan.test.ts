import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/terminal/width.ts';
import { run } from '../world.ts';
import { homeWith, planned, reviewed, written } from './practice-home.ts';

const HISTORY = [reviewed(1, 'hpa-vs-vpa', 'good', 3), reviewed(2, 'what-is-kubernetes', 'easy', 0)];

async function plan(home: string, ...argv: string[]) {
  return run(['plan', ...argv], { env: { HOME: home } });
}

describe('keeps the interview in the log', () => {
  test.each<[string[], string, number]>([
    [['2026-12-05'], '2026-12-05', 15],
    [['2026/12/5', '--minutes', '40'], '2026-12-05', 40],
    [['12-05'], '2026-12-05', 15],
    [['12', '月', '5', '日'], '2026-12-05', 15],
    [['tomorrow'], '2026-11-24', 15],
    [['明天'], '2026-11-24', 15],
    [['+10d', '--minutes=20'], '2026-12-03', 20],
    [['today'], '2026-11-23', 15],
  ])('%j', async (argv, date, minutes) => {
    const home = homeWith([]);
    const { code, stderr } = await plan(home, ...argv);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(written(home)).toMatchObject([{ type: 'plan', date, minutes }]);
  });

  test('a new date keeps the minutes, new minutes keep the date', async () => {
    const home = homeWith([planned('2026-12-05', 25)]);
    await plan(home, '2026-12-08');
    await plan(home, '--minutes', '10');
    expect(written(home)).toMatchObject([
      { date: '2026-12-08', minutes: 25 },
      { date: '2026-12-08', minutes: 10 },
    ]);
  });

  test('--clear takes it away', async () => {
    const home = homeWith([planned('2026-12-05', 25)]);
    expect((await plan(home, '--clear')).stdout).toBe('已取消 2026-12-05 的面试安排，练习回到平时的节奏\n');
    expect(written(home)).toMatchObject([{ type: 'plan', date: '' }]);
    expect((await plan(home)).stdout).toMatch(/^还没有面试日期/);
    expect((await plan(home, '--clear')).stdout).toBe('没有面试日期，不用取消\n');
    expect(written(home)).toHaveLength(1);
  });
});

describe('what cannot be planned for is said in a sentence, and nothing is kept', () => {
  test.each<[string[], RegExp]>([
    [['2026-11-22'], /^2026-11-22 已经过去了，今天是 2026-11-23。[^\n]*\n$/],
    [['2026-02-30'], /^没有“2026-02-30”这一天。[^\n]*\n$/],
    [['13-01'], /^没有“13-01”这一天。/],
    [['soon'], /^看不懂日期“soon”。可以写成 2026-12-05[^\n]*\n$/],
    [['soon\u001b[2J'], /^看不懂日期“soon␛\[2J”/],
    [['2030-01-01'], /^2030-01-01 太远了，最多两年/],
    [['--minutes', '15'], /^还没有面试日期，请一起给出，例：k8sq plan 2026-12-05 --minutes 15\n$/],
    [['+10d', '--minutes', '0'], /^--minutes 要一个正整数，收到“0”/],
    [['+10d', '--minutes', '1.5'], /^--minutes 要一个正整数，收到“1.5”/],
    [['+10d', '--minutes', '2000'], /^一天没有 2000 分钟/],
    [['+10d', '--clear'], /^--clear 是取消面试日期/],
    [['--minutes', '5', '--clear'], /^--clear 是取消面试日期/],
    [['+10d', '--deck', 'nowhere.md'], /^找不到 nowhere\.md/],
  ])('%j', async (argv, sentence) => {
    const home = homeWith(HISTORY);
    const { code, stdout, stderr } = await plan(home, ...argv);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(sentence);
    expect(written(home)).toEqual([]);
  });
});

describe('shows', () => {
  test('that there is none', async () => {
    expect(await plan(homeWith(HISTORY))).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^还没有面试日期。定一个：k8sq plan /),
    });
    expect(JSON.parse((await plan(homeWith(HISTORY), '--json')).stdout)).toEqual({ plan: null });
  });

  test('that it is over', async () => {
    const home = homeWith([planned('2026-11-20', 15), ...HISTORY]);
    expect((await plan(home)).stdout).toMatch(/^面试日期 2026-11-20 已过去 3 天。/);
    expect(JSON.parse((await plan(home, '--json')).stdout)).toEqual({
      plan: { date: '2026-11-20', minutes: 15, daysLeft: -3 },
    });
  });

  test('recall today and on the day, by topic, and what today is worth', async () => {
    const { stdout } = await plan(homeWith([planned('2026-12-05', 15), ...HISTORY]));
    expect(stdout).toMatch(
      /^面试 2026-12-05 周六 · 还有 12 天\n每天 15 分钟 · 约 \d+ 次作答 · 学过 2\/75 题\n/,
    );
    expect(stdout).toMatch(/\n今天 .*\d+%\n面试当天 .*\d+%\n若不再练 .*\d+%\n/);
    expect(stdout).toMatch(/今天不练，面试当天(少 \d+\.\d 个百分点|几乎不受影响)/);
    expect(stdout).toMatch(/\n弹性伸缩 +[█▒░]+ +\d+% → +\d+%\n/);
    // Half a minute of fifteen is gone.
    expect(stdout).toMatch(/今天还剩 15 分钟：k8sq drill\n$/);
  });

  test('the day itself', async () => {
    const { stdout } = await plan(homeWith([planned('2026-11-23', 15), ...HISTORY]));
    expect(stdout).toMatch(/^面试 2026-11-23 周一 · 就在今天\n/);
    expect(stdout).not.toContain('若不再练');
    expect(stdout).toMatch(/祝顺利\n$/);
  });

  test('that the day’s minutes are used up', async () => {
    const long = [1, 2, 3].map((number) => reviewed(number, 'hpa-vs-vpa', 'good', 0, { ms: 3 * 60_000 }));
    const { stdout } = await plan(homeWith([planned('2026-12-05', 9), ...long]));
    expect(stdout).toMatch(/今天的练习时间已经用完/);
  });

  test('the values as JSON', async () => {
    const { stdout } = await plan(homeWith(HISTORY), '2026-12-05', '--json');
    const found = JSON.parse(stdout) as { report: { now: number; onTheDay: number; topics: unknown[] } };
    expect(found).toMatchObject({
      plan: { date: '2026-12-05', minutes: 15, daysLeft: 12 },
      deck: 'k8s',
      report: { date: '2026-12-05', daysLeft: 12, minutes: 15, cards: 75, seen: 2 },
    });
    expect(found.report.onTheDay).toBeGreaterThan(found.report.now);
    expect(found.report.topics).toHaveLength(14);
  });

  test.each([20, 40, 80])('within a terminal of %i columns, in both languages', async (columns) => {
    const home = homeWith([planned('2026-12-05', 15), ...HISTORY]);
    for (const LANG of ['zh_CN.UTF-8', 'en_GB.UTF-8']) {
      const { stdout } = await run(['plan', '--no-pager'], {
        columns,
        env: { HOME: home, NO_COLOR: '1', LANG },
      });
      for (const line of stdout.split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
    }
  });
});
