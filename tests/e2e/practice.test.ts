import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { encode, type LogEvent } from '../../src/memory/event.ts';
import { displayWidth } from '../../src/terminal/width.ts';
import { dataOf, homeWith, reviewed } from '../commands/practice-home.ts';
import { NOON } from '../world.ts';
import { BINARY, TestTerminal } from './terminal.ts';

const DAY = 86_400_000;
/** The footer once the answer is shown. */
const RATINGS = /1⏎? (忘了|1分)/;

/** An event of now, on a machine whose clock is the test's. */
function ofNow(event: LogEvent, ago = 0): LogEvent {
  const at = Date.now() - ago;
  return { ...event, at, offset: -new Date(at).getTimezoneOffset() };
}

/** An interview in ten days, with so many minutes a day. */
function planned(minutes: number): LogEvent {
  const date = new Date(Date.now() + 10 * DAY).toISOString().slice(0, 10);
  return ofNow({ type: 'plan', id: 'P1', at: 0, offset: 0, date, minutes }, DAY);
}

/** A review a moment ago that took so many seconds. */
function spent(seconds: number): LogEvent {
  return ofNow(reviewed(1, 'hpa-vs-vpa', 'good', 0, { ms: seconds * 1000 }), 1000);
}

describe('a drill with an interview ahead', () => {
  test('has the day’s minutes, and says what is left of them', async () => {
    const terminal = new TestTerminal(['drill'], { home: homeWith([planned(15)]) });
    await terminal.see(/ 剩 1[45]:\d\d {2}第 1 题$/m);
    terminal.press(' ');
    await terminal.see(RATINGS);
    terminal.press('4');
    await terminal.see('第 2 题');
    terminal.press('q');
    expect((await terminal.exited).exitCode).toBe(0);
    expect(await terminal.see('练了 1 题')).toMatch(/今天还剩 15 分钟，距面试 \d+ 天：k8sq drill/);
  });

  test('ends when they are used up, and says when it goes on', async () => {
    const terminal = new TestTerminal(['drill'], { home: homeWith([planned(1), spent(58)]) });
    // The question is shown for longer than the two seconds that are left.
    await terminal.see(/0:0[3-9] {2}剩 0:00 {2}第 1 题/);
    terminal.press(' ');
    await terminal.see(RATINGS);
    terminal.press('4');
    expect((await terminal.exited).exitCode).toBe(0);
    expect(await terminal.see('练了 1 题')).toMatch(
      /今天的 1 分钟练完了，距面试 \d+ 天。明天继续：k8sq drill/,
    );
  });

  test('with nothing left of them says so at once', async () => {
    const terminal = new TestTerminal(['drill'], { home: homeWith([planned(1), spent(60)]) });
    expect((await terminal.exited).exitCode).toBe(0);
    await terminal.see('今天的 1 分钟练完了');
    await vi.waitFor(() => expect(terminal.alternate).toBe(false));
  });

  test('a choice of cards of one’s own has no such end', async () => {
    const terminal = new TestTerminal(['drill', '--ids', 'hpa-vs-vpa'], {
      home: homeWith([planned(1), spent(60)]),
    });
    expect(await terminal.see(/1\/1/)).not.toContain('剩');
    terminal.press('q');
    await terminal.exited;
  });
});

describe('a drill of chosen cards that was left in the middle', () => {
  const begun = (): LogEvent =>
    ofNow({ type: 'session', id: 'S1', at: 0, offset: 0, deck: 'k8s', cards: ['hpa-vs-vpa', 'helm'] }, 1000);

  test('goes on the next time', async () => {
    const terminal = new TestTerminal(['drill'], { home: homeWith([begun()]) });
    expect(await terminal.see('接着上次没做完的')).toMatch(/1\/2/);
    terminal.press('q');
    await terminal.exited;
  });

  test('is left for good with --fresh', async () => {
    const terminal = new TestTerminal(['drill', '--fresh'], { home: homeWith([begun()]) });
    expect(await terminal.see(/1\/\d\d/)).not.toContain('接着上次');
    terminal.press('q');
    expect((await terminal.exited).exitCode).toBe(0);
  });
});

