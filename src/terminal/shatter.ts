import type { Piece } from './pieces.ts';
import { clusters, displayWidth } from './width.ts';

/** A part of a piece that is wider than the line, and what a break after it costs. */
export interface Shard {
  readonly piece: Piece;
  readonly cost: number;
}

const AFTER_SPACE = 100;
const AFTER_MARK = 400;
const ANYWHERE = 1_500;

/** Marks after which a path, an address or a flag may be broken at need. */
const JOINT = /[/\\,;:&?=|._@+~-]$/;

/** Splits a piece wherever it may be broken at need: best at spaces, else after marks, else between characters. */
export function shatter(piece: Piece): Shard[] {
  const shards: Shard[] = [];
  const add = (text: string, glue: number, cost: number): void => {
    shards.push({ piece: { ...piece, text, width: displayWidth(text, 2), glue, forced: false }, cost });
  };
  for (const word of piece.text.split(/(?<=\S)(?= )/)) {
    const lead = /^ */.exec(word)?.[0].length ?? 0;
    const previous = shards.at(-1);
    if (previous) {
      previous.piece.glue = lead;
      shards[shards.length - 1] = { piece: previous.piece, cost: AFTER_SPACE };
    }
    for (const cluster of clusters(previous ? word.slice(lead) : word))
      add(cluster, 0, JOINT.test(cluster) ? AFTER_MARK : ANYWHERE);
  }
  const end = shards.at(-1);
  if (end) {
    end.piece.glue = piece.glue;
    end.piece.forced = piece.forced;
  }
  return shards;
}
