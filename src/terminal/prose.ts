import { type Run, type Style, within } from './style.ts';

/**
 * Running text ready to be broken into lines: what does not depend on the width of the terminal is known of it. Plain
 * JSON, so that a compiled deck keeps it, and setting an answer needs neither a parser nor tables of words and marks.
 */
export interface Prose {
  /** The whole text with its spaces, without hard breaks. */
  readonly text: string;
  /** Columns of all of it on one line, characters of ambiguous width counted as two. */
  readonly width: number;
  /** Columns of the widest stretch that may not be broken. */
  readonly least: number;
  /** Two numbers a unit: see `packUnit` and `packExtent`. */
  readonly units: readonly number[];
  /** Two numbers a stretch of one style: its length, and its style as `packStyle` gives it. Empty: all is plain. */
  readonly spans: readonly number[];
  /** Targets of links, numbered from 1 in the styles. */
  readonly hrefs?: readonly string[];
  /** What only the terminal and its language decide, in the order of the text. */
  readonly slots?: readonly Slot[];
  /** Whether a hard break is in it. */
  readonly forced?: true;
  /** Where the first unit begins: code keeps its indent before that. */
  readonly indent?: number;
  /** Where characters of ambiguous width stand in the text, which may take a column less; only cells of tables know. */
  readonly doubts?: readonly number[];
}

/** Where a word of the layout goes: it becomes part of a unit and a span that wait for it, both empty. */
export interface Slot {
  readonly unit: number;
  readonly span: number;
  /** Place in the text. */
  readonly at: number;
  readonly filling: Filling;
}

export type Filling =
  /** The number under which a link is listed, where the terminal cannot open it. */
  | Reference
  /** The mark of a footnote. */
  | { readonly type: 'note'; readonly label: string }
  /** Says that what follows stands for an image. */
  | { readonly type: 'image' };

/** A link that may have to be listed below the text. */
export interface Reference {
  readonly type: 'reference';
  readonly href: string;
  readonly title: string;
  /** What the list says: the address, and the title of the link after it. */
  readonly target: Prose;
}

/** What fills the slots. */
export interface Fillings {
  /** The number under which a link is listed below the text, or undefined when it is not listed. */
  reference(link: Reference): number | undefined;
  readonly imageLabel: string;
  readonly noteLabel: string;
}

/** What a unit is: a Chinese word, a full-width mark, a sign of ambiguous width, a Latin word, a span of code. */
export const HAN = 0;
export const WIDE = 1;
export const SIGN = 2;
export const LATIN = 3;
export const CODE = 4;

/** No line may end after the unit; a line must end there. Lower numbers are places in `BREAK_COSTS`. */
export const NO_BREAK = 6;
export const HARD_BREAK = 7;

/** What a break costs by its number, in the unit of paragraph.ts: the square of the columns left empty. */
export const BREAK_COSTS: readonly number[] = [0, 4, 6, 12, 120, 160];

/** The largest number of spaces after a unit. */
export const MOST_GLUE = 63;

/**
 * The first of the two numbers of a unit, which is what line breaking moves: its columns, its kind, what a break after
 * it costs (a place in `BREAK_COSTS`, `NO_BREAK` or `HARD_BREAK`), and whether it may hang over the edge of the text.
 */
export function packUnit(width: number, kind: number, after: number, hangs: boolean): number {
  return (width << 7) | (kind << 4) | (hangs ? 8 : 0) | after;
}

/** The second: the length of its text in UTF-16 units, and the spaces after it, which vanish at the end of a line. */
export function packExtent(length: number, glue: number): number {
  return (length << 6) | glue;
}

/** The bits of `after`. */
export const AFTER = 7;

export const afterOf = (first: number): number => first & AFTER;
export const hangsOf = (first: number): boolean => (first & 8) !== 0;
export const kindOf = (first: number): number => (first >> 4) & 7;
export const widthOf = (first: number): number => first >> 7;
export const lengthOf = (second: number): number => second >> 6;
export const glueOf = (second: number): number => second & MOST_GLUE;

/** The style of a stretch that the style around it does not change: spaces between styles, words of the layout. */
export const OWN = 1 << 15;
const STYLE = OWN - 1;
const HREF_SHIFT = 16;

/** A style and the number of a link's target (0: none) as one integer. */
export function packStyle(style: Style, href: number): number {
  return style | (href << HREF_SHIFT);
}

/** A stretch of prose as runs, in a style that holds around it. */
export function runsOf({ text, spans, hrefs }: Prose, from: number, to: number, outer: Style): Run[] {
  if (from >= to) return [];
  if (spans.length === 0) return [{ text: text.slice(from, to), style: outer }];
  const runs: Run[] = [];
  let end = 0;
  for (let i = 0; end < to && i < spans.length; i += 2) {
    const start = end;
    end += spans[i] as number;
    if (end <= from) continue;
    const packed = spans[i + 1] as number;
    const style = packed & STYLE;
    const part = text.slice(Math.max(start, from), Math.min(end, to));
    const href = packed >= 1 << HREF_SHIFT ? hrefs?.[(packed >> HREF_SHIFT) - 1] : undefined;
    runs.push({ text: part, style: packed & OWN ? style : within(style, outer), href });
  }
  return runs;
}
