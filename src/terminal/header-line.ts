import { cut } from './cut.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import type { Place } from './place.ts';
import { visibleLine } from './sanitize.ts';
import { displayWidth } from './width.ts';

/** The top line of a question: its section and topic on the left, cut to what `facts` (clocks, counts) on the right leave. */
export function headerLine({ topic, section }: Place, facts: string, look: Look): string {
  const { accent, inverse, quiet } = ink(look);
  const right = cut(facts, look.columns - 1);
  const room = look.columns - displayWidth(right) - 1;
  const name = section ? ` ${visibleLine(section)} ` : '';
  const level = displayWidth(name) <= room ? name : '';
  const place = cut(visibleLine(topic), Math.max(0, room - displayWidth(level) - 1));
  const left = `${level ? `${inverse(level)} ` : ''}${quiet(place)}`;
  const used = displayWidth(level) + (level ? 1 : 0) + displayWidth(place);
  return `${left}${' '.repeat(Math.max(1, look.columns - used - displayWidth(right)))}${accent(right)}`;
}
