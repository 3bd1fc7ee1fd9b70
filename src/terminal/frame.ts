import { type Glyphs, glyphsFor } from './glyphs.ts';
import { type Labels, labelsFor } from './labels.ts';
import type { Look } from './look.ts';
import { clickable } from './paint.ts';
import type { Fillings, Prose, Reference } from './prose.ts';
import { type Line, type Run, run } from './style.ts';

/** Links that the terminal cannot open, to be listed under numbers below the text. */
export class References implements Fillings {
  readonly imageLabel: string;
  readonly noteLabel: string;
  readonly #look: Look;
  readonly #numbers = new Map<string, number>();
  /** The targets, in the order of their numbers. */
  readonly targets: Prose[] = [];

  constructor(look: Look, labels: Labels) {
    this.#look = look;
    this.imageLabel = labels.image;
    this.noteLabel = labels.note;
  }

  reference({ href, title, target }: Reference): number | undefined {
    if (title === '' && this.#look.hyperlinks && clickable(href)) return undefined;
    const known = this.#numbers.get(target.text);
    if (known !== undefined) return known;
    const number = this.targets.push(target);
    this.#numbers.set(target.text, number);
    return number;
  }
}

/** Where blocks are set: what stands at the left of each line, and how much room there is. */
export interface Frame {
  readonly look: Look;
  readonly glyphs: Glyphs;
  readonly labels: Labels;
  readonly references: References;
  /** Width of the terminal; Infinity does not wrap. */
  readonly columns: number;
  /** Running text keeps to this width, which is easier to read than the whole of a wide terminal. */
  readonly measure: number;
  /** Bars of the quotes around, and the spaces after each. */
  readonly bars: readonly Run[];
  readonly barWidth: number;
  /** Spaces after the bars. */
  readonly pad: number;
  /** Lists around. */
  readonly depth: number;
}

/** 48 Han characters: the upper end of what books set on a line. */
const WIDEST_MEASURE = 96;
/** From this width on the last columns are kept free, so that a comma or a stop may hang over the edge of the text. */
const MARGIN_FROM = 60;
/** Columns of a full-width mark that hangs. */
export const HANGING = 2;

function measureOf(columns: number): number {
  if (columns === Number.POSITIVE_INFINITY || columns < MARGIN_FROM) return columns;
  return Math.min(columns - HANGING, WIDEST_MEASURE);
}

/** The frame of a whole document. */
export function frameFor(look: Look): Frame {
  const labels = labelsFor(look.lang);
  return {
    look,
    glyphs: glyphsFor(look),
    labels,
    references: new References(look, labels),
    columns: look.columns,
    measure: measureOf(look.columns),
    bars: [],
    barWidth: 0,
    pad: 0,
    depth: 0,
  };
}

/** Narrower than this no indent is kept. */
const LEAST_ROOM = 14;

/** Columns that are left of the terminal. */
export function roomOf({ columns, barWidth, pad }: Frame): number {
  return columns - barWidth - pad;
}

/** Columns that are left for running text. */
export function textRoomOf({ columns, measure, barWidth, pad }: Frame): number {
  return Math.min(columns, measure) - barWidth - pad;
}

/** A frame further in by so many columns, or by fewer where little room is left. */
export function indented(frame: Frame, by: number): Frame {
  return { ...frame, pad: frame.pad + Math.max(0, Math.min(by, roomOf(frame) - LEAST_ROOM)) };
}

/** A frame behind one more bar. */
export function barred(frame: Frame, bar: Run): Frame {
  if (roomOf(frame) - 2 < LEAST_ROOM) return frame;
  return {
    ...frame,
    bars: [...frame.bars, run(' '.repeat(frame.pad)), bar, run(' ')],
    barWidth: frame.barWidth + frame.pad + 2,
    pad: 0,
  };
}

/** A line in its frame; `pad` is how many spaces stand before it. */
export function framed(frame: Frame, line: Line, pad: number = frame.pad): Line {
  if (frame.bars.length === 0 && pad === 0) return line;
  return [...frame.bars, run(' '.repeat(pad)), ...line];
}
