import { FOLLOW } from '../drill/controls.ts';
import { widthOn } from './fit.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';

/** What may be longer than the screen. */
export interface Body {
  readonly lines: readonly string[];
  /** First row of each thing the cursor can be on. */
  readonly pointRows: readonly number[];
}

/** The scroll position within a body: what was asked for, or what brings the cursor into sight after it moved. */
export function scrollFor(
  body: Body,
  { scroll, cursor }: { scroll: number; cursor: number },
  room: number,
): number {
  const last = Math.max(0, body.lines.length - room);
  const wanted = Math.min(Math.max(0, scroll), last);
  const from = scroll === FOLLOW ? body.pointRows[cursor] : undefined;
  if (from === undefined) return wanted;
  const to = (body.pointRows[cursor + 1] ?? from + 1) - 1;
  return Math.min(Math.max(0, to - room + 1), from, last);
}

/** What rules are made of: `─` is of ambiguous width, `╌` is not. */
export function dashOf({ ascii, wideAmbiguous }: Look): string {
  if (ascii) return '-';
  return wideAmbiguous ? '╌' : '─';
}

/** A rule across the screen. */
export function rule(look: Look, columns: number): string {
  return ink(look).quiet(dashOf(look).repeat(columns));
}

/** The rule below a body of which so many rows are out of sight. */
export function moreRule(below: number, look: Look, columns: number): string {
  const text = ` ${look.ascii ? 'v' : '↓'} ${below} `;
  const dash = dashOf(look);
  const rest = Math.max(0, columns - widthOn(text, look) - 2);
  return ink(look).quiet(`${dash.repeat(rest)}${text}${dash.repeat(2)}`);
}
