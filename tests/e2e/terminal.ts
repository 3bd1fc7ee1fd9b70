import { join } from 'node:path';
import * as pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { ROOT, temporaryFolder } from '../world.ts';

export interface TerminalOptions {
  readonly columns?: number;
  readonly rows?: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly home?: string;
  readonly cwd?: string;
  /** A program and its words to run instead of the binary, such as a shell. */
  readonly program?: readonly [string, ...string[]];
}

/** What `npm` links as `k8sq`. */
export const BINARY = join(ROOT, 'bin', 'k8sq.js');

/** The built binary in a real pseudo-terminal, seen through a terminal emulator. */
export class TestTerminal {
  readonly home: string;
  readonly exited: Promise<{ exitCode: number; signal?: number | undefined }>;
  readonly #process: pty.IPty;
  readonly #emulator: xterm.Terminal;

  constructor(argv: readonly string[], options: TerminalOptions = {}) {
    const { columns: cols = 80, rows = 24 } = options;
    this.home = options.home ?? temporaryFolder();
    this.#emulator = new xterm.Terminal({ cols, rows, allowProposedApi: true });
    const [program, ...words] = options.program ?? [process.execPath, BINARY, ...argv];
    this.#process = pty.spawn(program, words, {
      cols,
      rows,
      cwd: options.cwd ?? this.home,
      env: {
        PATH: process.env['PATH'] ?? '',
        HOME: this.home,
        LANG: 'zh_CN.UTF-8',
        TERM: 'xterm-256color',
        ...options.env,
      },
    });
    this.#process.onData((data) => this.#emulator.write(data));
    this.exited = new Promise((resolve) => this.#process.onExit(resolve));
    onTestFinished(() => this.#process.kill('SIGKILL'));
  }

  get pid(): number {
    return this.#process.pid;
  }

  /** Types text or control characters. */
  press(keys: string): void {
    this.#process.write(keys);
  }

  resize(columns: number, rows: number): void {
    this.#emulator.resize(columns, rows);
    this.#process.resize(columns, rows);
  }

  kill(signal: string): void {
    this.#process.kill(signal);
  }

  /** Closes the terminal's window: what runs in it gets SIGHUP, and nothing it writes arrives any more. */
  hangUp(): void {
    (this.#process as unknown as { destroy(): void }).destroy();
  }

  /** The lines a person sees, without trailing blanks. The emulator keeps cells beyond a width that was made smaller. */
  screen(): string {
    const { active } = this.#emulator.buffer;
    const lines = Array.from({ length: this.#emulator.rows }, (_, row) =>
      (
        active.getLine(active.viewportY + row)?.translateToString(true, 0, this.#emulator.cols) ?? ''
      ).trimEnd(),
    );
    return lines.join('\n').trimEnd();
  }

  /** Whether the alternate screen is up. */
  get alternate(): boolean {
    return this.#emulator.buffer.active.type === 'alternate';
  }

  /** Waits until the screen shows `wanted`; fails with what it shows instead. */
  async see(wanted: string | RegExp, milliseconds = 8000): Promise<string> {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      const screen = this.screen();
      if (typeof wanted === 'string' ? screen.includes(wanted) : wanted.test(screen)) return screen;
      if (Date.now() > deadline) throw new Error(`Never saw ${String(wanted)}. The screen shows:\n${screen}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }
}
