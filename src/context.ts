import type { Readable, Writable } from 'node:stream';
import type { Worker } from 'node:worker_threads';

/** Where a program's text goes: a stream, and whether a person's terminal is behind it. */
export interface Output extends Writable {
  readonly isTTY?: boolean;
  readonly columns?: number;
  readonly rows?: number;
}

/** Where a program's keys come from. */
export interface Input extends Readable {
  readonly isTTY?: boolean;
  setRawMode?(on: boolean): unknown;
}

/** Signals of the operating system, as far as a full-screen program must answer them. */
export interface Signals {
  /** Calls `listener` at each `signal` until the returned function is called. */
  on(signal: NodeJS.Signals, listener: () => void): () => void;
  /** Sends `signal` to this process itself (SIGTSTP after Ctrl-Z). */
  raise(signal: NodeJS.Signals): void;
}

/** Everything of the world that the program may touch; tests build their own. */
export interface Context {
  readonly stdin: Input;
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  readonly platform: NodeJS.Platform;
  readonly signals: Signals;
  /** Folder of the installed package: `dist/` and `data/` lie in it. */
  readonly root: string;
  /**
   * The same world with streams fit for prompts and full screens, where the ones above only write and say whether a
   * terminal is there.
   */
  readonly live?: Context;
  /** The name of this machine. */
  hostname(): string;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Minutes to add to UTC to get local time at that moment. */
  utcOffset(at: number): number;
  /** Uniform in [0, 1). */
  random(): number;
  /** Starts a module of the bundle in a thread of its own; gives none where it would have to share a processor. */
  thread?(module: string): Worker | undefined;
  /** Puts work off until the command has given its answer; without it the work is not done. */
  later?(work: () => void): void;
}
