import { type KeptRun, USUAL } from './kept-answer.ts';
import { type Look, PLAIN } from './look.ts';
import type { Line, Run } from './style.ts';

/** Wider than any line of an answer. */
const WIDEST = 2000;

/** For which looks a deck keeps its answers set, each at its `keptPlace`: a pipe, and the widths that most terminals have, without and with links. */
export const KEPT_LOOKS: readonly Look[] = [
  PLAIN,
  ...[USUAL, WIDEST].flatMap((columns) => [
    { ...PLAIN, columns },
    { ...PLAIN, columns, level: 1 as const, hyperlinks: true },
  ]),
];

/** Lines as they are kept for a look; runs that look the same are one, and for a pipe all do. */
export function keptLines(lines: readonly Line[], { columns }: Look): (readonly KeptRun[])[] {
  if (columns === Number.POSITIVE_INFINITY)
    return lines.map((line) => [line.map(({ text }) => text).join('')]);
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
