import type { Look } from './look.ts';
import type { Line, Run, Style } from './style.ts';

/**
 * An answer set in lines, as a deck keeps it: the least width of the terminal for which it holds, then its lines. Of a
 * run that is plain only the text is kept.
 */
export type KeptAnswer = readonly [from: number, ...lines: (readonly KeptRun[])[]];

export type KeptRun =
  | string
  | readonly [text: string, style: Style]
  | readonly [text: string, style: Style, href: string];

/** The width that terminals have when they are opened. */
export const USUAL = 80;

/** From here on running text is not set wider; code and tables may need some columns more. */
export const WIDE = 98;

/** Number of places that `keptPlace` gives. */
export const KEPT_PLACES = 5;

/**
 * The place among the kept settings of an answer of what is set as for this look, if only `KeptAnswer` says that it is
 * wide enough; or −1.
 */
export function keptPlace({ columns, level, ascii, wideAmbiguous, hyperlinks }: Look): number {
  if (ascii || wideAmbiguous) return -1;
  if (columns === Number.POSITIVE_INFINITY) return level === 0 ? 0 : -1;
  const links = hyperlinks ? 1 : 0;
  if (columns === USUAL) return 1 + links;
  return columns >= WIDE ? 3 + links : -1;
}

/** The lines that were kept. */
export function linesFrom([, ...lines]: KeptAnswer): Line[] {
  return lines.map((runs) =>
    runs.map((run): Run => {
      if (typeof run === 'string') return { text: run, style: 0 };
      return run.length === 2
        ? { text: run[0], style: run[1] }
        : { text: run[0], style: run[1], href: run[2] };
    }),
  );
}
