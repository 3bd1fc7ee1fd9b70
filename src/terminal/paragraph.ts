import { breakCost, COSTS, FORBIDDEN, needyCost } from './breaking.ts';
import type { Piece } from './pieces.ts';
import { shatter } from './shatter.ts';
import { insideWord } from './words.ts';

/** A paragraph cut into lines: `pieces` (long ones may have been split) and where each line begins and ends. */
export interface Broken {
  readonly pieces: readonly Piece[];
  readonly lines: readonly (readonly [from: number, to: number])[];
  /** What the breaks cost together. */
  readonly cost: number;
}

/** A last line of one character. */
const WIDOW = 900;
/** A last line that is hardly longer than that. */
const SHORT_LAST = 60;
const LINE = 8;
/** Splitting a word that would fit, because the marks that must stay with it do not: better only than breaking kinsoku. */
const SPLIT_SMALL = 5_000;

function widthOf(pieces: readonly Piece[], from: number, to: number): number {
  let width = 0;
  for (let i = from; i < to; i++)
    width += (pieces[i]?.width ?? 0) + (i + 1 < to ? (pieces[i]?.glue ?? 0) : 0);
  return width;
}

/** Cost of a break after each piece; `words` asks for Chinese words to be found. */
function costsOf(pieces: readonly Piece[]): Float64Array {
  const costs = new Float64Array(pieces.length);
  for (let i = 0; i + 1 < pieces.length; i++)
    costs[i] = breakCost(pieces[i] as Piece, pieces[i + 1] as Piece);
  keepWords(pieces, costs);
  return costs;
}

/** Adds the cost of a break inside a Chinese word. */
function keepWords(pieces: readonly Piece[], costs: Float64Array): void {
  for (let i = 0; i < pieces.length; ) {
    if (pieces[i]?.kind !== 'han') {
      i++;
      continue;
    }
    let end = i;
    let text = '';
    while (pieces[end]?.kind === 'han') {
      const piece = pieces[end++] as Piece;
      text += piece.text;
      if (piece.glue > 0) break;
    }
    if (end - i > 1) {
      const inside = insideWord(text);
      for (let at = i; at + 1 < end; at++)
        if (inside[at - i]) costs[at] = Math.max(COSTS.word, costs[at] ?? 0);
    }
    i = end;
  }
}

/**
 * Breaks what would not fit on a line even alone: splits the pieces of such a stretch and lets go of every rule but
 * kinsoku inside it. Returns the pieces with the costs that now hold.
 */
function loosen(
  pieces: readonly Piece[],
  costs: Float64Array,
  room: number,
): { pieces: Piece[]; costs: number[] } {
  const loose: Piece[] = [];
  const paid: number[] = [];
  for (let from = 0; from < pieces.length; ) {
    let to = from + 1;
    while (to < pieces.length && costs[to - 1] === FORBIDDEN) to++;
    if (widthOf(pieces, from, to) <= room) {
      for (let i = from; i < to; i++) {
        loose.push(pieces[i] as Piece);
        paid.push(costs[i] ?? 0);
      }
    } else {
      for (let i = from; i < to; i++) {
        const piece = pieces[i] as Piece;
        const extra = piece.width > room ? 0 : SPLIT_SMALL;
        for (const shard of shatter(piece)) {
          loose.push(shard.piece);
          paid.push(shard.cost + extra);
        }
        const next = pieces[i + 1];
        paid[paid.length - 1] = i + 1 < to && next ? needyCost(piece, next) : (costs[i] ?? 0);
      }
    }
    from = to;
  }
  return { pieces: loose, costs: paid };
}

function lastLineCost(pieces: readonly Piece[], from: number, to: number, width: number): number {
  if (from === 0) return 0;
  let heard = 0;
  for (let i = from; i < to; i++) {
    const piece = pieces[i] as Piece;
    heard += piece.kind === 'han' ? 1 : piece.kind === 'latin' || piece.kind === 'code' ? 2 : 0;
  }
  if (heard <= 1) return WIDOW;
  return width < 7 ? SHORT_LAST : 0;
}

/**
 * Chooses the breaks of a stretch without hard breaks: least sum over its lines of the square of the empty columns
 * and of what each break costs (dynamic programming over all breaks, as Knuth and Plass do for justified text).
 */
function chooseBreaks(
  pieces: readonly Piece[],
  costs: ArrayLike<number>,
  first: number,
  rest: number,
): { ends: number[]; cost: number } {
  const count = pieces.length;
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(count + 1);
  best[0] = 0;
  for (let end = 1; end <= count; end++) {
    const cost = end === count ? 0 : (costs[end - 1] ?? 0);
    if (cost === FORBIDDEN) continue;
    let width = 0;
    for (let start = end - 1; start >= 0; start--) {
      const piece = pieces[start] as Piece;
      width += piece.width + (start === end - 1 ? 0 : piece.glue);
      const room = start === 0 ? first : rest;
      if (width > rest && width > first) break;
      if (width > room && !(start === end - 1)) continue;
      if (best[start] === Number.POSITIVE_INFINITY) continue;
      const empty = Math.max(0, room - width - 1);
      const shape = end === count ? lastLineCost(pieces, start, end, width) : empty * empty;
      const overflow = width > room ? 1e7 : 0;
      const total = (best[start] ?? 0) + shape + cost + LINE + overflow;
      if (total < (best[end] ?? 0)) {
        best[end] = total;
        from[end] = start;
      }
    }
  }
  const ends: number[] = [];
  for (let end = count; end > 0; end = from[end] ?? 0) ends.unshift(end);
  return { ends, cost: best[count] ?? 0 };
}

/**
 * Breaks pieces into lines of at most `first` columns for the first and `rest` for the others. Infinity breaks only
 * where a hard break asks for it.
 */
export function breakLines(all: readonly Piece[], first: number, rest: number): Broken {
  const pieces: Piece[] = [];
  const lines: [number, number][] = [];
  let cost = 0;
  for (let from = 0; from < all.length; ) {
    let to = from + 1;
    while (to < all.length && !all[to - 1]?.forced) to++;
    const room = from === 0 ? first : rest;
    const stretch = all.slice(from, to);
    const offset = pieces.length;
    if (widthOf(all, from, to) <= room) {
      pieces.push(...stretch);
      lines.push([offset, pieces.length]);
    } else {
      const loose = loosen(stretch, costsOf(stretch), Math.min(room, rest));
      pieces.push(...loose.pieces);
      let start = 0;
      const chosen = chooseBreaks(loose.pieces, loose.costs, room, rest);
      cost += chosen.cost;
      for (const end of chosen.ends) {
        lines.push([offset + start, offset + end]);
        start = end;
      }
    }
    from = to;
  }
  return { pieces, lines, cost };
}

/** Width of the widest stretch that may not be broken: the least column that needs no emergency. */
export function leastWidth(pieces: readonly Piece[]): number {
  let least = 0;
  let from = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] as Piece;
    const next = pieces[i + 1];
    if (next && !piece.forced && breakCost(piece, next) === FORBIDDEN) continue;
    least = Math.max(least, widthOf(pieces, from, i + 1));
    from = i + 1;
  }
  return least;
}
