import type { Look } from './look.ts';

/**
 * Signs drawn by the program itself. All of them are one column wide whatever the terminal does with characters of
 * ambiguous width: `▐` and `╌` are neutral in East Asian Width, where `▌` and `─` are ambiguous.
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
  must: '✱',
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
};

/** The signs for a look. */
export function glyphsFor(look: Look): Glyphs {
  return look.ascii ? ASCII : UNICODE;
}
