import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readLog } from '../../src/storage/read-log.ts';
import { bundle, temporaryFolder } from './bundle.ts';

const WRITER = join(import.meta.dirname, 'writer.mjs');
let built: string;
let bundled: string;

beforeAll(async () => {
  built = await mkdtemp(join(tmpdir(), 'k8sq-'));
  bundled = await bundle(join(import.meta.dirname, '../../src/storage/log.ts'), built);
});
afterAll(() => rm(built, { recursive: true, force: true }));

interface Run {
  readonly saved: string[];
  readonly refused: string[];
  readonly signal: NodeJS.Signals | null;
}

/** Runs a writer; `killAfter` milliseconds after its first acknowledged review it dies. */
function run(
  args: string[],
  { killAfter, shell }: { killAfter?: number; shell?: string } = {},
): Promise<Run> {
  const command = [process.execPath, WRITER, bundled, ...args];
  const child = shell
    ? spawn('sh', ['-c', `${shell}; exec "$@"`, 'sh', ...command])
    : spawn(command[0] as string, command.slice(1));
  let output = '';
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (data) => {
    output += data;
    if (killAfter !== undefined) timer ??= setTimeout(() => child.kill('SIGKILL'), killAfter);
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (_, signal) => {
      clearTimeout(timer);
      const ids = (word: string) =>
        [...output.matchAll(new RegExp(`^${word} (\\S+)`, 'gm'))].map((match) => match[1] as string);
      resolve({ saved: ids('saved'), refused: ids('refused'), signal });
    });
  });
}

function idsIn(folder: string): Set<string> {
  return new Set(readLog(folder).events.map((event) => event.id));
}

test('killing the program 40 times at any moment loses no acknowledged review', async () => {
  const folder = await temporaryFolder();
  const runs: Run[] = [];
  const worker = async (name: number) => {
    for (let round = 0; round < 10; round++) {
      runs.push(await run([folder, 'laptop', `W${name}R${round}N`], { killAfter: (name * 10 + round) % 17 }));
    }
  };
  await Promise.all([0, 1, 2, 3].map(worker));
  expect(runs.map((each) => each.signal)).toEqual(Array(40).fill('SIGKILL'));
  const saved = runs.flatMap((each) => each.saved);
  expect(saved.length).toBeGreaterThanOrEqual(40);
  const found = idsIn(folder);
  expect(saved.filter((id) => !found.has(id))).toEqual([]);
});

test('eight programs writing to one file at once lose nothing and tear no line', async () => {
  const folder = await temporaryFolder();
  const runs = await Promise.all(
    [...Array(8).keys()].map((name) => run([folder, 'laptop', `W${name}N`, '200'])),
  );
  expect(runs.map((each) => each.saved.length)).toEqual(Array(8).fill(200));
  const { events, problems, files } = readLog(folder);
  expect([events.length, problems, files]).toEqual([1600, [], ['reviews-laptop.jsonl']]);
});

// Windows has no such limit.
test.runIf(process.platform !== 'win32')(
  'where the file may not grow a review is refused, never acknowledged',
  async () => {
    const folder = await temporaryFolder();
    // Blocks of 512 or 1024 bytes, by the shell; the write that meets the limit is cut short without an error.
    const { saved, refused } = await run([folder, 'laptop', 'N', '500'], { shell: 'ulimit -f 2' });
    expect(refused).toHaveLength(1);
    expect(saved.length).toBeGreaterThan(3);
    const { events, problems } = readLog(folder);
    expect(events.map((event) => event.id)).toEqual(saved);
    expect(problems).toMatchObject([{ code: 'torn' }]);
    // With room again the same review goes on a line of its own.
    const again = await run([folder, 'laptop', 'M', '1']);
    expect(readLog(folder).events.map((event) => event.id)).toEqual([...saved, ...again.saved]);
  },
);
