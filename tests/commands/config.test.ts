import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RANGES, SETTING_KEYS } from '../../src/storage/settings.ts';
import { configMessages } from '../../src/terminal/config-messages.ts';
import { displayWidth } from '../../src/terminal/width.ts';
import { run, temporaryFolder } from '../world.ts';
import { homeWith, reviewed, withSettings } from './practice-home.ts';

const config = (home: string, ...words: string[]) => run(['config', ...words], { env: { HOME: home } });
const fileOf = (home: string): string => join(home, '.config', 'k8sq', 'settings.json');
const kept = (home: string): unknown => JSON.parse(readFileSync(fileOf(home), 'utf8'));

describe('k8sq config', () => {
  test('lists every setting on a line of its own: value, default, meaning', async () => {
    const { code, stdout } = await config(withSettings(temporaryFolder(), '{"retention":0.85}'));
    expect(code).toBe(0);
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.map(([key]) => key)).toEqual(SETTING_KEYS);
    expect(rows[0]).toEqual(['retention', '0.85', '0.9', configMessages('zh').meaning.retention]);
  });

  test.each([80, 40, 20])(
    'on a terminal of %i columns says what each may be, and where they are kept',
    async (columns) => {
      const home = withSettings(temporaryFolder(), '{"minutes":20}');
      const { stdout } = await run(['config'], { columns, env: { HOME: home, NO_COLOR: '1' } });
      const lines = stdout.trimEnd().split('\n');
      for (const key of SETTING_KEYS)
        expect(
          lines.some((line) => line.startsWith(`${key} =`)),
          key,
        ).toBe(true);
      expect(lines).toContain('minutes = 20  已改');
      expect(lines).toContain('retention = 0.9');
      expect(stdout.replace(/\s/g, '')).toContain('0.7到0.99的数');
      expect(lines.at(-1)).toBe(`设置文件：${fileOf(home)}`);
      expect(Math.max(...lines.slice(0, -1).map((line) => displayWidth(line)))).toBeLessThanOrEqual(columns);
    },
  );

  test('as JSON: value, default and range of each', async () => {
    const home = temporaryFolder();
    const { file, settings } = JSON.parse((await config(home, '--json')).stdout);
    expect(file).toBe(fileOf(home));
    expect(settings).toHaveLength(SETTING_KEYS.length);
    expect(settings[0]).toEqual({ key: 'retention', value: 0.9, default: 0.9, range: RANGES.retention });
  });
});

describe('one setting', () => {
  test('alone is its value', async () => {
    expect((await config(temporaryFolder(), 'leechLapses')).stdout).toBe('6\n');
  });

  test.each<[string, string, unknown]>([
    ['retention', '0.92', 0.92],
    ['retention', '92%', 0.92],
    ['retention', '０．９２', 0.92],
    ['newPerDay', '0', 0],
    ['minutes', '7.5', 7.5],
    ['shuffleNew', 'true', true],
    ['shuffleNew', 'ON', true],
    ['lookups', 'no', false],
    ['leechLapses', '8', 8],
  ])('%s takes %s', async (key, value, expected) => {
    const home = withSettings(temporaryFolder(), '{"mine":1}');
    expect(await config(home, key, value)).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(`^${key}\t`),
    });
    expect(kept(home)).toEqual({ mine: 1, [key]: expected });
    expect((await config(home, key)).stdout).toBe(`${expected}\n`);
  });

  test('goes back to its default', async () => {
    const home = withSettings(temporaryFolder(), '{"retention":0.8,"minutes":5}');
    const { stdout } = await config(home, 'retention', '--unset', '--json');
    expect(JSON.parse(stdout)).toMatchObject({ key: 'retention', value: 0.9 });
    expect(kept(home)).toEqual({ minutes: 5 });
  });

  test('is in force at once', async () => {
    const home = homeWith([reviewed(1, 'hpa-vs-vpa', 'easy', 14)]);
    const due = async () =>
      JSON.parse((await run(['stats', '--json'], { env: { HOME: home } })).stdout).cards.due;
    expect(await due()).toBe(1);
    await config(home, 'retention', '0.8');
    expect(await due()).toBe(0);
  });
});

test.each<[string[], string]>([
  [['retention', '2'], 'retention 要 0.7 到 0.99 的数，收到“2”。例：k8sq config retention 0.9\n'],
  [['retention', 'high'], 'retention 要 0.7 到 0.99 的数，收到“high”。例：k8sq config retention 0.9\n'],
  [['retention', ''], 'retention 要 0.7 到 0.99 的数，收到“”。例：k8sq config retention 0.9\n'],
  [['minutes', '-5'], 'minutes 要 0 到 1440 的数，收到“-5”。例：k8sq config minutes 0\n'],
  [['newPerDay', '2.5'], 'newPerDay 要 0 到 9999 的整数，收到“2.5”。例：k8sq config newPerDay 20\n'],
  [['newPerDay', '1e3'], 'newPerDay 要 0 到 9999 的整数，收到“1e3”。例：k8sq config newPerDay 20\n'],
  [['lookups', 'maybe'], 'lookups 要 true 或 false，收到“maybe”。例：k8sq config lookups false\n'],
  [['retenton'], '没有设置“retenton”。是想用 retention 吗？\n'],
  [['new-per-day', '5'], '没有设置“new-per-day”。是想用 newPerDay 吗？\n'],
  [['leech'], '没有设置“leech”。是想用 leechLapses 吗？\n'],
  [['colour', 'red'], `没有设置“colour”。可选：${SETTING_KEYS.join('、')}\n`],
  [['--unset'], '--unset 后面要说明恢复哪一项。例：k8sq config retention --unset\n'],
  [['minutes', '5', '--unset'], '--unset 恢复默认值，不能同时给值。例：k8sq config minutes --unset\n'],
])('k8sq config %j is refused in one sentence, and nothing is written', async (words, stderr) => {
  const home = temporaryFolder();
  expect(await config(home, ...words)).toEqual({ code: 2, stdout: '', stderr });
  expect(() => readFileSync(fileOf(home))).toThrow('ENOENT');
});

test('a settings file that is not JSON is left as it is', async () => {
  const home = withSettings(temporaryFolder(), '{"retention": 0.85,}');
  const { code, stderr } = await config(home, 'minutes', '5');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: `${fileOf(home)} 不是 JSON，没有改动。请先修好或移走这个文件\n`,
  });
  expect(readFileSync(fileOf(home), 'utf8')).toBe('{"retention": 0.85,}');
});

test('a folder that cannot be written is a sentence', async () => {
  const home = temporaryFolder();
  mkdirSync(join(home, '.config'));
  writeFileSync(join(home, '.config', 'k8sq'), '');
  const { code, stderr } = await config(home, 'minutes', '5');
  expect({ code, stderr }).toEqual({
    code: 2,
    stderr: expect.stringMatching(/^写不了 .*settings\.json（EEXIST|ENOTDIR）/),
  });
});

test('what is wrong in the file is said, and what holds instead is shown', async () => {
  const { stdout, stderr } = await config(withSettings(temporaryFolder(), '{"retention":7}'));
  expect(stderr).toMatch(/“retention”只能是 0\.7 到 0\.99 的数/);
  expect(stdout).toMatch(/^retention\t0\.9\t/);
});
