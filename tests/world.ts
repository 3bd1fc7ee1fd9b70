import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { main } from '../src/cli.ts';
import type { Context, Output } from '../src/context.ts';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** 2026-11-23 12:00 in Shanghai. */
export const NOON = Date.UTC(2026, 10, 23, 4);

export interface WorldOptions {
  readonly columns?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  readonly now?: number;
  readonly seed?: number;
  /** What the standard input holds; without it the input never ends. */
  readonly input?: string;
}

export interface Finish {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** `main`, or what stands in for it; undefined when it leaves the line to another. */
export type Program = (argv: readonly string[], context: Context) => Promise<number | undefined>;

/** The code of a run that a program declined. */
export const NOT_RUN = -1;

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'k8sq-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs a command line in memory: streams, clock, randomness and home are the test's own. */
export async function run(
  argv: readonly string[],
  options: WorldOptions = {},
  program: Program = main,
): Promise<Finish> {
  const stdout = sink(options.columns);
  const stderr = sink(options.columns);
  const home = temporaryFolder();
  const stdin = new PassThrough();
  if (options.input !== undefined) stdin.end(options.input);
  const context: Context = {
    stdin: Object.assign(stdin, { isTTY: false }),
    stdout: stdout.stream,
    stderr: stderr.stream,
    env: { HOME: home, LANG: 'zh_CN.UTF-8', ...options.env },
    cwd: options.cwd ?? home,
    root: ROOT,
    platform: process.platform,
    signals: { on: () => () => {}, raise: () => {} },
    hostname: () => 'laptop',
    now: () => options.now ?? NOON,
    utcOffset: () => 480,
    random: seeded(options.seed ?? 1),
  };
  const code = (await program(argv, context)) ?? NOT_RUN;
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}

function sink(columns: number | undefined): { stream: Output; text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new PassThrough();
  stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const tty = columns === undefined ? {} : { isTTY: true, columns, rows: 24 };
  return { stream: Object.assign(stream, tty), text: () => Buffer.concat(chunks).toString('utf8') };
}

/** Park and Miller's generator: the same numbers for the same seed. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
