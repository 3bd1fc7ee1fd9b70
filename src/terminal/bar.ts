import { ink } from './ink.ts';
import type { Look } from './look.ts';

/** The signs of bars and maps: nothing, then little to much. They differ in shape, so that no colour is needed. */
export function shades(look: Look): readonly [string, string, string, string, string] {
  // Where blocks take two columns, or none can be shown.
  return look.ascii || look.wideAmbiguous ? ['.', '-', '=', '+', '#'] : ['·', '░', '▒', '▓', '█'];
}

/** The signs of a bar: all of it, a part, nothing. */
export function barSigns(look: Look): readonly [string, string, string] {
  return look.ascii || look.wideAmbiguous ? ['#', '=', '.'] : ['█', '▒', '░'];
}

/**
 * A bar of `width` columns. `full` and `part` are shares of it, 0 to 1, together at most 1; either is seen when it
 * is more than 0, and neither reaches the end unless it does.
 */
export function bar(full: number, part: number, width: number, look: Look): string {
  const [all, some, none] = barSigns(look);
  const { accent, quiet } = ink(look);
  const first = cells(full, width);
  const both = Math.min(width, Math.max(cells(full + part, width), first + (part > 0 ? 1 : 0)));
  return [
    first > 0 ? accent(all.repeat(first)) : '',
    both > first ? some.repeat(both - first) : '',
    both < width ? quiet(none.repeat(width - both)) : '',
  ].join('');
}

function cells(share: number, width: number): number {
  if (share <= 0) return 0;
  if (share >= 1) return width;
  return Math.min(Math.max(1, Math.round(share * width)), Math.max(1, width - 1));
}
