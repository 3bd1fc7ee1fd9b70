import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { encode } from '../../src/memory/event.ts';
import { type Finish, run, type WorldOptions } from '../world.ts';
import { dataOf, homeWith, planned, reviewed } from './practice-home.ts';

const EVENTS = [reviewed(1, 'hpa-vs-vpa', 'good', 3), reviewed(2, 'hpa-vs-vpa', 'again', 1)];
const TORN = '{"v":1,"type":"review","id":"T1","at":';
const DREAM = '{"v":1,"type":"dream","id":"D1","at":1,"offset":0}';

function progress(home: string, argv: readonly string[], options: WorldOptions = {}): Promise<Finish> {
  return run(['progress', ...argv], { cwd: home, env: { HOME: home }, ...options });
}

/** Names in the data folder, with the random ends of new ones left out. */
function names(home: string): string[] {
  return readdirSync(dataOf(home))
    .map((name) => name.replace(/[0-9A-Z]{26}/, 'ID'))
    .sort();
}

async function reviews(home: string): Promise<number> {
  const { stdout } = await run(['stats', '--json'], { env: { HOME: home } });
  const { days } = JSON.parse(stdout) as { days: { reviews: number }[] };
  return days.reduce((sum, day) => sum + day.reviews, 0);
}

test('path is the folder alone; as JSON all folders and the files', async () => {
  const home = homeWith(EVENTS);
  expect(await progress(home, ['path'])).toEqual({ code: 0, stdout: `${dataOf(home)}\n`, stderr: '' });
  expect(JSON.parse((await progress(home, ['path', '--json'])).stdout)).toEqual({
    data: dataOf(home),
    config: join(home, '.config', 'k8sq'),
    cache: join(home, '.cache', 'k8sq'),
    state: join(home, '.local', 'state', 'k8sq'),
    files: ['reviews-test.jsonl'],
    lookups: [],
  });
});

describe('export', () => {
  test('to the standard output: every event once, unknown ones too', async () => {
    const home = homeWith([...EVENTS, ...EVENTS], [DREAM, TORN]);
    const { code, stdout } = await progress(home, ['export']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: `${[...EVENTS.map(encode), DREAM].join('\n')}\n` });
  });

  test('to a file, in place of what is there', async () => {
    const home = homeWith(EVENTS);
    writeFileSync(join(home, 'out.jsonl'), 'of yesterday');
    const { code, stdout } = await progress(home, ['export', '-o', 'out.jsonl']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '已导出 2 条记录到 out.jsonl\n' });
    expect(readFileSync(join(home, 'out.jsonl'), 'utf8')).toBe(
      EVENTS.map((event) => `${encode(event)}\n`).join(''),
    );
  });

  test.each<[string, (home: string) => string[], number, RegExp]>([
    ['nothing yet', () => ['export'], 1, /里没有练习记录可导出\n$/],
    [
      'a folder that is a file',
      (home) => ['export', '-o', join(home, 'file', 'x')],
      2,
      /^写不了 .*（E[A-Z]+）。/,
    ],
    [
      'the log itself',
      (home) => ['export', '-o', join(dataOf(home), 'reviews-test.jsonl')],
      2,
      /就是练习记录本身/,
    ],
  ])('is refused in a sentence: %s', async (name, argv, code, sentence) => {
    const home = homeWith(name === 'nothing yet' ? [] : EVENTS);
    writeFileSync(join(home, 'file'), '');
    const before = names(home);
    const done = await progress(home, argv(home));
    expect(done).toMatchObject({ code, stdout: '', stderr: expect.stringMatching(sentence) });
    expect(names(home)).toEqual(before);
  });
});

describe('import', () => {
  const exported = `${[...EVENTS.map(encode), DREAM].join('\n')}\n`;

  test.each<[string, string[], WorldOptions]>([
    ['from a file', ['import', 'in.jsonl'], {}],
    ['from the standard input', ['import', '-'], { input: exported }],
  ])('%s, twice the same', async (_, argv, options) => {
    const home = homeWith([planned('2026-12-05', 15)]);
    writeFileSync(join(home, 'in.jsonl'), exported);
    const env = { HOME: home };
    expect(await progress(home, argv, { ...options, env })).toMatchObject({
      code: 0,
      stdout: '导入 3 条记录\n',
    });
    expect(names(home)).toEqual(['reviews-import-ID.jsonl', 'reviews-test.jsonl']);
    expect(await reviews(home)).toBe(2);
    expect((await progress(home, argv, options)).stdout).toBe('导入 0 条记录，3 条本来就有\n');
    expect(names(home)).toHaveLength(2);
  });

  test('takes what is whole of a damaged file, and says so', async () => {
    const home = homeWith([]);
    const { code, stdout } = await progress(home, ['import', '-'], { input: `${TORN}\n${exported}` });
    expect({ code, stdout }).toEqual({ code: 0, stdout: '导入 3 条记录，1 行已损坏，跳过\n' });
  });

  test('as JSON', async () => {
    const home = homeWith(EVENTS.slice(0, 1));
    const { stdout } = await progress(home, ['import', '-', '--json'], { input: exported });
    expect(JSON.parse(stdout)).toMatchObject({ written: 2, known: 1, bad: 0 });
  });

  test.each<[string, string[], RegExp]>([
    ['no such file', ['import', 'nowhere'], /^找不到 nowhere。/],
    ['a folder', ['import', '.'], /^读不了 \.（EISDIR）/],
    ['no log', ['import', 'notes.md'], /^notes\.md 里没有练习记录。/],
    ['an empty input', ['import', '-'], /^- 里没有练习记录。/],
    ['no file named', ['import'], /还缺参数 file/],
  ])('is refused in a sentence: %s', async (_, argv, sentence) => {
    const home = homeWith(EVENTS);
    writeFileSync(join(home, 'notes.md'), '# Notes\n\n- of pods\n');
    const done = await progress(home, argv, { input: '' });
    expect(done).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(sentence) });
    expect(names(home)).toEqual(['reviews-test.jsonl']);
  });
});

