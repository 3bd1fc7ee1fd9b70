import { hangs } from './kinsoku.ts';
import { needyCost } from './kinsoku-edges.ts';
import type { Piece } from './pieces.ts';
import { PlaceFinder, type Places } from './places.ts';
import { afterOf, BREAK_COSTS, glueOf, kindOf, lengthOf, NO_BREAK, widthOf } from './prose.ts';
import { type Shard, shatter } from './shatter.ts';

/** A word that would fit is split when the marks that must stay with it do not: better only than breaking kinsoku. */
const SPLIT_SMALL = 200_000;

const KINDS = ['han', 'wide', 'sign', 'latin', 'code'] as const;

/** Columns that are free for lines. */
interface Room {
  readonly first: number;
  readonly rest: number;
  readonly over: number;
}

/** A unit with its text, to look into. */
interface Part extends Pick<Piece, 'text' | 'kind' | 'width' | 'glue'> {
  readonly number: number;
  readonly after: number;
}

function partsOf(units: readonly number[], text: string, at: number): Part[] {
  const parts: Part[] = [];
  let start = at;
  for (let i = 0; i < units.length; i += 2) {
    const first = units[i] as number;
    const second = units[i + 1] as number;
    const end = start + lengthOf(second);
    const glue = glueOf(second);
    const number = kindOf(first);
    const kind = KINDS[number] ?? 'code';
    parts.push({
      text: text.slice(start, end),
      width: widthOf(first),
      glue,
      kind,
      number,
      after: afterOf(first),
    });
    start = end + glue;
  }
  return parts;
}

function stretchEnd(parts: readonly Part[], from: number): number {
  let to = from + 1;
  while (to < parts.length && parts[to - 1]?.after === NO_BREAK) to++;
  return to;
}

/** Columns of the parts from `from` up to `to`, the spaces between them included. */
function widthBetween(parts: readonly Part[], from: number, to: number): number {
  let width = 0;
  for (let i = from; i < to; i++) {
    const part = parts[i] as Part;
    width += i + 1 < to ? part.width + part.glue : part.width;
  }
  return width;
}

/**
 * The places of a text of units that is partly too wide even for a line of its own: such stretches may be broken
 * inside their words, and let go of every rule but kinsoku.
 */
export function loosePlaces(units: readonly number[], text: string, at: number, space: Room): Places {
  const { first, rest, over } = space;
  const room = Math.min(first, rest);
  const parts = partsOf(units, text, at);
  const finder = new PlaceFinder(at);
  for (let from = 0; from < parts.length; ) {
    const to = stretchEnd(parts, from);
    const fits = widthBetween(parts, from, to) <= room;
    for (let i = from; i < to; i++) {
      const part = parts[i] as Part;
      const small = part.width <= rest;
      const shards = fits ? [whole(part)] : shatter(part, small ? 0 : room);
      const next = parts[i + 1];
      const after =
        next === undefined ? 0 : fits || i + 1 === to ? BREAK_COSTS[part.after] : needyCost(part, next);
      for (const [index, shard] of shards.entries()) {
        finder.pass(shard.width, shard.text.length, shard.glue, part.number);
        const cost = index + 1 < shards.length ? shard.cost + (small ? SPLIT_SMALL : 0) : after;
        if (cost !== undefined) finder.add(cost, hangs(shard.text) ? Math.min(over, shard.width) : 0);
      }
    }
    from = to;
  }
  return finder.places;
}

const whole = ({ text, width, glue }: Part): Shard => ({ text, width, glue, cost: 0 });
