import type { Look } from './look.ts';
import { PLAIN } from './look.ts';
import type { Line, Run, Style } from './style.ts';

/**
 * An answer set in lines, as a deck keeps it: the least width of the terminal for which it holds, then its lines. Of a
 * run that is plain only the text is kept.
 */
export type KeptAnswer = readonly [from: number, ...lines: (readonly KeptRun[])[]];

type KeptRun =
  | string
  | readonly [text: string, style: Style]
  | readonly [text: string, style: Style, href: string];

/** The width that terminals have when they are opened. */
const USUAL = 80;

/** From here on running text is not set wider; code and tables may need some columns more. */
export const WIDE = 98;

/** Wider than any line of an answer. */
const WIDEST = 2000;

/** For which looks a deck keeps its answers set: a pipe, and the widths that most terminals have, without and with links. */
export const KEPT_LOOKS: readonly Look[] = [
  PLAIN,
  ...[USUAL, WIDEST].flatMap((columns) => [
    { ...PLAIN, columns },
    { ...PLAIN, columns, level: 1 as const, hyperlinks: true },
  ]),
];

/** The place in `KEPT_LOOKS` of what is set as for this look, if only `KeptAnswer` says that it is wide enough; or −1. */
export function keptPlace({ columns, ascii, wideAmbiguous, hyperlinks }: Look): number {
  if (ascii || wideAmbiguous) return -1;
  if (columns === Number.POSITIVE_INFINITY) return hyperlinks ? -1 : 0;
  const links = hyperlinks ? 1 : 0;
  if (columns === USUAL) return 1 + links;
  return columns >= WIDE ? 3 + links : -1;
}

/** Lines as they are kept; runs that look the same are one. */
export function keptLines(lines: readonly Line[]): (readonly KeptRun[])[] {
  return lines.map((line) => {
    const runs: Run[] = [];
    for (const run of line) {
      const last = runs.at(-1);
      if (last && last.style === run.style && last.href === run.href)
        runs[runs.length - 1] = { ...last, text: last.text + run.text };
      else runs.push(run);
    }
    return runs.map(({ text, style, href }): KeptRun => {
      if (href !== undefined) return [text, style, href];
      return style === 0 ? text : [text, style];
    });
  });
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
