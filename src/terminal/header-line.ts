import { cutTo, widthOn } from './fit.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import type { Place } from './place.ts';
import { visibleLine } from './sanitize.ts';

/** The top line of a question: its section and topic on the left, cut to what `facts` (clocks, counts) on the right leave. */
export function headerLine({ topic, section }: Place, facts: string, look: Look): string {
  const { accent, inverse, quiet } = ink(look);
  const width = (text: string): number => widthOn(text, look);
  const right = cutTo(facts, look.columns - 1, look);
  const room = look.columns - width(right) - 1;
  const name = section ? ` ${visibleLine(section)} ` : '';
  const level = width(name) <= room ? name : '';
  const place = cutTo(visibleLine(topic), Math.max(0, room - width(level) - 1), look);
  const left = `${level ? `${inverse(level)} ` : ''}${quiet(place)}`;
  const used = width(level) + (level ? 1 : 0) + width(place);
  return `${left}${' '.repeat(Math.max(1, look.columns - used - width(right)))}${accent(right)}`;
}
