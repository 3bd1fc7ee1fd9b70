import { breakCost, COSTS, FORBIDDEN, needyCost } from './breaking.ts';
import { hangs } from './kinsoku.ts';
import type { Piece } from './pieces.ts';
import { shatter } from './shatter.ts';
import { insideWord } from './words.ts';

/** Pieces with what a break after each of them costs. */
export interface Text {
  readonly pieces: readonly Piece[];
  readonly costs: ArrayLike<number>;
}

/** A paragraph cut into lines: `pieces` (long ones may have been split) and where each line begins and ends. */
export interface Broken {
  readonly pieces: readonly Piece[];
  readonly lines: readonly (readonly [from: number, to: number])[];
  /** What the breaks cost together. */
  readonly cost: number;
}

/** Room for lines: columns of the first, of the others, and by how many a mark at the end may hang over. */
export interface Room {
  readonly first: number;
  readonly rest: number;
  readonly over: number;
}

/** A last line of one character. */
const WIDOW = 900;
/** A last line that is hardly longer than that. */
const SHORT_LAST = 60;
const SHORT = 7;
const LINE = 8;
/** A word that would fit is split when the marks that must stay with it do not: better only than breaking kinsoku. */
const SPLIT_SMALL = 200_000;
const OVERFULL = 1e10;

/** Columns of the pieces from `from` up to `to`, the spaces between them included. */
export function widthOf(pieces: readonly Piece[], from = 0, to = pieces.length): number {
  let width = 0;
  for (let i = from; i < to; i++) {
    const piece = pieces[i] as Piece;
    width += i + 1 < to ? piece.width + piece.glue : piece.width;
  }
  return width;
}

/** Says where pieces may be broken and at what cost. */
export function textOf(pieces: readonly Piece[]): Text {
  const costs = new Float64Array(pieces.length);
  for (let i = 0; i + 1 < pieces.length; i++)
    costs[i] = breakCost(pieces[i] as Piece, pieces[i + 1] as Piece);
  keepWords(pieces, costs);
  return { pieces, costs };
}

/** Adds the cost of a break inside a Chinese word. */
function keepWords(pieces: readonly Piece[], costs: Float64Array): void {
  for (let from = 0; from < pieces.length; from++) {
    if (pieces[from]?.kind !== 'han') continue;
    let to = from;
    let text = '';
    do text += pieces[to++]?.text;
    while (pieces[to]?.kind === 'han' && pieces[to - 1]?.glue === 0);
    if (to - from > 1) {
      const inside = insideWord(text);
      for (let at = from; at + 1 < to; at++)
        if (inside[at - from]) costs[at] = Math.max(COSTS.word, costs[at] ?? 0);
    }
    from = to - 1;
  }
}

/**
 * Width of the widest stretch that may not be broken: the least column that needs no emergency. Stretches wider than
 * `limit`, which must be split anyway, do not count.
 */
export function leastWidth({ pieces, costs }: Text, limit = Number.POSITIVE_INFINITY): number {
  let least = 0;
  for (let from = 0; from < pieces.length; ) {
    const to = stretchEnd(pieces, costs, from);
    const width = widthOf(pieces, from, to);
    if (width <= limit) least = Math.max(least, width);
    from = to;
  }
  return least;
}

function stretchEnd(pieces: readonly Piece[], costs: ArrayLike<number>, from: number): number {
  let to = from + 1;
  while (to < pieces.length && costs[to - 1] === FORBIDDEN && !pieces[to - 1]?.forced) to++;
  return to;
}

/**
 * Breaks what would not fit on a line even alone: splits the pieces of such a stretch and lets go of every rule but
 * kinsoku inside it. Returns the pieces with the costs that now hold.
 */
function loosened(text: Text, { first, rest }: Room): Text {
  const room = Math.min(first, rest);
  if (leastWidth(text) <= room) return text;
  const { pieces, costs } = text;
  const loose: Piece[] = [];
  const paid: number[] = [];
  for (let from = 0; from < pieces.length; ) {
    const to = stretchEnd(pieces, costs, from);
    const fits = widthOf(pieces, from, to) <= room;
    for (let i = from; i < to; i++) {
      const piece = pieces[i] as Piece;
      const small = piece.width <= rest;
      for (const shard of fits ? [{ piece, cost: 0 }] : shatter(piece, small ? 0 : room)) {
        loose.push(shard.piece);
        paid.push(shard.cost + (small ? SPLIT_SMALL : 0));
      }
      const next = pieces[i + 1];
      paid[paid.length - 1] = fits || i + 1 === to || !next ? (costs[i] ?? 0) : needyCost(piece, next);
    }
    from = to;
  }
  return { pieces: loose, costs: paid };
}

/** What a last line that begins with piece `from` costs by being short; a paragraph of one line costs nothing. */
function lastLineCost(pieces: readonly Piece[], from: number, width: number): number {
  if (from === 0) return 0;
  let heard = 0;
  for (let i = from; i < pieces.length && heard < 2; i++) {
    const { kind } = pieces[i] as Piece;
    if (kind === 'han') heard += 1;
    else if (kind === 'latin' || kind === 'code') heard += 2;
  }
  if (heard <= 1) return WIDOW;
  return width < SHORT ? SHORT_LAST : 0;
}

