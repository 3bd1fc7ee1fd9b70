import { pauses } from './kinsoku.ts';
import { begins, ends } from './kinsoku-edges.ts';
import type { Piece } from './pieces.ts';
import { NO_BREAK } from './prose.ts';

/** What may speak against a break, or for it: places in `BREAK_COSTS`. */
export const BREAKS = {
  /** After a comma, a stop, a colon. */
  pause: 0,
  /** Where nothing speaks for it or against it. */
  plain: 1,
  /** Between Han and Latin that stand without a space. */
  script: 2,
  /** Before a particle that leans on the word before it. */
  particle: 3,
  /** Between a number and what it counts. */
  count: 4,
  /** Inside a Chinese word. */
  word: 5,
} as const;

const NUMBER = /^[~≈<>≤≥±+-]?\d[\d.,:/–-]*%?$/;
const UNIT = /^(?:[a-zA-Zµ°]{1,3}(?:\/[a-z]{1,3})?|%|bytes?|cores?|pods?)(?=[^a-zA-Z]*$)/;
const COUNTED = new Set('个秒分小天周月年次台副份项条种类层级位倍行列步题张核块片轮段字节毫微人页章');
const PARTICLES = new Set('的了着过吗呢吧们地得');
const LEADERS = new Set(['★', '✗', '✓', '✘', '☆', '→', '第', '约', '共']);

const last = (text: string): string => text.at(-1) ?? '';
const isLatin = ({ kind }: Piece): boolean => kind === 'latin' || kind === 'code';

/** Between pieces that a space separates. */
function spacedBreak(left: Piece, right: Piece): number {
  if (LEADERS.has(left.text)) return BREAKS.count;
  if (NUMBER.test(left.text) && (UNIT.test(right.text) || COUNTED.has(right.text))) return BREAKS.count;
  return pauses(last(left.text)) ? BREAKS.pause : BREAKS.plain;
}

/** Marks that belong to both sides, as in `CPU/内存`; a flag such as `--all` may begin a line. */
function clings(left: Piece, right: Piece): boolean {
  if (left.kind === 'latin' && /["'/@=_-]$/.test(left.text)) return true;
  return right.kind === 'latin' && /^(?:["'/@=_]|-(?!-?[A-Za-z]))/.test(right.text);
}

/** Between pieces that touch. */
function touchingBreak(left: Piece, right: Piece): number {
  if (isLatin(left) && isLatin(right)) return NO_BREAK;
  const end = last(left.text);
  if (left.text === right.text && (end === '—' || end === '…')) return NO_BREAK;
  if ('’–'.includes(end) && right.kind === 'latin') return NO_BREAK;
  if (clings(left, right)) return NO_BREAK;
  if (NUMBER.test(left.text)) return BREAKS.count;
  if (pauses(end)) return BREAKS.pause;
  if (PARTICLES.has(right.text)) return BREAKS.particle;
  if (end === '第' && right.kind === 'latin') return BREAKS.count;
  return isLatin(left) !== isLatin(right) ? BREAKS.script : BREAKS.plain;
}

/**
 * What speaks against ending a line after `left` when `right` follows: a place in `BREAK_COSTS`, or `NO_BREAK`.
 * Kinsoku comes first; of the insides of Chinese words it knows nothing.
 */
export function breakBetween(left: Piece, right: Piece): number {
  // Most pairs by far are two Han characters: answered at once.
  if (left.kind === 'han' && right.kind === 'han' && left.glue === 0) {
    return PARTICLES.has(right.text) ? BREAKS.particle : BREAKS.plain;
  }
  if (left.slot || right.slot) return breakAtSlot(left, right);
  if (!begins(right, left.glue > 0) || !ends(left)) return NO_BREAK;
  return left.glue > 0 ? spacedBreak(left, right) : touchingBreak(left, right);
}

/** The number of a link and the mark of a note stay with what they belong to, and so does the name of an image. */
function breakAtSlot(left: Piece, right: Piece): number {
  if (left.slot?.type === 'image') return NO_BREAK;
  if (right.slot && right.slot.type !== 'image' && left.glue === 0) return NO_BREAK;
  return breakBetween(left.slot ? standing(left) : left, right.slot ? standing(right) : right);
}

/** A slot as if it were filled. */
function standing({ slot: _, ...piece }: Piece): Piece {
  return { ...piece, text: '[1]' };
}
