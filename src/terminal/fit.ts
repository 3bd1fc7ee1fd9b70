import { cut } from './cut.ts';
import type { Look } from './look.ts';
import { displayWidth } from './width.ts';

/** Columns that a text takes on this terminal. */
export function widthOn(text: string, { wideAmbiguous }: Look): number {
  return displayWidth(text, wideAmbiguous ? 2 : 1);
}

/** A text on at most so many columns of this terminal. */
export function cutTo(text: string, columns: number, { wideAmbiguous }: Look): string {
  return cut(text, columns, wideAmbiguous ? 2 : 1);
}
