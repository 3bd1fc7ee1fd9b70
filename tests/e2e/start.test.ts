import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, temporaryFolder } from '../world.ts';

// What a look-up takes into the process, without a clock: a slow start shows here on any machine.
const limits = JSON.parse(readFileSync(join(ROOT, 'bench', 'limits.json'), 'utf8'));
const PROBE = join(ROOT, 'tests', 'e2e', 'probe.cjs');

interface Taken {
  readonly builtIn: readonly string[];
  readonly files: readonly string[];
}

/** The name of a chunk without its hash. */
function shortName(file: string): string {
  return file.replace(/-[\w-]{8}\.js$/, '.js');
}

function taken(argv: readonly string[]): Taken {
  const home = temporaryFolder();
  const report = join(home, 'probe.json');
  const { status, stderr } = spawnSync(
    process.execPath,
    ['-r', PROBE, join(ROOT, 'bin', 'k8sq.js'), ...argv],
    {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: home, LANG: 'zh_CN.UTF-8', K8SQ_PROBE: report },
    },
  );
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { builtIn, files } = JSON.parse(readFileSync(report, 'utf8')) as Taken;
  return { builtIn, files: files.map((file) => shortName(relative(ROOT, file))) };
}

test.each([
  ['names', ['search', 'hpa']],
  ['names', ['show', 'hpa']],
  ['words', ['search', 'tanzhen', '-n', '3']],
  ['words', ['show', 'how', 'does', 'hpa', 'scale']],
  ['decks', ['list']],
  ['decks', ['random', '--seed', '3']],
])('a look-up of %s loads no more than it needs: %j', (kind, argv) => {
  const { builtIn, files } = taken(argv);
  expect(files.filter((file) => !limits.files[kind].includes(file))).toEqual([]);
  expect(builtIn.length, builtIn.join(', ')).toBeLessThanOrEqual(limits.builtInModules);
});

test('the gate can fail: the full program loads more', () => {
  const { files } = taken(['--version']);
  expect(files).toContain('dist/cli.js');
});

test.each(Object.keys(limits.bytes))('%s stays small', (name) => {
  const files = readdirSync(join(ROOT, 'dist')).filter((file) => shortName(file) === name);
  expect(files).toHaveLength(1);
  for (const file of files)
    expect(statSync(join(ROOT, 'dist', file)).size).toBeLessThanOrEqual(limits.bytes[name]);
});
