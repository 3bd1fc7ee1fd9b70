import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataOf, withSettings } from '../commands/practice-home.ts';
import { temporaryFolder } from '../world.ts';
import { BINARY, TestTerminal } from './terminal.ts';

function built(home: string, argv: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BINARY, ...argv], {
    cwd: home,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: home, LANG: 'zh_CN.UTF-8', ...env },
  });
  return { status, stdout, stderr };
}

const files = (home: string): string[] => {
  try {
    return readdirSync(dataOf(home));
  } catch {
    return [];
  }
};

function lookUps(home: string): string[] {
  return files(home)
    .filter((name) => /^lookups-.*\.jsonl$/.test(name))
    .flatMap((name) =>
      readFileSync(join(dataOf(home), name), 'utf8')
        .trim()
        .split('\n'),
    )
    .map((line) => JSON.parse(line) as Record<string, string>)
    .map(({ card, by }) => `${card} ${by}`);
}

test('a look-up is kept from the very first on, in the file of this device, and becomes a weak spot', () => {
  const home = temporaryFolder();
  const before = Date.now();
  expect(built(home, ['hpa']).stdout).toContain('HPA');
  const [name = ''] = files(home);
  expect(files(home)).toHaveLength(1);
  expect(name).toMatch(/^lookups-[a-z0-9-]+-[a-z0-9]{4}\.jsonl$/);
  expect(name.slice('lookups-'.length, -'-xxxx.jsonl'.length)).toBe(
    hostname()
      .toLowerCase()
      .replace(/\..*$/, '')
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 40),
  );
  const line = JSON.parse(readFileSync(join(dataOf(home), name), 'utf8'));
  expect(line).toEqual({
    v: 1,
    at: expect.any(Number),
    deck: 'k8s',
    card: 'hpa-vs-vpa',
    by: 'show',
  });
  expect(line.at).toBeGreaterThanOrEqual(before);
  built(home, ['show', 'hpa']);
  expect(lookUps(home)).toEqual(['hpa-vs-vpa show', 'hpa-vs-vpa show']);
  // Opened twice at once was one occasion; three make a weak spot.
  const earlier = [1, 2].map((days) => JSON.stringify({ ...line, at: line.at - days * 86_400_000 }));
  writeFileSync(join(dataOf(home), 'lookups-other.jsonl'), `${earlier.join('\n')}\n`);
  expect(built(home, ['stats']).stdout).toMatch(/薄弱处\n.*HPA.*\n {2}14 天内查了 3 次\n/);
});

test('what cannot be kept is neither said nor felt', () => {
  const fine = built(temporaryFolder(), ['hpa']);
  expect(fine).toMatchObject({ status: 0, stderr: '' });
  const blocked = temporaryFolder();
  writeFileSync(join(blocked, '.local'), '');
  const full = temporaryFolder();
  mkdirSync(join(full, '.local', 'state', 'k8sq'), { recursive: true });
  writeFileSync(join(full, '.local', 'state', 'k8sq', 'device'), 'mine\n');
  mkdirSync(dataOf(full), { recursive: true });
  symlinkSync('/dev/full', join(dataOf(full), 'lookups-mine.jsonl'));
  expect(built(blocked, ['hpa'])).toEqual(fine);
  expect(built(full, ['hpa'])).toEqual(fine);
  expect(built(temporaryFolder(), ['hpa'], { HOME: '' })).toEqual(fine);
});

test('turned off, nothing is written at all', () => {
  const home = withSettings(temporaryFolder(), '{"lookups":false}');
  const other = temporaryFolder();
  built(home, ['hpa']);
  built(other, ['hpa'], { K8SQ_LOOKUPS: '0' });
  built(other, ['config', 'lookups', 'off']);
  built(other, ['hpa']);
  expect([readdirSync(home), readdirSync(other)]).toEqual([['.config'], ['.config']]);
});

test('a hit that is picked and read is a look-up, one that is only listed is none', async () => {
  const home = temporaryFolder();
  const terminal = new TestTerminal(['search', '滚动更新', '-n', '4'], {
    rows: 40,
    home,
    env: { PAGER: 'cat' },
  });
  await terminal.see('选一题');
  expect(lookUps(home)).toEqual([]);
  terminal.press('ingress');
  await terminal.see(/❯ Ingress 是什么/);
  terminal.press('\r');
  await terminal.see(/参考[\s\S]*选一题/);
  terminal.press('\u0003');
  await terminal.exited;
  expect(lookUps(home)).toEqual([expect.stringMatching(/^ingress\S* search$/)]);
});

test('what is read with / in a drill is one', async () => {
  const home = temporaryFolder();
  const terminal = new TestTerminal(['drill', '--ids', 'hpa-vs-vpa'], { home });
  await terminal.see(/1\/1/);
  terminal.press('/');
  terminal.press('configmap');
  await terminal.see('ConfigMap');
  expect(lookUps(home)).toEqual([]);
  terminal.press('\r');
  await terminal.see('Esc 返回');
  terminal.press('\u0003');
  await terminal.exited;
  expect(lookUps(home)).toEqual([expect.stringMatching(/^configmap\S* drill$/)]);
});

test('a card looked up again and again comes first in a drill of the weak ones, never seen or not', async () => {
  const home = temporaryFolder();
  mkdirSync(dataOf(home), { recursive: true });
  const lines = [0, 1, 2].map((days) =>
    JSON.stringify({
      ...{ v: 1, at: Date.now() - days * 86_400_000, offset: 480 },
      ...{ deck: 'k8s', card: 'hpa-vs-vpa', by: 'show' },
    }),
  );
  writeFileSync(join(dataOf(home), 'lookups-test.jsonl'), lines.join('\n'));
  const terminal = new TestTerminal(['drill', '--weak'], { home });
  expect(await terminal.see(/1\/1/)).toContain('HPA');
  terminal.press('q');
  await terminal.exited;
});
