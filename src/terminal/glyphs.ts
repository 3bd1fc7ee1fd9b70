import type { Look } from './look.ts';

/**
 * Signs drawn by the program itself. They are one column wide whatever the terminal does with characters of ambiguous
 * width (`▐` and `╌` are neutral in East Asian Width, where `▌` and `─` are ambiguous), but for `★` and `→`, the signs
 * of the handbooks themselves, which stand where a column more does no harm.
 */
export interface Glyphs {
  /** Stands at the left of quotes and callouts. */
  readonly bar: string;
  readonly rule: string;
  readonly bullets: readonly [string, string, string];
  readonly todo: string;
  readonly done: string;
  /** Begins the continuation of a code line that was too long. */
  readonly wrapped: string;
  readonly crumb: string;
  readonly folded: string;
  readonly must: string;
  readonly wrong: string;
  readonly right: string;
  /** Columns of `must` and of `right` where characters of ambiguous width take two. */
  readonly widest: number;
}

const UNICODE: Glyphs = {
  bar: '▐',
  rule: '╌',
  bullets: ['▪', '◦', '▸'],
  todo: '☐',
  done: '☑',
  wrapped: '↪',
  crumb: '›',
  folded: '▾',
  must: '★',
  wrong: '✗',
  right: '→',
  widest: 2,
};

const ASCII: Glyphs = {
  bar: '|',
  rule: '-',
  bullets: ['*', '-', '+'],
  todo: '[ ]',
  done: '[x]',
  wrapped: '\\',
  crumb: '>',
  folded: 'v',
  must: '*',
  wrong: 'x',
  right: '>',
  widest: 1,
};

/** The signs for a look. */
export function glyphsFor(look: Look): Glyphs {
  return look.ascii ? ASCII : UNICODE;
}
