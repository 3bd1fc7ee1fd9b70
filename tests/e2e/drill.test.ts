import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../world.ts';
import { BINARY, type TerminalOptions, TestTerminal } from './terminal.ts';

/** The footer once the answer is shown. */
const RATINGS = /1⏎? (忘了|1分)/;

const ARGS = ['drill', '--random', '--seed', '7', '-n', '3'];

interface Recorded {
  readonly type: string;
  readonly id?: string;
  readonly rating?: string;
  readonly card?: string;
}

/** What was rated and undone, by the log of a home folder, in the order it was written. */
function recorded(home: string): Recorded[] {
  const folder = join(home, '.local', 'share', 'k8sq');
  return logNames(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Recorded)
      .filter((event) => event.type !== 'session'),
  );
}

function logNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /^reviews-.*\.jsonl$/.test(name));
  } catch {
    return [];
  }
}

const SIZES: readonly (readonly [string, TerminalOptions])[] = [
  ['80×24', { columns: 80, rows: 24 }],
  ['40×20', { columns: 40, rows: 20 }],
];

describe.each(SIZES)('a drill at %s', (_, size) => {
  test('asks, reveals, rates, ends with a summary and a whole log', async () => {
    const terminal = new TestTerminal(ARGS, size);
    await terminal.see(/1\/3/);
    expect(terminal.alternate).toBe(true);
    for (const [index, key] of ['4', '4', '4'].entries()) {
      await terminal.see(new RegExp(`${index + 1}/3`));
      terminal.press(' ');
      await terminal.see(RATINGS);
      terminal.press(key);
    }
    const { exitCode } = await terminal.exited;
    expect(exitCode).toBe(0);
    expect(await terminal.see('练了 3 题')).toMatch(/轻松 3/);
    await vi.waitFor(() => expect(terminal.alternate).toBe(false));
    expect(recorded(terminal.home).map((event) => event.rating)).toEqual(['easy', 'easy', 'easy']);
  });

  test('no line is wider than the terminal, before and after the answer', async () => {
    const terminal = new TestTerminal(ARGS, size);
    await terminal.see(/1\/3/);
    terminal.press(' ');
    const screen = await terminal.see(RATINGS);
    expect(screen.split('\n').length).toBe(size.rows);
  });
});

test('undo takes the rating back, on the screen and in the log', async () => {
  const terminal = new TestTerminal(ARGS);
  await terminal.see(/1\/3/);
  terminal.press(' ');
  await terminal.see(RATINGS);
  terminal.press('1');
  await terminal.see(/2\/4/);
  terminal.press('u');
  await terminal.see(/1\/3/);
  terminal.press('q');
  expect((await terminal.exited).exitCode).toBe(0);
  expect(recorded(terminal.home).map((event) => event.type)).toEqual(['review', 'undo']);
});

test('keys work with a Chinese input method on: full-width digits rate', async () => {
  const terminal = new TestTerminal(ARGS);
  await terminal.see(/1\/3/);
  terminal.press('\u3000');
  await terminal.see(RATINGS);
  terminal.press('４');
  await terminal.see(/2\/3/);
  terminal.press('ｑ');
  await terminal.exited;
  expect(recorded(terminal.home).map((event) => event.rating)).toEqual(['easy']);
});

test('Enter accepts the rating that the ticks propose', async () => {
  const terminal = new TestTerminal(ARGS);
  await terminal.see(/1\/3/);
  terminal.press(' ');
  await terminal.see(RATINGS);
  terminal.press(' ');
  await terminal.see('1⏎');
  terminal.press('\r');
  await terminal.see(/2\/4/);
  terminal.press('q');
  await terminal.exited;
  expect(recorded(terminal.home).map((event) => event.rating)).toEqual(['again']);
});

test('a typed answer ticks the points that it covers', async () => {
  const terminal = new TestTerminal(['drill', '--ids', 'hpa-vs-vpa', '--type']);
  await terminal.see('Tab 看答案');
  terminal.press('HPA 改副本，VPA 改 requests');
  await terminal.see('改 requests');
  terminal.press('\t');
  const screen = await terminal.see(RATINGS);
  expect(screen).toContain('✔');
  terminal.press('q');
  await terminal.exited;
});

test('looking something up does not lose the question', async () => {
  const terminal = new TestTerminal(['drill', '--ids', 'hpa-vs-vpa']);
  const question = (await terminal.see(/1\/1/)).split('\n')[2];
  terminal.press('/');
  await terminal.see('查找');
  terminal.press('ingress');
  await terminal.see(/› .*Ingress/);
  terminal.press('\r');
  await terminal.see('Esc 返回');
  terminal.press('\u001b');
  await terminal.see('Esc 回到题目');
  terminal.press('\u001b');
  await terminal.see('空格 看答案');
  expect(terminal.screen().split('\n')[2]).toBe(question);
  terminal.press('q');
  await terminal.exited;
});

