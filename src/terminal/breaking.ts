import { neverBegins, neverEnds, pauses } from './kinsoku.ts';
import type { Piece } from './pieces.ts';

/** No line may break here. */
export const FORBIDDEN = Number.POSITIVE_INFINITY;

/** Costs of a break, in the unit of paragraph.ts: the square of the columns left empty at the end of a line. */
export const COSTS = {
  /** Inside a Chinese word. */
  word: 160,
  /** Between Han and Latin that stand without a space. */
  script: 6,
  /** Between a number and what it counts. */
  count: 120,
  /** Before a particle that leans on the word before it. */
  particle: 12,
  /** Where nothing speaks for it or against it. */
  plain: 4,
  /** After a comma, a stop, a colon. */
  pause: 0,
} as const;

const NUMBER = /^[~≈<>≤≥±+-]?\d[\d.,:/–-]*%?$/;
const UNIT = /^(?:[a-zA-Zµ°]{1,3}(?:\/[a-z]{1,3})?|%|bytes?|cores?|pods?)(?=[^a-zA-Z]*$)/;
const COUNTED = new Set('个秒分小天周月年次台副份项条种类层级位倍行列步题张核块片轮段字节毫微人页章');
const PARTICLES = new Set('的了着过吗呢吧们地得');
const LEADERS = new Set(['★', '✗', '✓', '✘', '☆', '→', '第', '约', '共']);

const last = (text: string): string => text.at(-1) ?? '';
const isLatin = ({ kind }: Piece): boolean => kind === 'latin' || kind === 'code';
/** Nothing but ASCII punctuation. Written without `\p{…}`: compiling such a class costs more than setting a paragraph. */
const isMark = (text: string): boolean => !/[0-9A-Za-z\u00a0-\uffff]/.test(text);

function begins(piece: Piece, spaced: boolean): boolean {
  const first = String.fromCodePoint(piece.text.codePointAt(0) ?? 0);
  if (!neverBegins(first)) return true;
  if (piece.kind === 'code') return true;
  return piece.kind === 'latin' && spaced && !isMark(piece.text);
}

function ends(piece: Piece): boolean {
  return piece.kind === 'code' || !neverEnds(last(piece.text));
}

/** Between pieces that a space separates. */
function spacedCost(left: Piece, right: Piece): number {
  if (LEADERS.has(left.text)) return COSTS.count;
  if (NUMBER.test(left.text) && (UNIT.test(right.text) || COUNTED.has(right.text))) return COSTS.count;
  return pauses(last(left.text)) ? COSTS.pause : COSTS.plain;
}

/** Marks that belong to both sides, as in `CPU/内存`; a flag such as `--all` may begin a line. */
function clings(left: Piece, right: Piece): boolean {
  if (left.kind === 'latin' && /["'/@=_-]$/.test(left.text)) return true;
  return right.kind === 'latin' && /^(?:["'/@=_]|-(?!-?[A-Za-z]))/.test(right.text);
}

/** Between pieces that touch. */
function touchingCost(left: Piece, right: Piece): number {
  if (isLatin(left) && isLatin(right)) return FORBIDDEN;
  const end = last(left.text);
  if (left.text === right.text && (end === '—' || end === '…')) return FORBIDDEN;
  if ('’–'.includes(end) && right.kind === 'latin') return FORBIDDEN;
  if (clings(left, right)) return FORBIDDEN;
  if (NUMBER.test(left.text)) return COSTS.count;
  if (pauses(end)) return COSTS.pause;
  if (PARTICLES.has(right.text)) return COSTS.particle;
  if (end === '第' && right.kind === 'latin') return COSTS.count;
  return isLatin(left) !== isLatin(right) ? COSTS.script : COSTS.plain;
}

/**
 * What it costs to end a line after `left` when `right` follows. Kinsoku comes first; inside Chinese words the caller
 * adds `COSTS.word`.
 */
export function breakCost(left: Piece, right: Piece): number {
  // Most pairs by far are two Han characters: answered at once.
  if (left.kind === 'han' && right.kind === 'han' && left.glue === 0) {
    return PARTICLES.has(right.text) ? COSTS.particle : COSTS.plain;
  }
  if (!begins(right, left.glue > 0) || !ends(left)) return FORBIDDEN;
  return left.glue > 0 ? spacedCost(left, right) : touchingCost(left, right);
}

/**
 * As `breakCost` for a stretch that is wider than the line: only the rules for full-width marks still hold strictly.
 */
export function needyCost(left: Piece, right: Piece): number {
  const begun = begins(right, left.glue > 0) || isAscii(right.text[0]);
  const ended = ends(left) || isAscii(left.text.at(-1));
  if (!begun || !ended) return 10_000_000;
  return begins(right, left.glue > 0) && ends(left) ? 10_500 : 30_000;
}

const isAscii = (character = ''): boolean => character <= '\x7f';
