import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Review } from '../../src/memory/event.ts';
import { linesOf } from '../commands/practice-home.ts';
import { ROOT, temporaryFolder } from '../world.ts';
import { BINARY, TestTerminal } from './terminal.ts';

/** The real program in a time zone of the system, its clock set as the test goes on. */
function worldIn(zone: string) {
  const home = temporaryFolder();
  const file = join(home, 'clock');
  const env = {
    TZ: zone,
    K8SQ_CLOCK: file,
    NODE_OPTIONS: `--require=${join(ROOT, 'tests', 'e2e', 'clock.cjs')}`,
  };
  return {
    home,
    env,
    setClock: (time: string) => writeFileSync(file, String(Date.parse(time) - Date.now())),
    json(...argv: string[]) {
      const { stdout, stderr } = spawnSync(process.execPath, [BINARY, ...argv, '--json'], {
        encoding: 'utf8',
        env: { PATH: process.env['PATH'], HOME: home, LANG: 'zh_CN.UTF-8', ...env },
      });
      expect(stderr).toBe('');
      return JSON.parse(stdout);
    },
  };
}

function reviews(home: string): Review[] {
  return linesOf<Review>(home, /^reviews-/).filter(({ type }) => type === 'review');
}

test.each<[string, string, string]>([
  // Local times in the comments; a study day begins at 04:00.
  ['Asia/Shanghai', '2026-11-23T19:59:00Z', '2026-11-23'], // 03:59 of the 24th
  ['Asia/Shanghai', '2026-11-23T20:00:30Z', '2026-11-24'],
  ['America/New_York', '2026-03-08T06:59:00Z', '2026-03-07'], // 01:59, then 03:00
  ['America/New_York', '2026-03-08T07:59:00Z', '2026-03-07'], // 03:59
  ['America/New_York', '2026-03-08T08:00:30Z', '2026-03-08'],
  ['America/New_York', '2026-11-01T05:59:00Z', '2026-10-31'], // 01:59, then 01:00 again
  ['America/New_York', '2026-11-01T08:59:00Z', '2026-10-31'], // 03:59
  ['America/New_York', '2026-11-01T09:00:30Z', '2026-11-01'],
  ['Asia/Kathmandu', '2026-11-23T22:14:00Z', '2026-11-23'], // +05:45
  ['Asia/Kathmandu', '2026-11-23T22:15:30Z', '2026-11-24'],
  // Samoa went over the date line and had no 30 December 2011: the 29th, then the 31st at 00:00.
  ['Pacific/Apia', '2011-12-30T09:59:00Z', '2011-12-29'],
  ['Pacific/Apia', '2011-12-30T14:00:30Z', '2011-12-31'],
])('in %s at %s it is %s', (zone, time, date) => {
  const world = worldIn(zone);
  world.setClock(time);
  expect(world.json('stats').date).toBe(date);
});

test.each<[string, string, string, string, number[], string[]]>([
  ['midnight', 'Asia/Shanghai', '2026-11-24T15:58:00Z', '2026-11-24T16:03:00Z', [480, 480], ['2026-11-24 2']],
  [
    '04:00',
    'Asia/Shanghai',
    '2026-11-23T19:57:00Z',
    '2026-11-23T20:02:00Z',
    [480, 480],
    ['2026-11-23 1', '2026-11-24 1'],
  ],
  [
    'midnight of UTC',
    'America/New_York',
    '2026-06-01T23:58:00Z',
    '2026-06-02T00:09:00Z',
    [-240, -240],
    ['2026-06-01 2'],
  ],
  [
    'the hour that is left out',
    'America/New_York',
    '2026-03-08T06:58:00Z',
    '2026-03-08T07:05:00Z',
    [-300, -240],
    ['2026-03-07 2'],
  ],
  [
    'the hour that comes twice',
    'America/New_York',
    '2026-11-01T05:58:00Z',
    '2026-11-01T06:30:00Z',
    [-240, -300],
    ['2026-10-31 2'],
  ],
  [
    'the day that was left out',
    'Pacific/Apia',
    '2011-12-30T09:58:00Z',
    '2011-12-30T14:05:00Z',
    [-600, 840],
    ['2011-12-29 1', '2011-12-31 1'],
  ],
])('a drill across %s', async (_, zone, first, second, offsets, days) => {
  const world = worldIn(zone);
  world.setClock(first);
  const terminal = new TestTerminal(['drill', '-n', '2', '--new'], { home: world.home, env: world.env });
  await terminal.see(/1\/2/);
  terminal.press(' ');
  await terminal.see(/1⏎? (忘了|1分)/);
  terminal.press('3');
  await terminal.see(/2\/\d/);
  world.setClock(second);
  terminal.press(' ');
  await terminal.see(/1⏎? (忘了|1分)/);
  terminal.press('3');
  await expect.poll(() => reviews(world.home).length).toBe(2);
  terminal.press('q');
  await terminal.exited;
  expect(reviews(world.home).map(({ offset }) => offset)).toEqual(offsets);
  const found = world.json('stats').days as { date: string; reviews: number }[];
  expect(found.map(({ date, reviews: count }) => `${date} ${count}`)).toEqual(days);
});

test('a flight from Shanghai to New York: the same day goes on, its cards are not due again', async () => {
  const world = worldIn('Asia/Shanghai');
  world.setClock('2026-11-24T02:00:00Z');
  const terminal = new TestTerminal(['drill', '--ids', 'hpa-vs-vpa'], { home: world.home, env: world.env });
  await terminal.see(/1\/1/);
  terminal.press(' ');
  await terminal.see(/1⏎? (忘了|1分)/);
  terminal.press('4');
  await terminal.exited;
  expect(world.json('stats')).toMatchObject({ date: '2026-11-24', streak: { current: 1 } });
  // Fourteen hours later, still the 24th over there.
  const there = { ...world.env, TZ: 'America/New_York' };
  world.setClock('2026-11-24T16:00:00Z');
  const { stdout } = spawnSync(process.execPath, [BINARY, 'stats', '--json'], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: world.home, LANG: 'zh_CN.UTF-8', ...there },
  });
  expect(JSON.parse(stdout)).toMatchObject({ date: '2026-11-24', cards: { due: 0 }, streak: { current: 1 } });
});
