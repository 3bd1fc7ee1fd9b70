import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import type { LogEvent, Review } from '../../src/memory/event.ts';
import type { Rating } from '../../src/memory/rating.ts';
import { displayWidth } from '../../src/terminal/width.ts';
import { homeWith, reviewed, written } from '../commands/practice-home.ts';
import { ROOT } from '../world.ts';
import { BINARY, type TerminalOptions, TestTerminal } from './terminal.ts';

const DAY = 86_400_000;
/** The footer once the answer is shown. */
const RATINGS = /1⏎? (忘了|\d+ ?分)/;
const SMALL = { columns: 40, rows: 20 };
const PLAIN = { ...SMALL, env: { NO_COLOR: '1' } };

/** A review so many days before the machine's now. */
function ago(number: number, card: string, rating: Rating, days: number): Review {
  return { ...reviewed(number, card, rating, days), at: Date.now() - days * DAY + number, offset: 0 };
}

/** Helm is due, Ingress is not, HPA or VPA is due and weak, namespaces are suspended. */
function learner(): string {
  const suspended: LogEvent = {
    type: 'suspend',
    id: 'S1',
    at: Date.now() - DAY,
    offset: 0,
    deck: 'k8s',
    card: 'namespaces',
  };
  return homeWith([
    ago(1, 'helm', 'easy', 60),
    ago(2, 'ingress', 'easy', 2),
    ago(3, 'hpa-vs-vpa', 'easy', 90),
    ago(4, 'hpa-vs-vpa', 'again', 40),
    ago(5, 'hpa-vs-vpa', 'hard', 39),
    suspended,
  ]);
}

interface Listed {
  readonly id: string;
  readonly topic: string;
  readonly section: string;
}

/** All cards of the built-in deck, in order. */
const LISTED: readonly Listed[] = (() => {
  const { stdout } = spawnSync(process.execPath, [BINARY, 'list', '--json'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: ROOT, K8SQ_LOOKUPS: '0' },
  });
  const { topics } = JSON.parse(stdout) as {
    topics: { id: string; sections: { name: string; cards: { id: string }[] }[] }[];
  };
  return topics.flatMap(({ id: topic, sections }) =>
    sections.flatMap(({ name, cards }) => cards.map(({ id }) => ({ id, topic, section: name }))),
  );
})();

const listed = (id: string): Listed =>
  LISTED.find((card) => card.id === id) ?? { id, topic: '', section: '' };
const topicsOf = (ids: readonly string[]) => [...new Set(ids.map((id) => listed(id).topic))];
const sectionsOf = (ids: readonly string[]) => [...new Set(ids.map((id) => listed(id).section))];
const placesOf = (ids: readonly string[]) => ids.map((id) => LISTED.findIndex((card) => card.id === id));
const rising = (places: readonly number[]) => places.toSorted((a, b) => a - b);

/** The ids that a drill with these options is going to ask, as its log says. */
async function asked(options: string, home = learner(), size: TerminalOptions = SMALL): Promise<string[]> {
  const terminal = new TestTerminal(['drill', ...options.split(' ')], { ...size, home });
  await terminal.see(/ 1\/\d+$|第 1 题$/m);
  terminal.press('q');
  expect((await terminal.exited).exitCode).toBe(0);
  const begun = written(home).findLast(({ type }) => type === 'session');
  return begun?.type === 'session' ? [...begun.cards] : [];
}

/** What a drill with these options says and ends with. */
async function said(options: string, home = learner()): Promise<{ code: number; text: string }> {
  const terminal = new TestTerminal(['drill', ...options.split(' ')], { ...PLAIN, home });
  const { exitCode: code } = await terminal.exited;
  await vi.waitFor(() => expect(terminal.screen()).not.toBe(''));
  return { code, text: terminal.screen().replaceAll('\n', '') };
}

async function open(options: string, size: TerminalOptions = PLAIN): Promise<TestTerminal> {
  const terminal = new TestTerminal(['drill', ...options.split(' ').filter(Boolean)], size);
  await terminal.see(/ \d+\/\d+$/m);
  return terminal;
}

async function quit(terminal: TestTerminal, key = 'q'): Promise<void> {
  terminal.press(key);
  expect((await terminal.exited).exitCode).toBe(0);
}

/** The events that a home's drills wrote, but for the beginnings and ends of sessions. */
function marks(home: string): string[] {
  return written(home).flatMap((event) => {
    if (event.type === 'session') return [];
    if (event.type === 'note') return [`note ${event.text}`];
    if (event.type === 'bookmark') return [`bookmark ${event.on}`];
    return [event.type === 'review' ? event.rating : event.type];
  });
}