/** Lines that are emptier than this are not looked at, unless it cannot be done without them or lines are short. */
const LEAST_FULL = 0.45;
const SHORT_LINES = 40;
/** What costs as much splits something. */
const EMERGENCY = 10_000;

interface Chosen {
  readonly ends: number[];
  readonly cost: number;
}

/**
 * Chooses the breaks of a stretch without hard breaks: least sum over its lines of the square of the empty columns
 * and of what each break costs (dynamic programming over all breaks, as Knuth and Plass do for justified text).
 */
function chooseBreaks(text: Text, room: Room): Chosen {
  const measure = measured(text, room.over);
  const narrow = Math.min(room.first, room.rest);
  const full = search(text, measure, room, narrow < SHORT_LINES ? 0 : LEAST_FULL * narrow);
  if (full.cost < EMERGENCY || narrow < SHORT_LINES) return full;
  const any = search(text, measure, room, 0);
  return any.cost < full.cost ? any : full;
}

function search(
  { pieces }: Text,
  { places, starts, ends, fixed }: Measured,
  { first, rest }: Room,
  least: number,
): Chosen {
  const count = places.length - 1;
  const best = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const from = new Int32Array(count + 1);
  const widest = Math.max(first, rest);
  best[0] = 0;
  let oldest = 0;
  for (let b = 1; b <= count; b++) {
    const end = ends[b] as number;
    const final = b === count;
    while (oldest < b - 1 && end - (starts[oldest] as number) > widest) oldest++;
    for (let a = oldest; a < b; a++) {
      const width = end - (starts[a] as number);
      if (width < least && !final) break;
      if (best[a] === Number.POSITIVE_INFINITY) continue;
      const empty = (a === 0 ? first : rest) - width;
      let total = (best[a] as number) + (fixed[b] as number);
      if (empty < 0) total += OVERFULL;
      else if (final) total += lastLineCost(pieces, places[a] as number, width);
      else if (empty > 1) total += (empty - 1) * (empty - 1);
      // Of equals the last: fuller lines above, a shorter one at the end.
      if (total <= (best[b] as number)) {
        best[b] = total;
        from[b] = a;
      }
    }
  }
  const chosen: number[] = [];
  for (let b = count; b > 0; b = from[b] as number) chosen.push(places[b] as number);
  return { ends: chosen.reverse(), cost: best[count] as number };
}

interface Measured {
  /** Where lines may end, as counts of pieces. */
  readonly places: readonly number[];
  /** Sum of the widths before a line that starts there. */
  readonly starts: readonly number[];
  /** Sum of the widths up to a line that ends there, without the spaces after it and what hangs over. */
  readonly ends: readonly number[];
  /** What ending a line there costs in any case. */
  readonly fixed: readonly number[];
}

function measured({ pieces, costs }: Text, over: number): Measured {
  const count = pieces.length;
  const [places, starts, ends, fixed] = [[0], [0], [0], [0]];
  let width = 0;
  for (let i = 0; i < count; i++) {
    const piece = pieces[i] as Piece;
    const end = width + piece.width;
    width = end + piece.glue;
    const cost = i + 1 === count ? 0 : (costs[i] as number);
    if (cost === FORBIDDEN) continue;
    places.push(i + 1);
    starts.push(width);
    ends.push(over > 0 && hangs(piece.text) ? end - Math.min(over, piece.width) : end);
    fixed.push(cost + LINE);
  }
  return { places, starts, ends, fixed };
}

function fits(pieces: readonly Piece[], from: number, to: number, room: number, over: number): boolean {
  const hung = over > 0 && hangs(pieces[to - 1]?.text ?? '') ? over : 0;
  return widthOf(pieces, from, to) <= room + hung;
}

function part({ pieces, costs }: Text, from: number, to: number): Text {
  if (from === 0 && to === pieces.length) return { pieces, costs };
  return { pieces: pieces.slice(from, to), costs: Array.prototype.slice.call(costs, from, to) as number[] };
}

/** Breaks a text into lines. Room without end breaks only where a hard break asks for it. */
export function breakLines(text: Text, space: Room): Broken {
  const pieces: Piece[] = [];
  const lines: [number, number][] = [];
  let cost = 0;
  for (let from = 0; from < text.pieces.length; ) {
    let to = from + 1;
    while (to < text.pieces.length && !text.pieces[to - 1]?.forced) to++;
    const first = from === 0 ? space.first : space.rest;
    const offset = pieces.length;
    if (fits(text.pieces, from, to, first, space.over)) {
      for (let i = from; i < to; i++) pieces.push(text.pieces[i] as Piece);
      lines.push([offset, pieces.length]);
    } else {
      const loose = loosened(part(text, from, to), { ...space, first });
      const chosen = chooseBreaks(loose, { ...space, first });
      for (const piece of loose.pieces) pieces.push(piece);
      for (const [index, end] of chosen.ends.entries())
        lines.push([offset + (chosen.ends[index - 1] ?? 0), offset + end]);
      cost += chosen.cost;
    }
    from = to;
  }
  return { pieces, lines, cost };
}
