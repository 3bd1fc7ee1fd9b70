import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encode, type Review } from '../../src/memory/event.ts';
import { RATINGS } from '../../src/memory/rating.ts';
import { idOf } from '../memory/events.ts';
import { ROOT, temporaryFolder } from '../world.ts';
import { BINARY, TestTerminal } from './terminal.ts';

// The built program with a history that is worth a snapshot, and what it reads of it, without a clock.
const READS = join(ROOT, 'tests', 'e2e', 'reads.cjs');
const CARDS = ['namespaces', 'hpa-vs-vpa', 'gone'];
const COUNT = 2000;

/** The most that is looked at of a log to tell that it is the same. */
const SAMPLES = 8 * 4096;

/** A review some minutes ago; the numbers go up with the time. */
function reviewAt(number: number): Review {
  return {
    type: 'review',
    id: idOf(number),
    at: Date.now() - (COUNT + 100 - number) * 60_000,
    offset: 480,
    deck: 'k8s',
    card: CARDS[number % CARDS.length] as string,
    rating: RATINGS[number % 4] as Review['rating'],
    ms: 30_000,
  };
}

const linesOf = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, index) => `${encode(reviewAt(from + index))}\n`).join('');

function homeWithHistory(): { home: string; log: string; snapshot: string } {
  const home = temporaryFolder();
  const data = join(home, '.local', 'share', 'k8sq');
  mkdirSync(data, { recursive: true });
  const log = join(data, 'reviews-test.jsonl');
  writeFileSync(log, linesOf(0, COUNT));
  return { home, log, snapshot: join(home, '.cache', 'k8sq', 'history') };
}

const environment = (home: string, reads = '') => ({
  PATH: process.env['PATH'] ?? '',
  HOME: home,
  LANG: 'zh_CN.UTF-8',
  K8SQ_READS: reads,
});

function run(home: string, ...argv: string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BINARY, ...argv], {
    encoding: 'utf8',
    env: environment(home),
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return stdout;
}

/** Bytes that a command reads of a file. */
function bytesRead(home: string, file: string, ...argv: string[]): number {
  const reads = join(home, 'reads.json');
  const { status, stderr } = spawnSync(process.execPath, ['-r', READS, BINARY, ...argv], {
    encoding: 'utf8',
    env: environment(home, reads),
  });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return JSON.parse(readFileSync(reads, 'utf8'))[file] ?? 0;
}

test.each([[['stats']], [[]], [['plan']]])('%j reads of a long log only what is new', (argv) => {
  const { home, log, snapshot } = homeWithHistory();
  const { size } = statSync(log);
  expect(bytesRead(home, log, ...argv)).toBeGreaterThanOrEqual(size);
  expect(existsSync(snapshot)).toBe(true);
  expect(bytesRead(home, log, ...argv)).toBeLessThanOrEqual(SAMPLES);
  const tail = linesOf(COUNT, COUNT + 20);
  appendFileSync(log, tail);
  const read = bytesRead(home, log, ...argv);
  expect(read).toBeGreaterThanOrEqual(tail.length);
  expect(read).toBeLessThanOrEqual(SAMPLES + tail.length + 4);
});

test('a drill too', async () => {
  const { home, log } = homeWithHistory();
  run(home, 'stats');
  const reads = join(home, 'reads.json');
  const terminal = new TestTerminal([], {
    home,
    env: { K8SQ_READS: reads },
    program: [process.execPath, '-r', READS, BINARY, 'drill'],
  });
  await terminal.see('退出');
  terminal.press('q');
  await terminal.exited;
  expect(JSON.parse(readFileSync(reads, 'utf8'))[log]).toBeLessThanOrEqual(SAMPLES);
});

test('the answers are those of a home without a cache', () => {
  const { home, log, snapshot } = homeWithHistory();
  const answers = () => [['stats', '--json'], ['stats'], []].map((argv) => run(home, ...argv));
  const fresh = answers();
  expect(existsSync(snapshot)).toBe(true);
  expect(answers()).toEqual(fresh);
  appendFileSync(log, linesOf(COUNT, COUNT + 5));
  const later = answers();
  expect(later).not.toEqual(fresh);
  rmSync(join(home, '.cache'), { recursive: true });
  expect(answers()).toEqual(later);
});

test.each<[string, (snapshot: string) => void]>([
  ['damaged', (snapshot) => writeFileSync(snapshot, readFileSync(snapshot).fill(0x20, 2000, 2010))],
  ['cut', (snapshot) => writeFileSync(snapshot, readFileSync(snapshot).subarray(0, 3000))],
  ['of something else', (snapshot) => writeFileSync(snapshot, 'k8s')],
])('a snapshot that is %s is made again without a word', (_, damage) => {
  const { home, log, snapshot } = homeWithHistory();
  const fresh = run(home, 'stats', '--json');
  const whole = readFileSync(snapshot);
  damage(snapshot);
  expect(run(home, 'stats', '--json')).toBe(fresh);
  expect(readFileSync(snapshot).length).toBe(whole.length);
  expect(bytesRead(home, log, 'stats')).toBeLessThanOrEqual(SAMPLES);
});

test('where no cache can be written all goes on as before', () => {
  const { home, log } = homeWithHistory();
  const fresh = run(home, 'stats', '--json');
  rmSync(join(home, '.cache'), { recursive: true });
  writeFileSync(join(home, '.cache'), '');
  expect(run(home, 'stats', '--json')).toBe(fresh);
  expect(bytesRead(home, log, 'stats')).toBeGreaterThanOrEqual(statSync(log).size);
});

test('many programs at once leave a whole snapshot and nothing else', async () => {
  const { home, log, snapshot } = homeWithHistory();
  const outputs = await Promise.all(
    Array.from(
      { length: 6 },
      () =>
        new Promise<string>((resolve) => {
          const child = spawn(process.execPath, [BINARY, 'stats', '--json'], { env: environment(home) });
          let text = '';
          child.stdout.on('data', (data) => {
            text += data;
          });
          child.on('close', () => resolve(text));
        }),
    ),
  );
  expect(new Set(outputs).size).toBe(1);
  expect(readdirSync(join(snapshot, '..'))).toContain('history');
  expect(readdirSync(join(snapshot, '..')).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  expect(bytesRead(home, log, 'stats')).toBeLessThanOrEqual(SAMPLES);
});

test('a drill undoes what the snapshot holds', async () => {
  const { home, snapshot } = homeWithHistory();
  const reviews = () => JSON.parse(run(home, 'stats', '--json')).time.total / 30_000;
  expect(Math.round(reviews())).toBe(COUNT);
  expect(existsSync(snapshot)).toBe(true);
  const terminal = new TestTerminal(['drill', '--ids', 'hpa-vs-vpa'], { home });
  await terminal.see('退出');
  terminal.press('u');
  terminal.press('q');
  await terminal.exited;
  expect(Math.round(reviews())).toBe(COUNT - 1);
});
