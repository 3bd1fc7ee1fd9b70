import { neverBegins, neverEnds } from './kinsoku.ts';
import { clusters, displayWidth } from './width.ts';

/** What can be taken apart. */
export type Whole = Pick<Shard, 'text' | 'glue'>;

/** A part of a unit that is wider than the line, and what a break after it costs. */
export interface Shard {
  readonly text: string;
  readonly width: number;
  /** Spaces after it. */
  readonly glue: number;
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
const JOINTS = '/\\,;:&?=|(){}[]';
/** Marks inside of names. */
const HYPHENS = '._@+~-';
const OPENING = '([{<';

// By codes, not by regular expressions: to compile these would cost more than what they are to split.

/** Inside of code the rules for punctuation hold for the full-width marks only. */
const isFull = (cluster: string): boolean => cluster > '\u00ff';

function isAlphanumeric(character: string | undefined): boolean {
  const code = (character ?? '').charCodeAt(0);
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

const endsIn = (marks: string, cluster: string): boolean =>
  cluster !== '' && marks.includes(cluster.at(-1) ?? '');

function costAfter(before: string, cluster: string, next: string): number {
  if (isFull(next) && neverBegins(next)) return KINSOKU;
  if (isFull(cluster) && neverEnds(cluster)) return KINSOKU;
  // Between two scripts, as after the word in `kubectl한국어`.
  if (isAlphanumeric(cluster[0]) && isFull(next)) return AFTER_JOINT;
  if (isFull(cluster) && (isAlphanumeric(next[0]) || next[0] === '-')) return AFTER_JOINT;
  if (endsIn(JOINTS, cluster) || (next !== '' && OPENING.includes(next[0] ?? ''))) return AFTER_JOINT;
  return endsIn(HYPHENS, cluster) && isAlphanumeric(next[0]) && isAlphanumeric(before.at(-1))
    ? AFTER_HYPHEN
    : ANYWHERE;
}

/** Words, each with the spaces before it. */
function wordsOf(text: string): string[] {
  const words: string[] = [];
  let from = 0;
  for (let at = text.indexOf(' ', 1); at > 0; at = text.indexOf(' ', at + 1)) {
    if (text[at - 1] === ' ') continue;
    words.push(text.slice(from, at));
    from = at;
  }
  words.push(text.slice(from));
  return words;
}

/**
 * Splits a unit wherever it may be broken at need: best at spaces, else after marks. What lies between two such
 * places is split between its characters only where it is wider than `room`.
 */
export function shatter(unit: Whole, room: number): Shard[] {
  const words = wordsOf(unit.text);
  const shards: Shard[] = [];
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    const spaces = next === undefined ? unit.glue : next.length - next.trimStart().length;
    const parts = segmentsOf(index === 0 ? word : word.trimStart(), room);
    for (const [at, { text, cost }] of parts.entries()) {
      const last = at === parts.length - 1;
      const width = displayWidth(text, 2);
      shards.push({ text, width, glue: last ? spaces : 0, cost: last ? AFTER_SPACE : cost });
    }
  }
  return shards;
}

/** Columns that the marks which must stay with a segment may take: `）”，`. */
const MARKS = 6;

interface Segment {
  readonly text: string;
  readonly cost: number;
}

/** A word without spaces, cut after its marks and, where that is not enough, between its characters. */
function segmentsOf(word: string, room: number): Segment[] {
  const parts = clusters(word);
  const segments: Segment[] = [];
  let open: Segment[] = [];
  for (const [index, cluster] of parts.entries()) {
    const cost = costAfter(parts[index - 1] ?? '', cluster, parts[index + 1] ?? '');
    open.push({ text: cluster, cost });
    if (cost >= ANYWHERE && index + 1 < parts.length) continue;
    const text = open.map((segment) => segment.text).join('');
    segments.push(...(displayWidth(text, 2) <= room - MARKS ? [{ text, cost }] : open));
    open = [];
  }
  return segments;
}
