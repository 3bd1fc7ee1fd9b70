import { type Frame, framed, HANGING, roomOf, textRoomOf } from './frame.ts';
import { leastWidth } from './least-width.ts';
import { breakLines } from './paragraph.ts';
import { type Prose, runsOf } from './prose.ts';
import { filled } from './slots.ts';
import type { Line, Run, Style } from './style.ts';

/** What stands before the first line of a paragraph, such as the number of a list item. */
export interface Lead {
  readonly runs: readonly Run[];
  /** Columns it takes at most. */
  readonly width: number;
  /** Columns it takes on this terminal, by which later lines are indented; `width` where it is not said. */
  readonly hang?: number;
}

const NO_LEAD: Lead = { runs: [], width: 0 };

/** Sets prose as a paragraph; later lines are indented by `hang` columns. */
export function setProse(
  frame: Frame,
  prose: Prose,
  style: Style = 0,
  lead: Lead = NO_LEAD,
  hang = lead.hang ?? lead.width,
): Line[] {
  const whole = filled(prose, frame.references);
  if (lead.width + whole.width <= textRoomOf(frame) && !whole.forced) {
    return [framed(frame, [...lead.runs, ...runsOf(whole, 0, whole.text.length, style)])];
  }
  return setLong(frame, whole, style, lead, hang);
}

/** What it costs to leave the first line to the number or bullet alone: less than splitting what would fit below. */
const ALONE = 60;

/**
 * A word that is too long for the line is given first the margin at the right, then the indent at the left, rather
 * than split: a long flag or address stays whole as long as the terminal has room for it.
 */
function setLong(frame: Frame, prose: Prose, style: Style, lead: Lead, hang: number): Line[] {
  if (frame.columns === Number.POSITIVE_INFINITY) return setHardBreaks(frame, prose, style, lead, hang);
  const hard = roomOf(frame);
  const widest = hard + frame.pad;
  const fitting = prose.least <= widest ? prose.least : leastWidth(prose, widest);
  const rest = Math.max(Math.min(textRoomOf(frame), hard) - hang, fitting);
  const margin = Math.min(frame.pad + hang, widest - rest);
  // Without a marker the first line may move out as far as the others, for the sake of its longest word.
  const out = lead.width === 0 ? Math.max(0, frame.pad - Math.max(0, margin - hang)) : 0;
  const beside = Math.max(
    2,
    Math.min(textRoomOf(frame), hard) - lead.width + out,
    lead.width === 0 ? fitting : 0,
  );
  const over = (first: number, pad: number): number =>
    Math.min(HANGING, widest - Math.max(first + pad, rest + margin));
  const first = breakLines(prose, { first: beside, rest, over: over(beside + lead.width, frame.pad - out) });
  const below =
    lead.width > 0 && fitting > beside
      ? breakLines(prose, { first: rest, rest, over: over(0, 0) })
      : undefined;
  const alone = below !== undefined && below.cost + ALONE < first.cost;
  const set = (alone ? below : first).lines.map(([from, to], index) => {
    const runs = runsOf(prose, from, to, style);
    if (index > 0 || alone) return framed(frame, runs, margin);
    return framed(frame, [...lead.runs, ...runs], frame.pad - out);
  });
  return alone ? [framed(frame, lead.runs), ...set] : set;
}

/** Where lines have no end they break only where the text says so. */
function setHardBreaks(frame: Frame, prose: Prose, style: Style, lead: Lead, hang: number): Line[] {
  const { lines } = breakLines(prose, { first: frame.columns, rest: frame.columns, over: 0 });
  return lines.map(([from, to], index) => {
    const runs = runsOf(prose, from, to, style);
    return index === 0 ? framed(frame, [...lead.runs, ...runs]) : framed(frame, runs, frame.pad + hang);
  });
}
