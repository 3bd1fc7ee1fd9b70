import { describe, expect, test } from 'vitest';
import { type Finish, run, temporaryFolder } from '../world.ts';
import { homeWith, planned, reviewed, withSettings } from './practice-home.ts';

const HISTORY = [reviewed(1, 'hpa-vs-vpa', 'good', 1), planned('2027-06-30', 15)];

/** Every command that prints, as it is on a terminal without a person. */
const LINES = [
  'search hpa --no-open',
  'search hpa --explain',
  'show hpa --no-pager',
  'hpa --no-pager',
  'list',
  'random --seed 3 --no-pager',
  'stats',
  'plan',
  'config',
  '',
];

interface Options {
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
}

function at(settings: string, line: string, { columns = 80, env = {} }: Options = {}): Promise<Finish> {
  const home = withSettings(homeWith(HISTORY), settings);
  const words = line.split(' ').filter(Boolean);
  return run(words, { columns, env: { HOME: home, TERM: 'xterm', PAGER: 'cat', ...env } });
}

const [CYAN, BLUE, MAGENTA] = ['\x1b[36m', '\x1b[34m', '\x1b[35m'];

describe('theme', () => {
  test.each(LINES)('k8sq %s has the colours that are set', async (line) => {
    for (const [theme, own, others] of [
      ['auto', MAGENTA, [BLUE, CYAN]],
      ['dark', CYAN, [BLUE]],
      ['light', BLUE, [CYAN]],
    ] as const) {
      const { stdout } = await at(`{"minutes":9,"theme":"${theme}"}`, line);
      expect(stdout, theme).toContain(own);
      for (const other of others) expect(stdout, theme).not.toContain(other);
    }
    const { stdout } = await at('{"theme":"mono"}', line);
    expect(stdout).toMatch(/\x1b\[[124]m/);
    expect(stdout).not.toMatch(/\x1b\[[\d;]*[39][0-7]m/);
  });

  test('K8SQ_THEME is for one shell; what it does not name changes nothing', async () => {
    const themed = (name: string) => at('{"theme":"light"}', 'list', { env: { K8SQ_THEME: name } });
    expect((await themed('dark')).stdout).toContain(CYAN);
    expect((await themed('auto')).stdout).toContain(MAGENTA);
    expect((await themed('pink')).stdout).toContain(BLUE);
  });

  test.each(LINES)(
    'k8sq %s: a theme that there is not is one sentence, and the default holds',
    async (line) => {
      const { code, stdout, stderr } = await at('{"minutes":9,"theme":"pink"}', line);
      expect(code).toBe(0);
      const said = stderr.split('\n').filter((each) => each.includes('settings.json'));
      expect(said).toHaveLength(1);
      expect(said[0]).toMatch(/settings\.json：“theme”只能是 auto、dark、light、mono；这些设置按默认值处理$/);
      expect(stdout).toContain(MAGENTA);
    },
  );

  test('a look-up speaks of what it uses only', async () => {
    expect((await at('{"retention":7,"colour":1}', 'list')).stderr).toBe('');
    expect((await at('{', 'list')).stderr).toMatch(/settings\.json：不是 JSON；这些设置按默认值处理\n$/);
  });

  test('a pipe reads no settings', async () => {
    const home = withSettings(temporaryFolder(), '{');
    for (const words of [['list'], ['show', 'hpa'], ['search', 'hpa']])
      expect((await run(words, { env: { HOME: home } })).stderr).toBe('');
    const colours = await run(['list'], {
      env: { HOME: withSettings(home, '{"theme":"light"}'), FORCE_COLOR: '1' },
    });
    expect(colours.stdout).toContain(BLUE);
  });

  test('no home: no settings', async () => {
    const { code, stderr } = await run(['list'], { columns: 80, env: { HOME: '' } });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('ambiguousWidth', () => {
  // `→` in the table of this answer is such a character.
  const shown = async (value: string, env = {}) =>
    (await at(`{"ambiguousWidth":${value}}`, 'show hpa --no-pager', { env })).stdout;

  test('1 or 2, as a number or a string', async () => {
    const [one, two] = [await shown('1'), await shown('2')];
    expect(two).not.toBe(one);
    expect(await shown('"2"')).toBe(two);
    expect(await shown('"auto"')).toBe(one);
    expect(await shown('"auto"', { RUNEWIDTH_EASTASIAN: '1' })).toBe(two);
    expect(await shown('1', { RUNEWIDTH_EASTASIAN: '1' })).toBe(one);
  });

  test('3 there is not', async () => {
    expect((await at('{"ambiguousWidth":3}', 'list')).stderr).toMatch(/“ambiguousWidth”只能是 auto、1、2/);
  });
});
