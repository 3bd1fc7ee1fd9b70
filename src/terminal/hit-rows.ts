import { cutTo, widthOn } from './fit.ts';
import type { Listed } from './hit-line.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import { visibleLine } from './sanitize.ts';

/** A title shorter than this says too little: it gets a line of its own. */
const LEAST_TITLE = 20;

/** Ids and questions for a person: beside each other in two columns, or one below the other on a narrow terminal. */
export function hitRows(cards: readonly Listed[], look: Look): string[] {
  const { accent } = ink(look);
  const named = cards.map(({ id, title }) => ({ id: visibleLine(id), title: visibleLine(title) }));
  const width = Math.max(...named.map(({ id }) => widthOn(id, look)));
  const room = look.columns - width - 4;
  if (room < LEAST_TITLE)
    return named.flatMap(({ id, title }) => [
      `  ${cutTo(title, look.columns - 2, look)}`,
      `  ${accent(cutTo(id, look.columns - 2, look))}`,
    ]);
  return named.map(
    ({ id, title }) => `  ${accent(id)}${' '.repeat(width - widthOn(id, look))}  ${cutTo(title, room, look)}`,
  );
}