describe('what a drill asks is what its options say', () => {
  const NEVER_NEW = ['helm', 'ingress', 'hpa-vs-vpa', 'namespaces'];
  test.each<[options: string, check: (ids: string[]) => void]>([
    ['--due', (ids) => expect(ids.toSorted()).toEqual(['helm', 'hpa-vs-vpa'])],
    ['--due -c 伸缩', (ids) => expect(ids).toEqual(['hpa-vs-vpa'])],
    ['--due -n 1', (ids) => expect(ids).toHaveLength(1)],
    [
      '--new',
      (ids) => {
        expect(ids.length).toBeGreaterThan(30);
        for (const id of NEVER_NEW) expect(ids).not.toContain(id);
      },
    ],
    ['--new -l 专家 -n 3', (ids) => expect([ids.length, ...sectionsOf(ids)]).toEqual([3, '专家'])],
    ['--weak', (ids) => expect([ids[0], ids.length]).toEqual(['hpa-vs-vpa', 3])],
    ['--weak -n 1', (ids) => expect(ids).toEqual(['hpa-vs-vpa'])],
    [
      '--all',
      (ids) => {
        expect(placesOf(ids)).toEqual(rising(placesOf(ids)));
        expect(topicsOf(ids)).toEqual(topicsOf(LISTED.map(({ id }) => id)));
        expect(ids).not.toContain('namespaces');
      },
    ],
    ['--all -c networking', (ids) => expect(topicsOf(ids)).toEqual(['networking'])],
    ['--ids ingress,helm,ingress', (ids) => expect(ids).toEqual(['ingress', 'helm'])],
    ['--suspended', (ids) => expect(ids).toEqual(['namespaces'])],
    ['-c 存储', (ids) => expect(topicsOf(ids)).toEqual(['storage'])],
    ['-l 提高 -n 4', (ids) => expect([ids.length, ...sectionsOf(ids)]).toEqual([4, '提高'])],
    ['-n 7', (ids) => expect([ids.length, ids[0]]).toEqual([7, 'hpa-vs-vpa'])],
  ])('%s', async (options, check) => check(await asked(options)));

  test('--random --seed draws the same again, another seed another', async () => {
    const [one, same, other] = [
      await asked('--random --seed 7 -n 6'),
      await asked('--random --seed 7 -n 6'),
      await asked('--random --seed 8 -n 6'),
    ];
    expect(one).toHaveLength(6);
    expect(same).toEqual(one);
    expect(other).not.toEqual(one);
  });

  test('--random beside another choice is its order', async () => {
    const ids = await asked('--new --random --seed 3');
    for (const id of NEVER_NEW) expect(ids).not.toContain(id);
    expect(placesOf(ids)).not.toEqual(rising(placesOf(ids)));
  });

  test.each([
    ['--weak', homeWith, '还看不出哪些题薄弱'],
    ['--due', homeWith, '现在没有到期的题'],
    ['--suspended', homeWith, '没有搁置的题'],
    ['--ids nope,none', learner, '题库里没有这些题：nope、none'],
    ['-c 网络 -l 基础', learner, '没有既属于“网络”又属于“基础”的题'],
    ['--ids helm -c 存储', learner, '“存储”里没有这些题：helm'],
  ] as const)('%s with nothing to ask: one sentence', async (options, home, sentence) => {
    const { code, text } = await said(options, home([]));
    expect(text).toContain(sentence);
    expect(text.match(/。/g)?.length ?? 0).toBeLessThanOrEqual(1);
    expect(code).toBe(0);
  });

  test.each([
    ['--due --new', '--new 和 --due 只能用一个'],
    ['-c xyzzy', '没有类别“xyzzy”'],
    ['-n 0', '-n 要一个正整数'],
    ['--minutes x', '--minutes 要一个正整数'],
  ])('%s cannot be: one sentence', async (options, sentence) => {
    const { code, text } = await said(options);
    expect([code, text]).toEqual([2, expect.stringContaining(sentence)]);
  });

  test('an id that is not there is named, the others are asked', async () => {
    const terminal = await open('--ids nope,helm');
    expect(await terminal.see('题库里没有这些题：nope')).toMatch(/1\/1$/m);
    await quit(terminal);
  });

  test('--minutes ends after the question in which they end', async () => {
    const home = learner();
    const clock = join(home, 'clock');
    writeFileSync(clock, '0');
    const env = {
      NO_COLOR: '1',
      K8SQ_CLOCK: clock,
      NODE_OPTIONS: `--require=${join(ROOT, 'tests', 'e2e', 'clock.cjs')}`,
    };
    const terminal = new TestTerminal(['drill', '--minutes', '2'], { ...SMALL, home, env });
    for (const [place, later] of [
      ['第 1 题', 70_000],
      ['第 2 题', 140_000],
    ] as const) {
      await terminal.see(place);
      terminal.press(' ');
      await terminal.see(RATINGS);
      writeFileSync(clock, String(later));
      terminal.press('4');
    }
    expect((await terminal.exited).exitCode).toBe(0);
    await terminal.see('练了 2 题');
  });
});

