import { neverBegins, neverEnds } from './kinsoku.ts';
import type { Piece } from './pieces.ts';

type Edge = Pick<Piece, 'text' | 'kind' | 'glue'>;

/** Nothing but ASCII punctuation. Written without `\p{…}`: compiling such a class costs more than setting a paragraph. */
const isMark = (text: string): boolean => !/[0-9A-Za-z\u00a0-\uffff]/.test(text);

const last = (text: string): string => text.at(-1) ?? '';

/** May a line begin with the piece, that a space separates from the one before it, or not? */
export function begins(piece: Edge, spaced: boolean): boolean {
  const first = String.fromCodePoint(piece.text.codePointAt(0) ?? 0);
  if (!neverBegins(first)) return true;
  if (piece.kind === 'code') return true;
  return piece.kind === 'latin' && spaced && !isMark(piece.text);
}

/** May a line end with the piece? */
export function ends(piece: Edge): boolean {
  return piece.kind === 'code' || !neverEnds(last(piece.text));
}

/**
 * What a break costs within a stretch that is wider than the line: only the rules for full-width marks still hold
 * strictly.
 */
export function needyCost(left: Edge, right: Edge): number {
  const begun = begins(right, left.glue > 0) || isAscii(right.text[0]);
  const ended = ends(left) || isAscii(left.text.at(-1));
  if (!begun || !ended) return 10_000_000;
  return begins(right, left.glue > 0) && ends(left) ? 10_500 : 30_000;
}

const isAscii = (character = ''): boolean => character <= '\x7f';
