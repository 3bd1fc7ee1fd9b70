import { neverBegins, neverEnds } from './kinsoku.ts';
import type { Piece } from './pieces.ts';
import { clusters, displayWidth } from './width.ts';

/** A part of a piece that is wider than the line, and what a break after it costs. */
export interface Shard {
  readonly piece: Piece;
  readonly cost: number;
}

// Any split costs more than the emptiest line (the square of its columns), however wide the text is set.
const AFTER_SPACE = 10_000;
const AFTER_JOINT = 11_000;
/** Twice over, so that an address rather takes another line. */
const AFTER_HYPHEN = 23_000;
const ANYWHERE = 50_000;
const KINSOKU = 10_000_000;

/** Marks after which a path, an address or an expression may be broken at need. */
const JOINT = /[/\\,;:&?=|(){}[\]]$/;
/** Marks inside of names. */
const HYPHEN = /[._@+~-]$/;

/** Inside of code the rules for punctuation hold for the full-width marks only. */
const isFull = (cluster: string): boolean => cluster > '\u00ff';

function costAfter(before: string, cluster: string, next: string): number {
  if (isFull(next) && neverBegins(next)) return KINSOKU;
  if (isFull(cluster) && neverEnds(cluster)) return KINSOKU;
  // Between two scripts, as after the word in `kubectl한국어`.
  if (/[A-Za-z0-9]/.test(cluster) && isFull(next)) return AFTER_JOINT;
  if (isFull(cluster) && /^[A-Za-z0-9-]/.test(next)) return AFTER_JOINT;
  if (JOINT.test(cluster) || /^[([{<]/.test(next)) return AFTER_JOINT;
  return HYPHEN.test(cluster) && /^[A-Za-z0-9]/.test(next) && /[A-Za-z0-9]$/.test(before)
    ? AFTER_HYPHEN
    : ANYWHERE;
}

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
    const parts = clusters(previous ? word.slice(lead) : word);
    for (const [index, cluster] of parts.entries())
      add(cluster, 0, costAfter(parts[index - 1] ?? '', cluster, parts[index + 1] ?? ''));
  }
  const end = shards.at(-1);
  if (end) {
    end.piece.glue = piece.glue;
    end.piece.forced = piece.forced;
  }
  return shards;
}