test('a note is written in the drill, kept, and shown again', async () => {
  const home = temporaryFolder();
  const terminal = new TestTerminal(['drill', '--ids', 'hpa-vs-vpa'], { home });
  await terminal.see(/1\/1/);
  terminal.press('n');
  await terminal.see('Enter 存下笔记');
  terminal.press('面试官爱问公式');
  await terminal.see('爱问公式');
  terminal.press('\r');
  await terminal.see(/空格 看?答案/);
  terminal.press('q');
  await terminal.exited;
  const again = new TestTerminal(['drill', '--ids', 'hpa-vs-vpa'], { home });
  await again.see('面试官爱问公式');
  again.press('q');
  await again.exited;
});

test('e opens the card at its line in the editor and reads the change', async () => {
  const home = temporaryFolder();
  const deck = join(home, 'mine.md');
  writeFileSync(deck, '## 基础\n\n### 什么是 etcd？\n\n旧的答案。\n');
  const editor = join(home, 'editor.sh');
  writeFileSync(editor, '#!/bin/sh\necho "$1" > "$HOME/asked"\nsed -i s/旧的/新的/ "$2"\n', { mode: 0o755 });
  const terminal = new TestTerminal(['drill', '--deck', deck], { home, env: { EDITOR: editor } });
  await terminal.see('什么是 etcd');
  terminal.press('e');
  await terminal.see(/空格 看?答案/);
  terminal.press(' ');
  await terminal.see('新的答案');
  expect(readFileSync(join(home, 'asked'), 'utf8')).toBe('+3\n');
  terminal.press('q');
  await terminal.exited;
});

test('a long typed answer keeps its cursor in sight', async () => {
  const terminal = new TestTerminal(['drill', '--ids', 'hpa-vs-vpa', '--type'], { columns: 40, rows: 12 });
  await terminal.see('Tab');
  for (let line = 1; line <= 12; line++) terminal.press(`第 ${line} 行\r`);
  terminal.press('末尾');
  await terminal.see('末尾');
  terminal.press('\u0003');
  await terminal.exited;
});

test('Ctrl-C leaves the terminal as it was and exits 130; what was rated is kept', async () => {
  const terminal = new TestTerminal(ARGS);
  await terminal.see(/1\/3/);
  terminal.press(' ');
  await terminal.see(RATINGS);
  terminal.press('4');
  await terminal.see(/2\/3/);
  terminal.press('\u0003');
  expect((await terminal.exited).exitCode).toBe(130);
  await vi.waitFor(() => expect(terminal.alternate).toBe(false));
  expect(recorded(terminal.home)).toHaveLength(1);
});

test.each(['SIGTERM', 'SIGHUP'])('%s leaves the terminal as it was', async (signal) => {
  const terminal = new TestTerminal(ARGS);
  await terminal.see(/1\/3/);
  terminal.kill(signal);
  await terminal.exited;
  // The last bytes may reach the emulator after the end of the process is known.
  await vi.waitFor(() => expect(terminal.alternate).toBe(false));
});

test('a resize redraws to the new size', async () => {
  const terminal = new TestTerminal(ARGS, { columns: 80, rows: 24 });
  await terminal.see(/1\/3/);
  terminal.resize(50, 16);
  await terminal.see(/^─{50}$/m);
  expect(terminal.screen().split('\n')).toHaveLength(16);
  terminal.press('q');
  await terminal.exited;
});

describe('kill -9 after any key of a drill', () => {
  /** Two cards: one typed, ticked, rated, undone and rated again; the other rated. */
  const keys: readonly (readonly [key: string, shows: string | RegExp, written: readonly string[]])[] = [
    ['t', 'Tab 看答案', []],
    ['副', '副', []],
    ['\t', RATINGS, []],
    [' ', RATINGS, []],
    ['4', /2\/2/, ['easy']],
    ['u', /1\/2/, ['undo']],
    ['3', /2\/[23]/, ['good']],
    [' ', RATINGS, []],
    ['2', /3\/\d/, ['hard']],
  ];

  test.each(keys.map((_, at) => at + 1))(
    '%d: what was acknowledged is in the log once, and the rest is asked',
    async (count) => {
      const home = temporaryFolder();
      const terminal = new TestTerminal(['drill', '--ids', 'hpa-vs-vpa,ingress'], { home });
      await terminal.see(/1\/2/);
      const written: string[] = [];
      for (const [key, shows, events] of keys.slice(0, count)) {
        terminal.press(key);
        await terminal.see(shows);
        written.push(...events);
      }
      terminal.kill('SIGKILL');
      await terminal.exited;
      const events = recorded(home);
      expect(events.map(({ type, rating }) => rating ?? type)).toEqual(written);
      expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
      const undone = written.filter((each) => each === 'undo').length;
      const rated = written.length - 2 * undone;
      const next = new TestTerminal(['drill'], { home });
      await next.see(rated < 2 ? `还剩 ${2 - rated} 题` : /1\/\d+/);
      next.press('q');
      expect((await next.exited).exitCode).toBe(0);
      expect(recorded(home)).toEqual(events);
    },
  );
});

