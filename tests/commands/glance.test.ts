import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encodeHeader } from '../../src/drill/scorecard-header.ts';
import { displayWidth } from '../../src/terminal/width.ts';
import { run } from '../world.ts';
import { dataOf, homeWith, planned, reviewed, withSettings } from './practice-home.ts';

const HISTORY = [
  reviewed(1, 'hpa-vs-vpa', 'easy', 12),
  reviewed(2, 'what-is-kubernetes', 'easy', 1),
  reviewed(3, 'what-is-kubernetes', 'good', 0),
];

function withMock(home: string): string {
  mkdirSync(join(dataOf(home), 'mocks'), { recursive: true });
  const header = {
    at: '2026-11-20T16:30:05+08:00',
    deck: 'k8s',
    score: 56,
    questions: 9,
    planned: 10,
    minutes: 20,
  };
  writeFileSync(join(dataOf(home), 'mocks', '2026-11-20-163005.md'), `${encodeHeader(header)}\n# 模拟面试\n`);
  return home;
}

async function glance(home: string, columns?: number, LANG = 'zh_CN.UTF-8') {
  const { code, stdout } = await run([], {
    env: { HOME: home, NO_COLOR: '1', LANG },
    ...(columns && { columns }),
  });
  expect(code).toBe(0);
  return stdout;
}

test('the first time', async () => {
  expect(await glance(homeWith([]))).toBe(
    [
      '今天：到期 0 题，新题 20 题 · 还没练',
      '学过 0/75 题',
      '',
      '  k8sq drill       开始今天的练习',
      '  k8sq plan +14d   定下面试日期',
      '  k8sq mock        模拟面试',
      '  k8sq hpa         直接看答案',
      '  k8sq search hpa  搜索',
      '  k8sq --help      全部命令',
      '',
    ].join('\n'),
  );
});

test('with a history, an interview and a mock behind', async () => {
  const home = withMock(homeWith([planned('2026-12-05', 15), ...HISTORY]));
  const [today, record, ahead, ...rest] = (await glance(home)).split('\n');
  expect(today).toBe('今天：到期 1 题，新题 19 题 · 已练 1 次');
  expect(record).toBe('连续 2 天 · 学过 2/75 题 · 模拟面试 56 分（2026-11-20）');
  expect(ahead).toMatch(/^距面试 12 天（2026-12-05） · 今天还剩 15 分钟 · 现在能答出约 [1-3]%$/);
  expect(rest.join('\n')).toContain('k8sq stats');
  expect(rest.join('\n')).not.toContain('k8sq plan');
});

test('an interview that is over is not named', async () => {
  expect(await glance(homeWith([planned('2026-11-20', 15), ...HISTORY]))).not.toContain('面试 ');
});

test('with the day’s minutes used up, drilling on is offered', async () => {
  const long = [reviewed(9, 'hpa-vs-vpa', 'good', 0, { ms: 4 * 60_000 })];
  const stdout = await glance(homeWith([planned('2026-12-05', 4), ...long]));
  expect(stdout).toContain('今天的 4 分钟已练完');
  expect(stdout).toMatch(/\n {2}k8sq drill --random/);
});

test('new cards a day are those of the settings', async () => {
  expect(await glance(withSettings(homeWith([]), '{"newPerDay":5}'))).toMatch(/^今天：到期 0 题，新题 5 题/);
});

describe.each([20, 40, 80])('at %i columns', (columns) => {
  test.each(['zh_CN.UTF-8', 'en_GB.UTF-8'])('no line is too wide: %s', async (lang) => {
    const home = withMock(homeWith([planned('2026-12-05', 15), ...HISTORY]));
    const lines = (await glance(home, columns, lang)).trimEnd().split('\n');
    for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(columns);
    if (columns >= 40) expect(lines.length).toBeLessThan(15);
  });
});