test('a drill warns once of events that it does not know, and keeps them', async () => {
  const dream = '{"v":1,"type":"dream","id":"D1","at":1,"offset":0}';
  const home = homeWith([spent(30)], [dream, dream.replace('D1', 'D2')]);
  const terminal = new TestTerminal(['drill', '--ids', 'hpa-vs-vpa'], { home });
  await terminal.see(/1\/1/);
  terminal.press('q');
  await terminal.exited;
  const screen = await terminal.see('没有评分');
  expect(screen.match(/2 条来自更新版本的 k8sq/g)).toHaveLength(1);
  expect(readFileSync(join(dataOf(home), 'reviews-test.jsonl'), 'utf8')).toContain(dream);
});

describe('progress reset on a terminal', () => {
  const logs = (home: string) => readdirSync(dataOf(home)).filter((name) => name.endsWith('.jsonl'));

  test.each([
    ['n\r', 1, '没有改动', ['reviews-test.jsonl']],
    ['\r', 1, '没有改动', ['reviews-test.jsonl']],
    ['\u0003', 1, '没有改动', ['reviews-test.jsonl']],
    ['y\r', 0, '已从头开始', []],
  ])('asked, %j answers', async (keys, code, says, left) => {
    const home = homeWith([spent(30)]);
    const terminal = new TestTerminal(['progress', 'reset'], { home });
    await terminal.see('1 条记录移到一边');
    terminal.press(keys);
    expect((await terminal.exited).exitCode).toBe(code);
    await terminal.see(says);
    expect(logs(home)).toEqual(left);
  });
});

describe('the built program in a pipe', () => {
  const built = (home: string, argv: readonly string[], input = '') =>
    spawnSync(process.execPath, [BINARY, ...argv], {
      cwd: home,
      encoding: 'utf8',
      input,
      env: { PATH: process.env['PATH'], HOME: home, LANG: 'zh_CN.UTF-8' },
    });

  test('exports and imports', () => {
    const event = reviewed(1, 'hpa-vs-vpa', 'good', 1);
    const { stdout } = built(homeWith([event]), ['progress', 'export']);
    expect(stdout).toBe(`${encode(event)}\n`);
    const home = homeWith([]);
    expect(built(home, ['progress', 'import', '-'], stdout).stdout).toBe('导入 1 条记录\n');
    expect(built(home, ['progress', 'export']).stdout).toBe(stdout);
  });

  test('shows statistics and a plan plainly, on 80 columns', () => {
    const home = homeWith([reviewed(1, 'hpa-vs-vpa', 'good', 1), planned(15)]);
    for (const name of ['stats', 'plan']) {
      const { status, stdout } = built(home, [name]);
      expect(status).toBe(0);
      expect(stdout).not.toContain('\u001b');
      expect(Math.max(...stdout.split('\n').map((line) => displayWidth(line)))).toBeLessThanOrEqual(80);
    }
  });

  test('fits parameters with the package it ships with', async () => {
    const { learnerReviews, OTHER_PARAMETERS } = await import('../memory/learner-reviews.ts');
    const { status, stdout, stderr } = built(homeWith(learnerReviews(OTHER_PARAMETERS, 11)), ['optimize']);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('已换用新参数');
  });
});

test('a folder that may not be read is a sentence, not a stack', () => {
  const home = homeWith([]);
  mkdirSync(join(home, 'x'));
  writeFileSync(join(home, 'x', 'k8sq'), String(NOON));
  const { status, stderr } = spawnSync(process.execPath, [BINARY, 'stats'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: home, XDG_DATA_HOME: join(home, 'x'), LANG: 'zh_CN.UTF-8' },
  });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^读不了练习记录 .*（ENOTDIR）。请检查该文件夹的权限\n$/);
});