describe('at 40×20 without colours', () => {
  test.each([
    ['there is a browser', true],
    ['there is no such program', false],
    ['no browser is known', undefined],
  ])('o opens each page in turn where %s, and shows its address', async (_, isThere) => {
    const home = homeWith([]);
    const browser = join(home, 'browser');
    if (isThere) writeFileSync(browser, `#!/bin/sh\necho "$1" >> '${home}/pages'\n`, { mode: 0o755 });
    const env = { NO_COLOR: '1', ...(isThere !== undefined && { BROWSER: browser }) };
    const terminal = await open('--ids helm', { ...SMALL, home, env });
    const shown: string[] = [];
    for (const at of [1, 2, 3]) {
      terminal.press('o');
      const screen = await terminal.see(new RegExp(`${isThere ? '已在' : '打不开'}浏览器[\\s\\S]*${at}/5`));
      const [, url = ''] = /(https:[\s\S]*)$/.exec(screen) ?? [];
      shown.push(url.replaceAll('\n', ''));
    }
    expect(new Set(shown).size).toBe(3);
    for (const url of shown) expect(url).toMatch(/^https:\/\/helm\.sh\/\S+$/);
    if (isThere)
      await vi.waitFor(() => expect(readFileSync(join(home, 'pages'), 'utf8')).toBe(`${shown.join('\n')}\n`));
    await quit(terminal);
  });

  test('b marks a card for good, until b again', async () => {
    const home = homeWith([]);
    for (const [before, after] of [
      [false, true],
      [true, false],
    ] as const) {
      const terminal = await open('--ids helm', { ...PLAIN, home });
      expect(terminal.screen().includes('★')).toBe(before);
      terminal.press('b');
      await terminal.see(after ? /★ \d:\d\d/ : / {2}\d:\d\d/);
      await vi.waitFor(() => expect(terminal.screen().includes('★')).toBe(after));
      await quit(terminal);
    }
    expect(marks(home)).toEqual(['bookmark true', 'bookmark false']);
  });

  test('n writes a note, which is shown the next time, edited and emptied', async () => {
    const home = homeWith([]);
    for (const [keys, end, before, after] of [
      ['爱问公式', '\r', '', '爱问公式'],
      ['，要背', '\u0004', '爱问公式', '爱问公式，要背'],
      ['改坏', '\u001b', '爱问公式，要背', '爱问公式，要背'],
      ['\u0015', '\r', '爱问公式，要背', ''],
    ] as const) {
      const terminal = await open('--ids helm', { ...PLAIN, home });
      if (before) expect(terminal.screen()).toContain(`笔记\n${before}`);
      terminal.press('n');
      await terminal.see('Enter 存下笔记');
      terminal.press(keys);
      terminal.press(end);
      await terminal.see(/空格 答案/);
      await vi.waitFor(() => expect(/笔记\n(.*)/.exec(terminal.screen())?.[1] ?? '').toBe(after));
      await quit(terminal);
    }
    expect(marks(home)).toEqual(['note 爱问公式', 'note 爱问公式，要背', 'note ']);
  });

  test('s takes a card out of every drill; u in that drill, or s on it again, brings it back', async () => {
    const home = homeWith([]);
    const first = await open('--ids helm,ingress', { ...PLAIN, home });
    first.press('s');
    await first.see(/2\/2/);
    first.press('u');
    await first.see(/1\/2/);
    first.press('s');
    await first.see(/2\/2/);
    first.press('q');
    await first.see(/搁置了 1 题，找回：k8sq drill\s+--suspended/);
    expect(await asked('--random --seed 1', home)).not.toContain('helm');
    const again = await open('--suspended', { ...PLAIN, home });
    expect(await again.see('搁置的题，按 s 恢复')).toContain('Helm');
    again.press('s');
    await again.see('不再搁置');
    await quit(again);
    expect(await asked('--random --seed 1', home)).toContain('helm');
    expect(marks(home)).toEqual(['suspend', 'undo', 'suspend', 'unsuspend']);
  });

  test('? shows every key whole, also those further down', async () => {
    const terminal = await open('--ids helm');
    terminal.press('?');
    expect(await terminal.see('任意键 返回')).not.toContain('…');
    terminal.press('\u001b[6~');
    await terminal.see(/q \/ Ctrl-D\s+退出，进度都已保存/);
    for (const line of terminal.screen().split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(40);
    terminal.press('x');
    await terminal.see(/空格 答案/);
    await quit(terminal);
  });

  test.each([
    ['the question', ''],
    ['an answer', ' '],
    ['the keys', '?'],
    ['a look-up', '/ingress'],
  ])('Ctrl-D at %s ends the drill', async (_, keys) => {
    const terminal = await open('--ids helm');
    const before = terminal.screen();
    terminal.press(keys);
    if (keys) await vi.waitFor(() => expect(terminal.screen()).not.toBe(before));
    await quit(terminal, '\u0004');
    await vi.waitFor(() => expect(terminal.alternate).toBe(false));
  });
});

test.each([
  ['a question', ''],
  ['a typed answer', 't说一半'],
])('a window closed at %s ends the drill; what was rated is kept and the rest asked', async (_, keys) => {
  const home = homeWith([]);
  const terminal = await open('--ids helm,ingress', { ...PLAIN, home });
  terminal.press(' ');
  await terminal.see(RATINGS);
  terminal.press('4');
  await terminal.see(/2\/2/);
  terminal.press(keys);
  terminal.hangUp();
  await terminal.exited;
  await vi.waitFor(() => expect(() => process.kill(terminal.pid, 0)).toThrow());
  expect(marks(home)).toEqual(['easy']);
  const next = new TestTerminal(['drill'], { ...PLAIN, home });
  await next.see('还剩 1 题');
  await quit(next);
});

/** Reviews of one card on as many days, the last one yesterday. */
function days(count: number): string {
  return homeWith(Array.from({ length: count }, (_, at) => ago(at + 1, 'helm', 'good', count - at)));
}

test('u takes back yesterday’s last rating in another process, and all before it', async () => {
  const COUNT = 27;
  const home = days(COUNT);
  const terminal = await open('--ids ingress', { ...PLAIN, home });
  terminal.press(' ');
  await terminal.see(RATINGS);
  terminal.press('1');
  await terminal.see(/2\/2/);
  terminal.press('u');
  await terminal.see(/1\/1/);
  terminal.press('u');
  expect(await terminal.see('撤销了以前对“Helm')).toContain('再来一次');
  for (let step = 1; step < COUNT; step++) terminal.press('u');
  terminal.press('u');
  await terminal.see('没有可以撤销的了');
  terminal.press('q');
  await terminal.see(`撤销了以前的 ${COUNT} 次评分`);
  const undone = written(home).flatMap((event) => (event.type === 'undo' ? [event.of] : []));
  expect(new Set(undone).size).toBe(COUNT + 1);
  expect(undone.slice(1)).toEqual(
    Array.from({ length: COUNT }, (_, at) => reviewed(COUNT - at, 'helm', 'good', 0).id),
  );
  const { text } = await said('--due', home);
  expect(text).toContain('现在没有到期的题');
});

test('two drills at once, thirty ratings each in turn: all in the log once, and the last begun goes on', async () => {
  const home = homeWith([]);
  // Without siblings 43 cards can be asked: both ask some of the same.
  const both = [
    await open('--random --seed 7 -n 32', { ...PLAIN, home }),
    await open('--random --seed 8 -n 32', { ...PLAIN, home }),
  ];
  for (let count = 1; count <= 30; count++)
    for (const terminal of both) {
      await terminal.see(new RegExp(` ${count}/32$`, 'm'));
      terminal.press(' ');
      await terminal.see(RATINGS);
      terminal.press('4');
    }
  for (const terminal of both) await terminal.see(/ 31\/32$/m);
  const reviews = written(home).filter((event): event is Review => event.type === 'review');
  expect(reviews).toHaveLength(60);
  expect(new Set(reviews.map(({ id }) => id)).size).toBe(60);
  both[0]?.kill('SIGKILL');
  both[1]?.kill('SIGKILL');
  const next = new TestTerminal(['drill'], { ...PLAIN, home });
  await next.see('还剩 2 题');
  await quit(next);
});
