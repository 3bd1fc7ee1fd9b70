import { type Look, PLAIN } from '../../src/terminal/look.ts';

/** A look of so many columns, without colours unless asked for. */
export function lookAt(columns: number, over: Partial<Look> = {}): Look {
  return { ...PLAIN, columns, ...over };
}

/** The 16 colours on a terminal of so many columns. */
export function colourAt(columns: number, over: Partial<Look> = {}): Look {
  return lookAt(columns, { level: 1, ...over });
}
