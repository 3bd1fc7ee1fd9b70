import type { Context } from '../context.ts';
import type { Progress } from '../handbook/progress.ts';
import { bar } from './bar.ts';
import { cut } from './cut.ts';
import { lookFor } from './look.ts';
import { visibleLine } from './sanitize.ts';

/** Milliseconds after which people want to know that something goes on, and between two drawings. */
const PATIENCE = 500;
const BETWEEN = 100;
const WIDTH = 20;

/** A bar that stands on one line of the terminal behind stderr while a work goes on. */
export interface ProgressBar {
  readonly step: Progress;
  /** Takes the bar away. */
  readonly end: () => void;
}

/**
 * Shows how far a work is once it takes longer than half a second. Nothing is ever written to a pipe or to a terminal
 * that knows no control characters.
 */
export function progressBar(context: Context, label: string): ProgressBar {
  const { stderr, env } = context;
  if (!stderr.isTTY || env['TERM'] === 'dumb') return { step: () => undefined, end: () => undefined };
  const look = lookFor({ stdout: stderr, env });
  const begun = context.now();
  let drawn = begun + PATIENCE - BETWEEN;
  let shown = false;
  return {
    step: (share) => {
      const now = context.now();
      if (now - drawn < BETWEEN) return;
      drawn = now;
      shown = true;
      const figures = `${String(Math.floor(100 * share)).padStart(3)} %`;
      // One column stays free: a full line makes some terminals go to the next.
      const room = Math.max(0, (stderr.columns ?? 80) - WIDTH - figures.length - 3);
      const text = cut(visibleLine(label), room, look.wideAmbiguous ? 2 : 1);
      stderr.write(`\r${bar(share, 0, WIDTH, look)} ${figures} ${text}\u001b[K`);
    },
    end: () => {
      if (shown) stderr.write('\r\u001b[K');
    },
  };
}
