import type { Context } from '../context.ts';
import { type KeyPress, listenForKeys } from './keys.ts';

const ENTER = '\u001b[?1049h\u001b[?25l';
const LEAVE = '\u001b[?25h\u001b[?1049l';
/** Terminals that know synchronized output show a frame at once; the others ignore the marks. */
const FRAME = ['\u001b[?2026h', '\u001b[?2026l'] as const;

/** Milliseconds that a system takes at most to stop a process that asked for it. */
const STOPPED = 200;

/** What can happen while a full-screen view is up. `end`: Ctrl-C, or the terminal or the system ends us. */
export type Occurrence =
  | { readonly type: 'key'; readonly press: KeyPress }
  | { readonly type: 'redraw' }
  | { readonly type: 'tick' }
  | { readonly type: 'end'; readonly interrupted: boolean };

/** Terminal columns and rows. */
export interface Size {
  readonly columns: number;
  readonly rows: number;
}

/**
 * The alternate screen of a terminal: draws frames, turns keys, resizes and signals into occurrences, and puts
 * the terminal back as it was, whatever ends it.
 */
export class Screen {
  readonly #context: Context;
  readonly #waiting: Occurrence[] = [];
  #undo: (() => void)[] = [];
  #wake: (() => void) | undefined;

  constructor(context: Context) {
    this.#context = context.live ?? context;
  }

  /** The size now; 80×24 where the terminal does not say. */
  get size(): Size {
    const { columns, rows } = this.#context.stdout;
    return { columns: columns || 80, rows: rows || 24 };
  }

  /** Takes the terminal over. */
  open(): void {
    const { stdin, stdout, signals } = this.#context;
    stdout.write(ENTER);
    const redraw = (): void => this.#push({ type: 'redraw' });
    const end = (): void => this.#push({ type: 'end', interrupted: false });
    const clock = setInterval(() => this.#push({ type: 'tick' }), 1000);
    stdout.on('resize', redraw);
    this.#undo = [
      listenForKeys(stdin, (press) => this.#onKey(press)),
      signals.on('SIGINT', () => this.#push({ type: 'end', interrupted: true })),
      signals.on('SIGTERM', end),
      signals.on('SIGHUP', end),
      () => stdout.off('resize', redraw),
      () => clearInterval(clock),
    ];
  }

  /** Gives the terminal back. Safe to call twice. */
  close(): void {
    if (this.#undo.length === 0) return;
    for (const undo of this.#undo.splice(0)) undo();
    this.#context.stdout.write(LEAVE);
  }

  /** Runs `work` (an editor, a prompt) with the terminal given back, then takes it over again. */
  async away<T>(work: () => Promise<T>): Promise<T> {
    this.close();
    try {
      return await work();
    } finally {
      this.open();
      this.#push({ type: 'redraw' });
    }
  }

  /** Shows a frame: at most as many lines as the terminal has rows, each no wider than it. */
  draw(lines: readonly string[]): void {
    const { rows } = this.size;
    const shown = lines.slice(0, rows);
    // Clear a line before writing it: clearing after a line as wide as the terminal would eat its last column.
    const body = shown.map((line, row) => `\u001b[${row + 1};1H\u001b[2K${line}`).join('');
    const rest = shown.length < rows ? `\u001b[${shown.length + 1};1H\u001b[J` : '';
    this.#context.stdout.write(`${FRAME[0]}${body}${rest}${FRAME[1]}`);
  }

  /** The next occurrence; waits for it. */
  async next(): Promise<Occurrence> {
    for (;;) {
      const occurrence = this.#waiting.shift();
      if (occurrence) return occurrence;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }

  #onKey(press: KeyPress): void {
    if (press.key === 'ctrl-c') this.#push({ type: 'end', interrupted: true });
    else if (press.key === 'end-of-input') this.#push({ type: 'end', interrupted: false });
    else if (press.key === 'ctrl-z') this.#stop();
    else this.#push({ type: 'key', press });
  }

  /**
   * Ctrl-Z: give the terminal back, stop, and take it over again when `fg` wakes us. The timer cannot run while we
   * are stopped; it keeps the program alive until then (nothing else would), and brings the screen back where the
   * system does not stop us (a process without a shell above it).
   */
  #stop(): void {
    const { signals } = this.#context;
    this.close();
    const resume = (): void => {
      off();
      clearTimeout(awake);
      this.open();
      this.#push({ type: 'redraw' });
    };
    const off = signals.on('SIGCONT', resume);
    const awake = setTimeout(resume, STOPPED);
    signals.raise('SIGTSTP');
  }

  #push(occurrence: Occurrence): void {
    this.#waiting.push(occurrence);
    this.#wake?.();
    this.#wake = undefined;
  }
}