test('Ctrl-Z stops in a shell, with the terminal given back, and `fg` draws the question again', async () => {
  const terminal = new TestTerminal([], { program: ['sh', '-i'] });
  terminal.press(`'${process.execPath}' '${BINARY}' drill --ids hpa-vs-vpa\r`);
  const question = (await terminal.see(/1\/1/)).split('\n')[2] ?? '';
  terminal.press(' ');
  await terminal.see(RATINGS);
  terminal.press('\u001a');
  await terminal.see(/Stopped|suspended/i);
  await vi.waitFor(() => expect(terminal.alternate).toBe(false));
  terminal.press('fg\r');
  expect(await terminal.see(RATINGS)).toContain(question);
  expect(terminal.alternate).toBe(true);
  terminal.press('4');
  await terminal.see('练了 1 题');
  expect(recorded(terminal.home).map(({ rating }) => rating)).toEqual(['easy']);
});

test.each(SIZES)('at %s below a tick stand the words it comes from, without colours too', async (_, size) => {
  const env = { NO_COLOR: '1' };
  const terminal = new TestTerminal(['drill', '--ids', 'hpa-vs-vpa', '--type'], { ...size, env });
  await terminal.see('Tab 看答案');
  terminal.press('HPA 改副本，VPA 改 requests');
  await terminal.see('改 requests');
  terminal.press('\t');
  const screen = await terminal.see(/✔ ★[^○]*因为你写了：[^○]*副本/);
  expect(screen).toMatch(/说到要点 \d\/6，★ \d\/4，建议评「/);
  terminal.press('q');
  await terminal.exited;
});

test('a resize while a long answer is scrolled keeps header, footer and answer in sight', async () => {
  const terminal = new TestTerminal(['drill', '--ids', 'hpa-vs-vpa']);
  await terminal.see(/1\/1/);
  terminal.press(' ');
  await terminal.see(RATINGS);
  const sizes = [
    [40, 20],
    [100, 40],
    [40, 12],
    [80, 24],
  ] as const;
  for (const [columns, rows] of sizes) {
    terminal.press('\u001b[6~');
    terminal.resize(columns, rows);
    await vi.waitFor(
      () => {
        const lines = terminal.screen().split('\n');
        expect(lines).toHaveLength(rows);
        expect(lines[0]).toMatch(/1\/1$/);
        expect(lines.at(-1)).toMatch(RATINGS);
        expect(lines.slice(2, -2).join('').trim()).not.toBe('');
      },
      { timeout: 8000 },
    );
  }
  terminal.press('q');
  await terminal.exited;
});

test('an interrupted session goes on where it was left, and ends for good', async () => {
  const home = temporaryFolder();
  const first = new TestTerminal(ARGS, { home });
  await first.see(/1\/3/);
  first.press(' ');
  await first.see(RATINGS);
  first.press('4');
  await first.see(/2\/3/);
  const second = first.screen().split('\n')[2] ?? '';
  first.kill('SIGKILL');
  await first.exited;
  const resumed = new TestTerminal(['drill'], { home });
  const screen = await resumed.see('还剩 2 题');
  expect(screen.split('\n')[2]).toBe(second);
  for (const place of [/1\/2/, /2\/2/]) {
    await resumed.see(place);
    resumed.press(' ');
    await resumed.see(RATINGS);
    resumed.press('4');
  }
  await resumed.exited;
  const third = new TestTerminal(['drill'], { home });
  expect(await third.see(/1\/\d+/)).not.toContain('还剩');
  third.press('q');
  await third.exited;
});

test('two drills at once keep each other’s ratings', async () => {
  const home = temporaryFolder();
  const both = [new TestTerminal(ARGS, { home }), new TestTerminal(ARGS, { home })];
  for (const terminal of both) {
    await terminal.see(/1\/3/);
    terminal.press(' ');
    await terminal.see(RATINGS);
  }
  for (const terminal of both) {
    terminal.press('4');
    await terminal.see(/2\/3/);
    terminal.press('q');
    await terminal.exited;
  }
  expect(recorded(home)).toHaveLength(2);
});
