import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { main } from '../../src/cli.ts';
import type { Context } from '../../src/context.ts';
import { encodeHeader } from '../../src/drill/scorecard-header.ts';
import { displayWidth } from '../../src/terminal/width.ts';
import { NOON, ROOT, run, temporaryFolder } from '../world.ts';

const mocksIn = (home: string): string => join(home, '.local', 'share', 'k8sq', 'mocks');

/** A home folder with a scorecard for each score. */
function homeWith(scores: readonly number[]): string {
  const home = temporaryFolder();
  mkdirSync(mocksIn(home), { recursive: true });
  for (const [index, score] of scores.entries()) {
    const day = `2026-11-${String(index + 1).padStart(2, '0')}`;
    const header = {
      at: `${day}T21:03:00+08:00`,
      deck: 'k8s',
      score,
      questions: 13,
      planned: 13,
      minutes: 28,
    };
    writeFileSync(
      join(mocksIn(home), `${day}-210300.md`),
      `${encodeHeader(header)}\n# 模拟面试 ${day}\n\n**总分 ${score}**\n`,
    );
  }
  return home;
}

describe('without a terminal', () => {
  test.each([
    [['mock'], 2, /^k8sq mock 需要在终端里交互运行.*\n$/],
    [['mock', '--lang', 'en'], 2, /^k8sq mock needs a terminal.*\n$/],
    [['mock', '--reveal', 'often'], 2, /^--reveal 只能是 each.*\n$/],
    [['mock', '-n', '0'], 2, /^-n 要一个正整数/],
    [['mock', '--minutes', 'x'], 2, /^--minutes 要一个正整数/],
    [['mock', '--last'], 1, /^还没有模拟面试的成绩。来一次：k8sq mock\n$/],
    [['mock', '--list'], 1, /^还没有模拟面试的成绩。来一次：k8sq mock\n$/],
  ])('%j exits %d', async (argv, code, said) => {
    const end = await run(argv);
    expect([end.code, end.stdout]).toEqual([code, '']);
    expect(end.stderr).toMatch(said);
  });

  test('--last shows the latest scorecard as it was saved, without its front matter', async () => {
    const end = await run(['mock', '--last'], { env: { HOME: homeWith([45, 62]) } });
    expect(end).toMatchObject({ code: 0, stderr: '' });
    expect(end.stdout.trim()).toBe('# 模拟面试 2026-11-02\n\n**总分 62**');
  });

  test('--list shows all with the trend, -n the latest', async () => {
    const env = { HOME: homeWith([45, 62, 80]) };
    const all = await run(['mock', '--list'], { env });
    expect(all.stdout).toMatch(/11-01 21:03 .* 45 .*\n11-02 21:03 .* 62 .*\n11-03 21:03 .* 80 /);
    expect(all.stdout).toContain('最近 1 次平均 80，之前 1 次 62（+18）');
    const two = await run(['mock', '--list', '-n', '2'], { env });
    expect(two.stdout).not.toContain('11-01');
    expect(two.stdout).toContain('11-02');
  });

  test('--json', async () => {
    const env = { HOME: homeWith([45, 62]) };
    const list = JSON.parse((await run(['mock', '--list', '--json'], { env })).stdout);
    expect(list).toMatchObject([
      { score: 45 },
      { score: 62, deck: 'k8s', questions: 13, planned: 13, minutes: 28 },
    ]);
    const last = JSON.parse((await run(['mock', '--last', '--json'], { env })).stdout);
    expect(last).toMatchObject({ score: 62, at: '2026-11-02T21:03:00+08:00' });
    expect(last.markdown).toContain('**总分 62**');
    expect(JSON.parse((await run(['mock', '--list', '--json'])).stdout)).toEqual([]);
  });
});

test.each([40, 80])('on a terminal of %d columns --list and --last keep within it', async (columns) => {
  const env = { HOME: homeWith([45, 62, 80]), NO_COLOR: '1' };
  for (const flag of ['--list', '--last']) {
    const { stdout } = await run(['mock', flag], { env, columns });
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
  }
});

const DECK = `## 基础
### 什么是甲？
<!-- card
id: jia
-->
#### 要点
- ★ **苹果论**：甲的第一点 <!-- kw: 苹果 -->
## 提高
### 什么是乙？
<!-- card
id: yi
-->
#### 要点
- ★ **樱桃论**：乙的第一点 <!-- kw: 樱桃 -->
`;

