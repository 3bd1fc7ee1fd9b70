import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT, temporaryFolder } from '../world.ts';

/** The installed program as another version of Node finds it: without packs. */
function withoutPacks(): string {
  const root = temporaryFolder();
  for (const name of ['bin', 'dist', 'package.json'])
    cpSync(join(ROOT, name), join(root, name), { recursive: true });
  for (const name of packs(root)) rmSync(join(root, 'dist', name));
  return root;
}

function packs(root: string): string[] {
  return readdirSync(join(root, 'dist')).filter((name) => name.endsWith('.pack'));
}

function run(root: string, argv: readonly string[]) {
  const env = { PATH: process.env['PATH'], HOME: temporaryFolder(), LANG: 'zh_CN.UTF-8' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'bin', 'k8sq.js'), ...argv], {
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

test('a start without packs answers the same, and leaves packs that the next one reads', () => {
  const root = withoutPacks();
  for (const argv of [['show', 'hpa'], ['stats'], ['--help'], ['show', 'hpa']])
    expect(run(root, argv), argv.join(' ')).toEqual(run(ROOT, argv));
  expect(packs(root).filter((name) => name.startsWith(`look-up.${process.versions.v8}`))).toHaveLength(1);
});

test('where no pack can be written the answer is the same, without a word about it', () => {
  const root = withoutPacks();
  mkdirSync(join(root, 'dist', `look-up.${process.versions.v8}.pack`));
  expect(run(root, ['show', 'hpa'])).toEqual(run(ROOT, ['show', 'hpa']));
});

test('an installation whose deck lost its end says so in one sentence', () => {
  const root = withoutPacks();
  const deck = join(root, 'dist', 'zh.deck');
  for (const size of [3000, 10, 0]) {
    truncateSync(deck, size);
    for (const argv of [
      ['search', 'hpa'],
      ['show', '滚动更新怎么回滚'],
      ['stats'],
      ['hpa', '--lang', 'en'],
    ]) {
      const { status, stderr } = run(root, argv);
      expect({ status, stderr }, `${size} ${argv.join(' ')}`).toEqual({
        status: 2,
        stderr: `内置题库 ${deck} 缺失或损坏。请重新安装 k8sq（在源码里是 npm ci）；学习记录不受影响\n`,
      });
    }
  }
  rmSync(deck);
  expect(run(root, ['list'])).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining(deck) });
});
