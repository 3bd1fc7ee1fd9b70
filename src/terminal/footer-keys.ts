import { widthOn } from './fit.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';

/** A key and its meaning; one that must be seen has a short meaning for terminals where not all of these fit. */
export type KeyHint = readonly [key: string, meaning: string, short?: string];

/** A footer of keys with their meanings, on one line: as many as fit, the first ones first. */
export function footerKeys(hints: readonly KeyHint[], look: Look): string {
  const full = hints.map(([key, meaning]): Pair => [key, meaning]);
  const dot = look.ascii ? ' | ' : ' · ';
  const needed = full.filter((_, index) => hints[index]?.[2] !== undefined);
  if (widthOf(needed, dot, look) <= look.columns) return line(full, dot, look);
  const short = hints.map(([key, meaning, brief]): Pair => [key, brief ?? meaning]);
  return line(short, ' ', look);
}

type Pair = readonly [key: string, meaning: string];

function widthOf(pairs: readonly Pair[], between: string, look: Look): number {
  const own = pairs.reduce((sum, [key, meaning]) => sum + widthOn(`${key} ${meaning}`, look), 0);
  return own + widthOn(between, look) * (pairs.length - 1);
}

function line(pairs: readonly Pair[], between: string, look: Look): string {
  const paint = ink(look);
  let text = '';
  let used = 0;
  for (const [key, meaning] of pairs) {
    const width = widthOn(`${key} ${meaning}`, look) + (used > 0 ? widthOn(between, look) : 0);
    if (used + width > look.columns) break;
    text += `${used > 0 ? paint.quiet(between) : ''}${paint.strong(key)} ${paint.quiet(meaning)}`;
    used += width;
  }
  return text;
}