describe('while the clock runs', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Lets what was typed or what the clock said reach the screen. */
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(() => setImmediate(resolve)));

  /** An interview in memory: its keys, its clock, and what it wrote so far. */
  function interview(argv: readonly string[], home: string) {
    let now = NOON;
    let text = '';
    const stdin = Object.assign(new PassThrough(), { isTTY: true });
    const stdout = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
    stdout.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
    });
    const context: Context = {
      ...{ stdin, stdout, stderr: stdout, env: { HOME: home, LANG: 'zh_CN.UTF-8' }, cwd: home, root: ROOT },
      ...{ platform: process.platform, signals: { on: () => () => {}, raise: () => {} } },
      ...{ now: () => now, utcOffset: () => 480, random: () => 0.5, hostname: () => 'laptop' },
    };
    const ended = main(argv, context);
    return {
      ended,
      async type(keys: string): Promise<string> {
        text = '';
        stdin.write(keys);
        await settle();
        return text;
      },
      async wait(seconds: number): Promise<string> {
        for (let second = 0; second < seconds; second++) {
          text = '';
          now += 1000;
          vi.advanceTimersByTime(1000);
          await settle();
        }
        return text;
      },
      async shows(wanted: RegExp): Promise<void> {
        for (let tries = 0; !wanted.test(text) && tries < 500; tries++) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        expect(text).toMatch(wanted);
      },
    };
  }

  test('a question warns, waits for the end of a sentence, and moves on with what was typed', async () => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'deck.md'), DECK);
    const open = interview(['mock', '--deck', 'deck.md', '-n', '2', '--minutes', '2'], home);
    await open.shows(/2 个主问题，2 分钟/);
    await open.type('\r');
    await open.shows(/本题 1:00 {2}全程 2:00 {2}1\/2/);
    await open.type('红苹果');
    expect(await open.wait(39)).not.toContain('还剩');
    expect(await open.wait(1)).toContain('还剩 0:20');
    expect(await open.wait(21)).toMatch(/时间到，说完这句：0:14 后下一题/);
    expect(await open.wait(14)).toMatch(/2\/2/);
    const log = readdirSync(join(mocksIn(home), '..')).find((name) => /^reviews-/.test(name)) ?? '';
    expect(readFileSync(join(mocksIn(home), '..', log), 'utf8')).toMatch(
      /"card":"jia","rating":"easy","ms":75000,"mode":"mock","coverage":1/,
    );
    // 45 seconds are left for the other question, and nothing is typed: it may have been spoken.
    expect(await open.wait(60)).toContain('核对 1/2');
    await open.type('\r');
    await open.type('\r');
    expect(await open.ended).toBe(0);
    const [name = ''] = readdirSync(mocksIn(home));
    expect(name).toBe('2026-11-23-120000.md');
    const saved = readFileSync(join(mocksIn(home), name), 'utf8');
    expect(saved).toContain('打字 · 1:15 · 超时');
    expect(saved).toContain('回答 2 / 2 问，用时 2:15（共 2:00）');
    expect(saved).toMatch(/^minutes: 2.3$/m);
  });

  test.each([
    [[], '10 个主问题，30 分钟'],
    [['--minutes', '9'], '3 个主问题，9 分钟'],
    [['-n', '4'], '4 个主问题，12 分钟'],
    [['-n', '4', '--minutes', '60'], '4 个主问题，60 分钟'],
    [['-n', '2', '--lang', 'en'], '2 main questions, 6 minutes'],
  ])('%j asks %s', async (words, intro) => {
    const home = temporaryFolder();
    const cards = Array.from(
      { length: 12 },
      (_, index) => `### 什么是题 ${index}？\n\n- 答案 ${index} 的要点\n`,
    );
    writeFileSync(join(home, 'deck.md'), `## 基础\n\n${cards.join('\n')}`);
    const open = interview(['mock', '--deck', 'deck.md', ...words], home);
    await open.shows(new RegExp(intro));
    await open.type('q');
    expect(await open.ended).toBe(0);
    expect(readdirSync(home)).not.toContain('.local');
  });
});
