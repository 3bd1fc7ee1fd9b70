import {
  afterOf,
  BREAK_COSTS,
  glueOf,
  HAN,
  HARD_BREAK,
  hangsOf,
  kindOf,
  LATIN,
  lengthOf,
  NO_BREAK,
  widthOf,
} from './prose.ts';

/** Where lines may end; the first place is the beginning of the text. */
export interface Places {
  /** Columns before a line that begins there. */
  readonly starts: number[];
  /** Columns up to a line that ends there, without the spaces after it and what hangs over. */
  readonly ends: number[];
  /** What a break costs there. */
  readonly costs: number[];
  /** How much is heard up to there: a Han character counts one, a word two. */
  readonly heard: number[];
  /** Where in the text a line that ends there ends, and where the next begins. */
  readonly texts: number[];
  readonly nexts: number[];
}

/** Finds places on its way through a text, whose first line begins at `at`. */
export class PlaceFinder {
  readonly places: Places;
  private column = 0;
  private end = 0;
  private sounds = 0;
  private next: number;
  private text: number;

  // Not with `#`: an interpreter takes several times as long for those, and answers are set by one.
  constructor(at: number) {
    this.places = { starts: [0], ends: [0], costs: [0], heard: [0], texts: [at], nexts: [at] };
    this.text = at;
    this.next = at;
  }

  /** Goes on by a unit. */
  pass(width: number, length: number, glue: number, kind: number): void {
    this.end = this.column + width;
    this.column = this.end + glue;
    this.text = this.next + length;
    this.next = this.text + glue;
    if (kind === HAN) this.sounds += width >> 1;
    else if (kind >= LATIN && width > 0) this.sounds += 2;
  }

  /** A line may end after what was passed; `over` columns of it may hang over the edge. */
  add(cost: number, over: number): void {
    const { starts, ends, costs, heard, texts, nexts } = this.places;
    starts.push(this.column);
    ends.push(this.end - over);
    costs.push(cost);
    heard.push(this.sounds);
    texts.push(this.text);
    nexts.push(this.next);
  }
}

/** The places of a text of units that begins at `at`; `over` columns of a mark may hang over the edge. */
export function placesOf(units: readonly number[], at: number, over: number): Places {
  const finder = new PlaceFinder(at);
  const last = units.length - 2;
  for (let i = 0; i <= last; i += 2) {
    const first = units[i] as number;
    const second = units[i + 1] as number;
    const width = widthOf(first);
    finder.pass(width, lengthOf(second), glueOf(second), kindOf(first));
    const after = afterOf(first);
    if (after === NO_BREAK && i < last) continue;
    const cost = i === last || after === HARD_BREAK ? 0 : (BREAK_COSTS[after] as number);
    finder.add(cost, hangsOf(first) ? Math.min(over, width) : 0);
  }
  return finder.places;
}
