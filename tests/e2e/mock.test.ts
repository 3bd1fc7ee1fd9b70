import { mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { run, temporaryFolder } from '../world.ts';
import { BINARY, TestTerminal } from './terminal.ts';

/** Four questions in a fixed order whatever the seed: one card a level, the first with a follow-up. */
const DECK = `---
title: 测试
topic: testing
---
## 基础
### 什么是甲？
<!-- card
id: jia
-->
甲是一切的开始。
#### 要点
- ★ **苹果论**：甲的第一点 <!-- kw: 苹果|apple -->
- **香蕉论**：甲的第二点 <!-- kw: 香蕉 -->
#### 追问
1. **甲之后呢？** 用 \`kubectl drain\` 收尾。
## 提高
### 什么是乙？
<!-- card
id: yi
-->
#### 要点
- ★ **樱桃论**：乙的第一点 <!-- kw: 樱桃 -->
- **大枣论**：乙的第二点 <!-- kw: 大枣 -->
## 专家
### 什么是丙？
<!-- card
id: bing
-->
#### 要点
- **橘子论**：丙的第一点 <!-- kw: 橘子 -->
`;
const ALL_POINTS = /苹果论|香蕉论|樱桃论|大枣论|橘子论|收尾/;
const TAB = '\t';
const PASS = '\u000e';

/** A home folder with the deck in it. */
function homeWithDeck(): string {
  const home = temporaryFolder();
  writeFileSync(join(home, 'deck.md'), DECK);
  return home;
}

function mock(home: string, size: object = {}, words: readonly string[] = []): TestTerminal {
  return new TestTerminal(['mock', '--deck', 'deck.md', '-n', '3', ...words], { ...size, home });
}

const dataFolder = (home: string): string => join(home, '.local', 'share', 'k8sq');

function files(folder: string, pattern: RegExp): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => pattern.test(name))
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}

/** The reviews that count, as `card rating`, in the order of the log. */
function reviews(home: string): string[] {
  const lines = files(dataFolder(home), /^reviews-.*\.jsonl$/).flatMap((file) =>
    readFileSync(file, 'utf8').split('\n').filter(Boolean),
  );
  const events = lines.map((line) => JSON.parse(line) as Record<string, string>);
  const undone = new Set(events.map(({ of }) => of));
  const counted = events.filter(({ type, id }) => type === 'review' && !undone.has(id));
  for (const event of counted) expect(event).toMatchObject({ mode: 'mock', deck: 'deck' });
  return counted.map(({ card, rating }) => `${card} ${rating}`);
}

function scorecards(home: string): string[] {
  return files(join(dataFolder(home), 'mocks'), /\.md$/).map((file) => readFileSync(file, 'utf8'));
}

/** Begins, and answers the four questions: typed, typed, spoken, passed. */
async function answerAll(terminal: TestTerminal): Promise<string[]> {
  const screens = [await terminal.see('3 个主问题')];
  terminal.press('\r');
  screens.push(await terminal.see(/1\/4/));
  terminal.press('红苹果\r还有香蕉');
  screens.push(await terminal.see(/红苹果\n还有香蕉/));
  terminal.press(TAB);
  screens.push(await terminal.see(/2\/4/));
  expect(terminal.screen()).toContain('追问');
  terminal.press(`kubectl drain${TAB}`);
  screens.push(await terminal.see(/3\/4/));
  terminal.press(TAB);
  screens.push(await terminal.see(/4\/4/));
  terminal.press(PASS);
  await terminal.see('核对 1/4');
  return screens;
}

describe.each([
  ['80×24', { columns: 80, rows: 24 }],
  ['40×20', { columns: 40, rows: 20 }],
])('a whole mock interview at %s', (_, size) => {
  test('asks, hides the points, lets ticks be corrected, scores, saves', async () => {
    const home = homeWithDeck();
    const terminal = mock(home, size);
    const screens = await answerAll(terminal);
    for (const screen of screens) expect(screen).not.toMatch(ALL_POINTS);
    expect(screens[1]).toMatch(/本题 \d:\d\d {2}全程 \d:\d\d/);
    expect(reviews(home)).toEqual(['jia easy', 'bing again']);
    expect(terminal.screen()).toMatch(/✔ ★ 苹果论.*因为你写了：苹果/s);
    terminal.press('\r');
    expect(await terminal.see('核对 2/4')).toMatch(/✔ {3}用 kubectl drain 收尾/);
    terminal.press('\r');
    await terminal.see('核对 3/4');
    expect(terminal.screen()).toMatch(/› ○ ★ 樱桃论.*○ {3}大枣论/s);
    terminal.press(' ');
    await terminal.see(/✔ ★ 樱桃论/);
    terminal.press('\r');
    await terminal.see('核对 4/4');
    expect(reviews(home)).toEqual(['jia easy', 'bing again', 'yi good']);
    terminal.press('\r');
    expect((await terminal.exited).exitCode).toBe(0);
    await vi.waitFor(() => expect(terminal.alternate).toBe(false));
    // 100, 67 and 0 of 100.
    await terminal.see(/成绩单：/);
    const [saved = ''] = scorecards(home);
    expect(saved).toMatch(
      /^---\nk8sq: mock\nat: "[^"]+"\ndeck: "deck"\nscore: 56\nquestions: 4\nplanned: 4\n/,
    );
    expect(saved).toContain('- [x] ★ **苹果论**：甲的第一点 (因为你写了：苹果)');
    expect(saved).toContain('红苹果\n还有香蕉');
    expect(saved).toMatch(/## 先补这几题\n\n1\. \*\*什么是丙？\*\* \(`bing`\)\n {3}- 漏了：橘子论/);
    expect(saved).toContain('| 测试 | 56 | 3 | ');
  });

  test('a resize redraws, and a long answer keeps its cursor in sight', async () => {
    const terminal = mock(homeWithDeck(), size);
    await terminal.see('3 个主问题');
    terminal.press('\r');
    await terminal.see(/1\/4/);
    terminal.press(`${'一行\r'.repeat(30)}最后一行`);
    await terminal.see('最后一行');
    expect(terminal.screen()).toContain('什么是甲？');
    terminal.resize(50, 16);
    await terminal.see(/^─{50}$/m);
    expect(terminal.screen().split('\n')).toHaveLength(16);
    expect(terminal.screen()).toContain('最后一行');
    terminal.press('\u0003');
    await terminal.exited;
  });
});

