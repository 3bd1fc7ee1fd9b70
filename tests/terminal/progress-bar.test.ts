import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import type { Context } from '../../src/context.ts';
import { progressBar } from '../../src/terminal/progress-bar.ts';

/** What is written while a work reports each share at a moment. */
function written(
  {
    isTTY = true,
    env = {},
    columns = 60,
  }: { isTTY?: boolean; env?: Record<string, string>; columns?: number },
  reports: readonly (readonly [milliseconds: number, share: number])[],
): string {
  let now = 1_000_000;
  const stderr = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns });
  const context = { stderr, env, now: () => now } as unknown as Context;
  const bar = progressBar(context, '正在读取 大手册.md');
  for (const [milliseconds, share] of reports) {
    now = 1_000_000 + milliseconds;
    bar.step(share);
  }
  bar.end();
  return (stderr.read() as string | null) ?? '';
}

test('half a second goes by before anything is shown; the bar is taken away', () => {
  const text = written({ env: { NO_COLOR: '1' } }, [
    [100, 0.1],
    [499, 0.3],
    [520, 0.5],
    [560, 0.6],
    [700, 0.75],
  ]);
  expect(text.split('\r')).toEqual([
    '',
    `${'█'.repeat(10)}${'░'.repeat(10)}  50 % 正在读取 大手册.md\u001b[K`,
    `${'█'.repeat(15)}${'░'.repeat(5)}  75 % 正在读取 大手册.md\u001b[K`,
    '\u001b[K',
  ]);
});

test.each([
  ['a short work', {}, 400],
  ['a pipe', { isTTY: false }, 5000],
  ['TERM=dumb', { env: { TERM: 'dumb' } }, 5000],
])('%s shows nothing at all', (_, options, milliseconds) => {
  expect(written(options, [[milliseconds, 0.5]])).toBe('');
});

test('a long name is cut so that the bar keeps to one line', () => {
  expect(written({ columns: 40, env: { NO_COLOR: '1' } }, [[600, 0.5]])).toContain(
    ' 50 % 正在读取 大…\u001b[K',
  );
});
