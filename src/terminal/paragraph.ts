import { loosePlaces } from './loosen.ts';
import { type Places, placesOf } from './places.ts';
import { afterOf, BREAK_COSTS, glueOf, HARD_BREAK, lengthOf, type Prose } from './prose.ts';
import { splitWords } from './split-words.ts';

/** A paragraph cut into lines. */
export interface Broken {
  /** Where in the text each line begins and ends, and its columns without what hangs over the edge. */
  readonly lines: readonly (readonly [from: number, to: number, width: number])[];
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
const OVERFULL = 1e10;
/** Inside a Chinese word. */
const IN_WORD = BREAK_COSTS[5] as number;

/** Lines that are emptier than this are not looked at, unless it cannot be done without them or lines are short. */
const LEAST_FULL = 0.45;
const SHORT_LINES = 40;
/** What costs as much splits something. */
const EMERGENCY = 10_000;

interface Chosen {
  /** The places where lines end. */
  readonly ends: readonly number[];
  readonly cost: number;
}

/** What a last line that begins at a place costs by being short; a paragraph of one line costs nothing. */
function lastLineCost({ heard }: Places, from: number, width: number): number {
  if (from === 0) return 0;
  if ((heard.at(-1) as number) - (heard[from] as number) <= 1) return WIDOW;
  return width < SHORT ? SHORT_LAST : 0;
}

/**
 * Chooses the breaks of a stretch without hard breaks: least sum over its lines of the square of the empty columns
 * and of what each break costs (dynamic programming over all breaks, as Knuth and Plass do for justified text).
 */
function chooseBreaks(places: Places, room: Room): Chosen {
  const narrow = Math.min(room.first, room.rest);
  const full = search(places, room, narrow < SHORT_LINES ? 0 : LEAST_FULL * narrow);
  if (full.cost < EMERGENCY || narrow < SHORT_LINES) return full;
  const any = search(places, room, 0);
  return any.cost < full.cost ? any : full;
}

function search(places: Places, { first, rest }: Room, least: number): Chosen {
  const { starts, ends, costs } = places;
  const last = starts.length - 1;
  const widest = Math.max(first, rest);
  const best = [0];
  const from = [0];
  let oldest = 0;
  for (let b = 1; b <= last; b++) {
    const end = ends[b] as number;
    const fixed = (costs[b] as number) + LINE;
    const final = b === last;
    let lowest = Number.POSITIVE_INFINITY;
    let chosen = 0;
    while (oldest < b - 1 && end - (starts[oldest] as number) > widest) oldest++;
    for (let a = oldest; a < b; a++) {
      const width = end - (starts[a] as number);
      if (width < least && !final) break;
      let total = (best[a] as number) + fixed;
      if (total > lowest) continue;
      const empty = (a === 0 ? first : rest) - width;
      if (empty < 0) total += OVERFULL;
      else if (final) total += lastLineCost(places, a, width);
      else if (empty > 1) total += (empty - 1) * (empty - 1);
      // Of equals the last: fuller lines above, a shorter one at the end.
      if (total <= lowest && total < Number.POSITIVE_INFINITY) {
        lowest = total;
        chosen = a;
      }
    }
    best.push(lowest);
    from.push(chosen);
  }
  const chosen: number[] = [];
  for (let b = last; b > 0; b = from[b] as number) chosen.push(b);
  return { ends: chosen.reverse(), cost: best[last] as number };
}

/** A segment between hard breaks. */
interface Segment {
  readonly units: readonly number[];
  /** Where its text begins. */
  readonly at: number;
}

/** A segment's lines: its Chinese words are kept whole, unless it is better, or cannot be done, otherwise. */
function breakSegment({ text, least }: Prose, { units, at }: Segment, space: Room): Broken {
  const places = placesOf(units, at, space.over);
  const last = places.ends.length - 1;
  if ((places.ends[last] as number) <= space.first) return linesOf(places, { ends: [last], cost: 0 });
  const loose = least > Math.min(space.first, space.rest);
  if (!loose) {
    const chosen = chooseBreaks(places, space);
    if (chosen.cost < leastInWord(places, space)) return linesOf(places, chosen);
  }
  const split = splitWords(units, text, at);
  const more = loose ? loosePlaces(split, text, at, space) : placesOf(split, at, space.over);
  return linesOf(more, chooseBreaks(more, space));
}

/** No way to set a text that breaks inside of a word costs less than this. */
function leastInWord({ starts }: Places, { first, rest, over }: Room): number {
  const lines = Math.ceil((starts.at(-1) as number) / (Math.max(first, rest) + over));
  return IN_WORD + LINE * Math.max(2, lines);
}

function linesOf({ nexts, texts, starts, ends }: Places, { ends: chosen, cost }: Chosen): Broken {
  const lines = chosen.map((place, index): [number, number, number] => {
    const previous = chosen[index - 1] ?? 0;
    return [
      nexts[previous] as number,
      texts[place] as number,
      (ends[place] as number) - (starts[previous] as number),
    ];
  });
  return { lines, cost };
}

function* segmentsOf({ units, indent = 0, forced }: Prose): Generator<Segment> {
  if (!forced) {
    yield { units, at: indent };
    return;
  }
  let at = indent;
  for (let from = 0; from < units.length; ) {
    const start = at;
    let to = from;
    do {
      const second = units[to + 1] as number;
      at += lengthOf(second) + glueOf(second);
      to += 2;
    } while (to < units.length && afterOf(units[to - 2] as number) !== HARD_BREAK);
    yield { units: units.slice(from, to), at: start };
    from = to;
  }
}

/** Breaks prose into lines. Room without end breaks only where a hard break asks for it. */
export function breakLines(prose: Prose, space: Room): Broken {
  const lines: (readonly [number, number, number])[] = [];
  let cost = 0;
  for (const segment of segmentsOf(prose)) {
    const first = lines.length === 0 ? space.first : space.rest;
    const broken = breakSegment(prose, segment, { ...space, first });
    lines.push(...broken.lines);
    cost += broken.cost;
  }
  return { lines, cost };
}
