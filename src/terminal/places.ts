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
export class Places {
  /** Columns before a line that begins there. */
  readonly starts = [0];
  /** Columns up to a line that ends there, without the spaces after it and what hangs over. */
  readonly ends = [0];
  /** What a break costs there. */
  readonly costs = [0];
  /** How much is heard up to there: a Han character counts one, a word two. */
  readonly heard = [0];
  /** Where in the text a line that ends there ends, and where the next begins. */
  readonly texts: number[];
  readonly nexts: number[];
  #column = 0;
  #end = 0;
  #heard = 0;
  #next: number;
  #text: number;

  /** `at` is where in the text the first line begins. */
  constructor(at: number) {
    this.texts = [at];
    this.nexts = [at];
    this.#text = at;
    this.#next = at;
  }

  /** Goes on by a unit. */
  pass(width: number, length: number, glue: number, kind: number): void {
    this.#end = this.#column + width;
    this.#column = this.#end + glue;
    this.#text = this.#next + length;
    this.#next = this.#text + glue;
    if (kind === HAN) this.#heard += width >> 1;
    else if (kind >= LATIN && width > 0) this.#heard += 2;
  }

  /** A line may end after what was passed; `over` columns of it may hang over the edge. */
  add(cost: number, over: number): void {
    this.starts.push(this.#column);
    this.ends.push(this.#end - over);
    this.costs.push(cost);
    this.heard.push(this.#heard);
    this.texts.push(this.#text);
    this.nexts.push(this.#next);
  }
}

/** The places of a text of units that begins at `at`; `over` columns of a mark may hang over the edge. */
export function placesOf(units: readonly number[], at: number, over: number): Places {
  const places = new Places(at);
  const last = units.length - 2;
  for (let i = 0; i <= last; i += 2) {
    const first = units[i] as number;
    const second = units[i + 1] as number;
    const width = widthOf(first);
    places.pass(width, lengthOf(second), glueOf(second), kindOf(first));
    const after = afterOf(first);
    if (after === NO_BREAK && i < last) continue;
    const cost = i === last || after === HARD_BREAK ? 0 : (BREAK_COSTS[after] as number);
    places.add(cost, hangsOf(first) ? Math.min(over, width) : 0);
  }
  return places;
}