test('with --reveal each the points follow every question', async () => {
  const home = homeWithDeck();
  const terminal = mock(home, {}, ['--reveal', 'each']);
  await terminal.see('每题之后对照要点');
  terminal.press('\r');
  await terminal.see(/1\/4/);
  terminal.press(`苹果${TAB}`);
  expect(await terminal.see('核对 1/4')).toMatch(/✔ ★ 苹果论/);
  terminal.press('\r');
  expect(await terminal.see('2/4')).toContain('甲之后呢？');
  terminal.press('\u001b');
  await terminal.see('提前结束？');
  terminal.press('\r');
  expect((await terminal.exited).exitCode).toBe(0);
  expect(reviews(home)).toEqual(['jia good']);
  expect(scorecards(home)[0]).toContain('提前结束，成绩只算已回答的部分。');
});

describe('leaving in the middle keeps what was answered', () => {
  const leave = async (act: (terminal: TestTerminal) => void): Promise<[number, string, TestTerminal]> => {
    const home = homeWithDeck();
    const terminal = mock(home);
    await terminal.see('3 个主问题');
    terminal.press('\r');
    await terminal.see(/1\/4/);
    terminal.press(`苹果${TAB}`);
    await terminal.see(/2\/4/);
    terminal.press('说到一半');
    await terminal.see('说到一半');
    act(terminal);
    const { exitCode } = await terminal.exited;
    await vi.waitFor(() => expect(terminal.alternate).toBe(false));
    expect(reviews(home)).toEqual(['jia good']);
    const [saved = ''] = scorecards(home);
    expect(saved).toMatch(/score: 67\nquestions: 1\nplanned: 4/);
    expect(saved).toMatch(/没答完的一题，不计分\n\n.*甲之后呢？.*\n\n```text\n说到一半/);
    return [exitCode, home, terminal];
  };

  test.each([
    ['Ctrl-C', '\u0003', 130],
    ['Ctrl-D', '\u0004', 0],
  ])('%s', async (_, key, code) => {
    const [exitCode, , terminal] = await leave((open) => open.press(key));
    expect(exitCode).toBe(code);
    await terminal.see('成绩单：');
  });

  test.each(['SIGTERM', 'SIGHUP'])('%s', async (signal) => {
    await leave((terminal) => terminal.kill(signal));
  });

  test('a second interview does not touch the first one’s scorecard', async () => {
    const [, home] = await leave((terminal) => terminal.press('\u0003'));
    const before = scorecards(home);
    const terminal = mock(home);
    await terminal.see('3 个主问题');
    terminal.press('\r');
    await terminal.see(/1\/4/);
    terminal.press(PASS);
    await terminal.see(/2\/4/);
    terminal.press('\u0003');
    await terminal.exited;
    expect(scorecards(home)).toHaveLength(2);
    expect(scorecards(home)).toContain(before[0]);
  });
});

describe('Ctrl-Z', () => {
  /** Begins in a terminal, types, stops, goes on by `wake`, answers, leaves. */
  const stopAndGoOn = async (terminal: TestTerminal, wake: () => Promise<void>): Promise<void> => {
    await terminal.see('3 个主问题');
    terminal.press('\r');
    await terminal.see(/1\/4/);
    terminal.press('苹果');
    await terminal.see('苹果');
    terminal.press('\u001a');
    await wake();
    // A key that comes while the terminal is given back is not ours to read.
    for (let tries = 0; !/1\/4.*苹果x/s.test(terminal.screen()) && tries < 20; tries++) {
      terminal.press('x');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    await terminal.see(/1\/4.*苹果x/s);
    terminal.press(TAB);
    await terminal.see(/2\/4/);
    terminal.press('\u0003');
    await terminal.see('成绩单：');
    await vi.waitFor(() => expect(terminal.alternate).toBe(false));
    expect(reviews(terminal.home)).toEqual(['jia good']);
  };

  test('stops in a shell, with the terminal given back, and `fg` goes on where it was', async () => {
    const terminal = new TestTerminal([], { home: homeWithDeck(), program: ['sh', '-i'] });
    terminal.press(`'${process.execPath}' '${BINARY}' mock --deck deck.md -n 3\r`);
    await stopAndGoOn(terminal, async () => {
      await terminal.see(/Stopped|suspended/i);
      await vi.waitFor(() => expect(terminal.alternate).toBe(false));
      terminal.press('fg\r');
    });
  });

  test('without a shell to stop for, it goes on', async () => {
    await stopAndGoOn(mock(homeWithDeck()), async () => {});
  });
});

test('kill -9 between any two keys: what was answered is in the log, and its scorecard is found again', async () => {
  // Keys, what is seen after them, and the reviews that must be on disk by then.
  const course: readonly (readonly [string, RegExp, readonly string[]])[] = [
    ['\r', /1\/4/, []],
    ['苹果', /苹果/, []],
    [TAB, /2\/4/, ['jia good']],
    [TAB, /3\/4/, ['jia good']],
    [TAB, /4\/4/, ['jia good']],
    [PASS, /核对 1\/4/, ['jia good', 'bing again']],
    [' ', /○ ★ 苹果论/, ['jia good', 'bing again']],
    ['\r', /核对 2\/4/, ['bing again', 'jia again']],
    ['\r', /核对 3\/4/, ['bing again', 'jia again']],
    [' ', /✔ ★ 樱桃论/, ['bing again', 'jia again']],
    ['\r', /核对 4\/4/, ['bing again', 'jia again', 'yi good']],
  ];
  for (let keys = 1; keys <= course.length; keys++) {
    const home = homeWithDeck();
    const terminal = mock(home);
    await terminal.see('3 个主问题');
    for (const [key, seen] of course.slice(0, keys)) {
      terminal.press(key);
      await terminal.see(seen);
    }
    terminal.kill('SIGKILL');
    await terminal.exited;
    const expected = course[keys - 1]?.[2] ?? [];
    expect(reviews(home), `after ${keys} keys`).toEqual(expected);
    expect(scorecards(home)).toEqual([]);
    const drafts = files(join(home, '.local', 'state', 'k8sq'), /^mock-.*\.md$/);
    expect(drafts).toHaveLength(keys < 3 ? 0 : 1);
    for (const draft of drafts) utimesSync(draft, 1, 1);
    await run(['mock', '--list'], { env: { HOME: home } });
    expect(scorecards(home)).toHaveLength(drafts.length);
    expect(files(join(home, '.local', 'state', 'k8sq'), /^mock-/)).toEqual([]);
  }
}, 60_000);

test('two interviews at once keep each other’s reviews and scorecards', async () => {
  const home = homeWithDeck();
  const both = [mock(home), mock(home)];
  for (const terminal of both) {
    await terminal.see('3 个主问题');
    terminal.press('\r');
    await terminal.see(/1\/4/);
    terminal.press(`苹果${TAB}`);
    await terminal.see(/2\/4/);
  }
  for (const terminal of both) {
    terminal.press('\u0003');
    await terminal.exited;
  }
  expect(reviews(home)).toEqual(['jia good', 'jia good']);
  expect(scorecards(home)).toHaveLength(2);
});

test('a log that cannot be written keeps the question and says why', async () => {
  const home = homeWithDeck();
  const terminal = mock(home);
  await terminal.see('3 个主问题');
  mkdirSync(join(dataFolder(home), '..'), { recursive: true });
  writeFileSync(dataFolder(home), 'a file where the folder should be');
  terminal.press('\r');
  await terminal.see(/1\/4/);
  terminal.press(`苹果${TAB}`);
  expect(await terminal.see('没有写入')).toMatch(/1\/4.*苹果/s);
  rmSync(dataFolder(home));
  terminal.press(TAB);
  await terminal.see(/2\/4/);
  expect(reviews(home)).toEqual(['jia good']);
  terminal.press('\u0003');
  expect((await terminal.exited).exitCode).toBe(130);
});

test('a scorecard that cannot be written is shown all the same, and found again later', async () => {
  const home = homeWithDeck();
  const terminal = mock(home);
  await terminal.see('3 个主问题');
  terminal.press('\r');
  await terminal.see(/1\/4/);
  terminal.press(`苹果${TAB}`);
  await terminal.see(/2\/4/);
  writeFileSync(join(dataFolder(home), 'mocks'), 'a file where the folder should be');
  terminal.press('\u0003');
  expect((await terminal.exited).exitCode).toBe(130);
  await terminal.see(/总分 67 \/ 100\s成绩单写不进/);
  expect(reviews(home)).toEqual(['jia good']);
  rmSync(join(dataFolder(home), 'mocks'));
  const [draft = ''] = files(join(home, '.local', 'state', 'k8sq'), /^mock-/);
  utimesSync(draft, 1, 1);
  expect((await run(['mock', '--last'], { env: { HOME: home } })).stdout).toContain('总分 67 / 100');
});
