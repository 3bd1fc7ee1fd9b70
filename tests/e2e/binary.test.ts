import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { CASES, nameOf } from '../commands/cases.ts';
import { ROOT, run, temporaryFolder } from '../world.ts';

const BIN = join(ROOT, 'bin', 'k8sq.js');

function binary(argv: readonly string[], env: Readonly<Record<string, string>> = {}, bin = BIN) {
  const home = temporaryFolder();
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...argv], {
    cwd: home,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: home, LANG: 'zh_CN.UTF-8', ...env },
  });
  return { code: status, stdout, stderr };
}

// A random draw differs from run to run unless it has a seed; these have.
test.each(CASES.map((each) => [nameOf(each), each] as const))('%s', async (_, each) => {
  const built = binary(each.argv, each.env);
  const { code, stdout, stderr } = await run(each.argv, each.env ? { env: each.env } : {});
  expect(built).toEqual({ code, stdout, stderr });
});

test('works through a symbolic link, from any folder', () => {
  const link = join(temporaryFolder(), 'k8sq');
  symlinkSync(BIN, link);
  expect(binary(['show', 'hpa-vs-vpa', '--json'], {}, link).stdout).toContain('"id": "hpa-vs-vpa"');
});

test.each(['list', 'show hpa', '--help', 'random --seed 3'])(
  'a reader that stops early is no error: %s | head',
  (words) => {
    const command = `"${process.execPath}" "${BIN}" ${words} | head -n 1; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], {
      encoding: 'utf8',
      env: { PATH: process.env['PATH'], HOME: temporaryFolder(), LANG: 'zh_CN.UTF-8' },
    });
    expect(stderr).toBe('');
    expect(stdout.trim().split('\n').at(-1)).toBe('0');
  },
);

test('what goes to a pipe is plain text', () => {
  const { stdout } = binary(['show', 'hpa'], { TERM: 'xterm-256color' });
  expect(stdout).not.toContain('\u001b');
});

test('FORCE_COLOR colours a pipe, NO_COLOR does not', () => {
  expect(binary(['show', 'hpa'], { FORCE_COLOR: '1' }).stdout).toContain('\u001b[');
  expect(binary(['show', 'hpa'], { NO_COLOR: '1' }).stdout).not.toContain('\u001b');
});
