import type { Field } from '../drill/field.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import { visibleLine } from './sanitize.ts';
import { displayWidth } from './width.ts';

export interface TypedText {
  readonly lines: readonly string[];
  /** The row that the cursor is on. */
  readonly cursorRow: number;
}

/** A typed text, wrapped, with its cursor when it is being typed. */
export function typedText({ before, after }: Field, active: boolean, look: Look): TypedText {
  const { inverse } = ink(look);
  const cursor = after[0] !== undefined && after[0] !== '\n' ? after[0] : ' ';
  const rest = after[0] !== undefined && after[0] !== '\n' ? after.slice(1) : after;
  const cells = [
    ...before.map((text) => ({ text, here: false })),
    ...(active ? [{ text: cursor, here: true }] : []),
    ...(active ? rest : after).map((text) => ({ text, here: false })),
  ];
  const lines: string[] = [''];
  let used = 0;
  let cursorRow = 0;
  for (const { text, here } of cells) {
    const shown = text === '\n' ? '' : visibleLine(text);
    const width = displayWidth(shown, look.wideAmbiguous ? 2 : 1);
    if (text === '\n' || used + width > look.columns) {
      lines.push('');
      used = 0;
    }
    if (here) cursorRow = lines.length - 1;
    lines[lines.length - 1] += here ? (look.level > 0 ? inverse(shown) : '_') : shown;
    used += width;
  }
  return { lines, cursorRow };
}