describe('check', () => {
  test.each<[string, string[], number, RegExp]>([
    ['sound', [], 0, /：1 个文件，2 条记录\n没有损坏\n$/],
    ['a torn line', [TORN], 1, /\nreviews-test\.jsonl:3: 这一行不完整\n.*k8sq progress repair\n$/],
    ['no event', ['{"v":1}'], 1, /\nreviews-test\.jsonl:3: 这一行不是有效的记录\n/],
    ['a newer program', [DREAM], 0, /1 条“dream”记录来自更新版本的 k8sq，保留不动[^\n]*\n没有损坏\n$/],
    ['from the future', [encode(reviewed(9, 'hpa-vs-vpa', 'good', -400))], 0, /1 条记录的时间在将来/],
    ['many damaged', Array.from({ length: 30 }, () => TORN), 1, /:22: 这一行不完整\n……另有 10 处\n/],
  ])('%s', async (_, lines, code, expected) => {
    const done = await progress(homeWith(EVENTS, lines), ['check']);
    expect(done).toMatchObject({ code, stderr: '', stdout: expect.stringMatching(expected) });
  });

  test('before the first review', async () => {
    expect(await progress(homeWith([]), ['check'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/还没有练习记录\n$/),
    });
  });

  test('as JSON', async () => {
    const home = homeWith(EVENTS, [TORN, DREAM]);
    const { code, stdout } = await progress(home, ['check', '--json']);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({
      folder: dataOf(home),
      files: ['reviews-test.jsonl'],
      events: 2,
      unknown: { dream: 1 },
      problems: [{ code: 'torn', file: 'reviews-test.jsonl', line: 3 }],
      future: [],
    });
  });
});

describe('repair', () => {
  test('moves damage aside and keeps every whole event', async () => {
    const home = homeWith(EVENTS, [TORN, DREAM]);
    const before = readFileSync(join(dataOf(home), 'reviews-test.jsonl'), 'utf8');
    const { code, stdout } = await progress(home, ['repair']);
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /^移开了 1 行损坏的内容，3 条完好的记录写入 .*\n原来的文件在 .*damaged-[0-9A-Z]{26}\n$/,
    );
    expect(names(home)).toEqual(['damaged-ID', 'reviews-repaired-ID.jsonl']);
    const [damaged = ''] = readdirSync(dataOf(home)).filter((name) => name.startsWith('damaged-'));
    expect(readFileSync(join(dataOf(home), damaged, 'reviews-test.jsonl'), 'utf8')).toBe(before);
    expect(await reviews(home)).toBe(2);
    expect((await progress(home, ['repair'])).stdout).toBe('没有损坏，无需修复\n');
  });

  test('of a file that holds nothing whole', async () => {
    const { stdout } = await progress(homeWith([], [TORN]), ['repair']);
    expect(stdout).toMatch(/^移开了 1 行损坏的内容，那些文件里没有完好的记录\n/);
  });

  test('as JSON', async () => {
    const home = homeWith(EVENTS, [TORN]);
    const found = JSON.parse((await progress(home, ['repair', '--json'])).stdout) as { moved: string[] };
    expect(found).toMatchObject({ written: 2, bad: 1, unreadable: [] });
    expect(found.moved.every((path) => existsSync(path))).toBe(true);
  });
});

describe('reset', () => {
  test('without a terminal asks for --yes, and changes nothing', async () => {
    const home = homeWith(EVENTS);
    const done = await progress(home, ['reset']);
    expect(done).toEqual({
      code: 2,
      stdout: '',
      stderr: '不在终端里运行时，progress reset 要加 --yes 才会执行\n',
    });
    expect(names(home)).toEqual(['reviews-test.jsonl']);
  });

  test('moves the logs aside as they are, and moving them back undoes it', async () => {
    const home = homeWith(EVENTS, [TORN]);
    const { code, stdout } = await progress(home, ['reset', '--yes']);
    expect(code).toBe(0);
    const folder = /原来的记录在 (.*)，移回/.exec(stdout)?.[1] ?? '';
    expect(readdirSync(folder)).toEqual(['reviews-test.jsonl']);
    expect(await reviews(home)).toBe(0);
    writeFileSync(join(dataOf(home), 'reviews-test.jsonl'), readFileSync(join(folder, 'reviews-test.jsonl')));
    expect(await reviews(home)).toBe(2);
  });

  test('with nothing there says so', async () => {
    expect(await progress(homeWith([]), ['reset', '-y'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/里还没有练习记录\n$/),
    });
  });
});

test.each(['path', 'export', 'check', 'repair', 'reset'])(
  '%s with a file where the folder should be',
  async (name) => {
    const home = homeWith([]);
    mkdirSync(join(home, 'data'));
    writeFileSync(join(home, 'data', 'k8sq'), '');
    const { code, stderr } = await progress(home, [name], {
      env: { HOME: home, XDG_DATA_HOME: join(home, 'data') },
    });
    expect(code).toBe(name === 'path' ? 0 : 2);
    expect(stderr).toMatch(name === 'path' ? /^$/ : /^读不了练习记录 .*（ENOTDIR）。请检查该文件夹的权限\n$/);
  },
);
