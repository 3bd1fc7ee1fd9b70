import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { page } from '../../src/terminal/pager.ts';
import type { RunPager } from '../../src/terminal/run-pager.ts';

interface World {
  readonly tty?: boolean;
  readonly rows?: number;
  readonly columns?: number;
  readonly env?: Record<string, string>;
  readonly platform?: NodeJS.Platform;
  readonly enabled?: boolean;
  /** Whether there is such a pager. */
  readonly found?: boolean;
}

const LONG = `${Array.from({ length: 40 }, (_, i) => `行 ${i}`).join('\n')}\n`;

/** What was written at once, and what the pager was called with. */
async function paged(text: string, world: World) {
  const { tty, rows, columns, env, platform, enabled, found } = {
    tty: true,
    rows: 24,
    columns: 80,
    env: {},
    platform: 'linux' as const,
    enabled: true,
    found: true,
    ...world,
  };
  let written = '';
  let listening = 0;
  const stream = new Writable({
    write(chunk, _, done) {
      written += String(chunk);
      done();
    },
  });
  const stdout = Object.assign(stream, { isTTY: tty, rows, columns });
  const calls: { command: string; env: Record<string, string | undefined>; listening: number }[] = [];
  const run: RunPager = async (command, pagerEnv) => {
    calls.push({ command, env: pagerEnv, listening });
    return found;
  };
  const signals = {
    on: () => {
      listening++;
      return () => {
        listening--;
      };
    },
    raise: () => undefined,
  };
  await page(text, { stdout, env, platform, signals }, { enabled, run });
  return { written, calls, listening };
}

describe('written at once', () => {
  test.each<[string, string, World]>([
    ['what fits on the screen', 'short\n', {}],
    ['on a pipe', LONG, { tty: false }],
    ['with --no-pager', LONG, { enabled: false }],
    ['PAGER=cat', LONG, { env: { PAGER: 'cat' } }],
    ['PAGER that is empty', LONG, { env: { PAGER: '' } }],
    ['a dumb terminal', LONG, { env: { TERM: 'dumb' } }],
    ['Windows without PAGER', LONG, { platform: 'win32' }],
  ])('%s', async (_, text, world) => {
    expect(await paged(text, world)).toEqual({ written: text, calls: [], listening: 0 });
  });

  test('when there is no such pager', async () => {
    const { written, calls } = await paged(LONG, { env: { PAGER: 'nosuch' }, found: false });
    expect([written, calls.length]).toEqual([LONG, 1]);
  });
});

describe('through the pager', () => {
  test.each<[string, World, string]>([
    ['less by default', {}, 'less'],
    ['PAGER', { env: { PAGER: 'most -s' } }, 'most -s'],
    ['lines that wrap count', { rows: 42, columns: 4 }, 'less'],
    ['a terminal without rows', { rows: 0 }, 'less'],
  ])('%s', async (_, world, command) => {
    const { written, calls } = await paged(LONG, world);
    expect([written, calls.map((call) => call.command)]).toEqual(['', [command]]);
  });

  test('colours pass through less, which ends by itself and leaves the text', async () => {
    const { calls } = await paged(LONG, {});
    expect(calls[0]?.env).toMatchObject({ LESS: 'FRX', LESSCHARSET: 'utf-8' });
  });

  test('what the user has set for less stays', async () => {
    const { calls } = await paged(LONG, { env: { LESS: '-i', LESSCHARSET: 'latin1' } });
    expect(calls[0]?.env).toMatchObject({ LESS: '-i -R', LESSCHARSET: 'latin1' });
  });

  test('Ctrl-C is for the pager while it runs', async () => {
    const { calls, listening } = await paged(LONG, {});
    expect([calls[0]?.listening, listening]).toEqual([1, 0]);
  });

  test('a real one gets the whole text', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'pager-'));
    const stdout = Object.assign(new Writable({ write: (_c, _e, done) => done() }), {
      isTTY: true,
      rows: 5,
      columns: 80,
    });
    const env = { PATH: process.env['PATH'], PAGER: `cat > "${folder}/got"` };
    await page(LONG, {
      stdout,
      env,
      platform: 'linux',
      signals: { on: () => () => undefined, raise: () => undefined },
    });
    expect(readFileSync(`${folder}/got`, 'utf8')).toBe(LONG);
    rmSync(folder, { recursive: true });
  });
});
