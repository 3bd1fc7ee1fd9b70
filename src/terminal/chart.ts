import { bar } from './bar.ts';
import { cut } from './cut.ts';
import type { Look } from './look.ts';
import { displayWidth } from './width.ts';

/** A row of a chart. */
export interface ChartRow {
  readonly label: string;
  /** Shares of the bar, 0 to 1: drawn full, and drawn lighter behind it. */
  readonly full: number;
  readonly part?: number;
  /** The number the bar stands for, to its right. */
  readonly value: string;
}

/** The longest bar, one that labels are not cut for, and the shortest that says anything. */
const LONGEST = 32;
const ENOUGH = 8;
const SHORTEST = 4;

/** Rows of label, bar and value under one another; on a narrow terminal labels are cut and bars left out first. */
export function chart(rows: readonly ChartRow[], look: Look): string[] {
  const ambiguous = look.wideAmbiguous ? 2 : 1;
  const width = (text: string): number => displayWidth(text, ambiguous);
  const values = Math.max(0, ...rows.map(({ value }) => width(value)));
  const widest = Math.max(0, ...rows.map(({ label }) => width(label)));
  const room = Math.max(0, look.columns - values - 1);
  const cutTo = Math.min(widest, room, Math.max(Math.floor(look.columns * 0.4), room - 1 - ENOUGH));
  const bars = Math.min(LONGEST, room - cutTo - 1);
  const labels = bars < SHORTEST ? Math.min(widest, room) : cutTo;
  return rows.map(({ label, full, part = 0, value }) => {
    const name = cut(label, labels, ambiguous);
    const left = `${name}${' '.repeat(labels - width(name))}`;
    const right = `${' '.repeat(values - width(value))}${value}`;
    return bars < SHORTEST ? `${left} ${right}` : `${left} ${bar(full, part, bars, look)} ${right}`;
  });
}
