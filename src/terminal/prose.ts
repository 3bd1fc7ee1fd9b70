import type { Inline } from './blocks.ts';
import { type Frame, framed, HANGING, roomOf, textRoomOf } from './frame.ts';
import { breakLines, leastWidth, textOf, widthOf } from './paragraph.ts';
import { type Piece, piecesOf, runsOf } from './pieces.ts';
import type { Line, Run, Style } from './style.ts';
import { displayWidth } from './width.ts';

/** What stands before the first line of a paragraph, such as the number of a list item. */
export interface Lead {
  readonly runs: readonly Run[];
  /** Columns it takes at most. */
  readonly width: number;
  /** Columns it takes on this terminal, by which later lines are indented; `width` where it is not said. */
  readonly hang?: number;
}

const NO_LEAD: Lead = { runs: [], width: 0 };

/** Numbers written by hand, as in `1、`, `（2）`, `③`, `一、`, and signs that stand for bullets. */
const NUMBERED =
  /^(?:\d{1,3}(?:[、．]|[.)）](?=\s|[^\d\s]))|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳⑴-⒇]|[一二三四五六七八九十]{1,3}、|[·•▪◦●■◆★✗✓✘→-])[ \t]*/;

/** Columns by which the later lines of a paragraph hang when it begins with a number of its own; 0 when it does not. */
export function hangOf(inlines: readonly Inline[]): number {
  const first = inlines[0];
  if (first?.type !== 'text') return 0;
  const match = NUMBERED.exec(first.text);
  return match ? displayWidth(match[0], 2) : 0;
}

/** Sets inlines as a paragraph; later lines are indented by `hang` columns. */
export function setProse(
  frame: Frame,
  inlines: readonly Inline[],
  style: Style = 0,
  lead: Lead = NO_LEAD,
  hang = lead.hang ?? lead.width,
): Line[] {
  return setPieces(frame, piecesOf(inlines, style, frame.references), lead, hang);
}

function setPieces(frame: Frame, pieces: readonly Piece[], lead: Lead, hang: number): Line[] {
  const whole = lead.width + widthOf(pieces);
  if (whole <= textRoomOf(frame) && !pieces.some((piece) => piece.forced)) {
    return [framed(frame, [...lead.runs, ...runsOf(pieces, 0, pieces.length)])];
  }
  return setLong(frame, pieces, lead, hang);
}

/** What it costs to leave the first line to the number or bullet alone: less than splitting what would fit below. */
const ALONE = 60;

/**
 * A word that is too long for the line is given first the margin at the right, then the indent at the left, rather
 * than split: a long flag or address stays whole as long as the terminal has room for it.
 */
function setLong(frame: Frame, pieces: readonly Piece[], lead: Lead, hang: number): Line[] {
  const text = textOf(pieces);
  const hard = roomOf(frame);
  const fitting = leastWidth(text, hard + frame.pad);
  const rest = Math.max(Math.min(textRoomOf(frame), hard) - hang, fitting);
  const margin = Math.min(frame.pad + hang, hard + frame.pad - rest);
  // Without a marker the first line may move out as far as the others, for the sake of its longest word.
  const out = lead.width === 0 ? Math.max(0, frame.pad - Math.max(0, margin - hang)) : 0;
  const beside = Math.max(
    2,
    Math.min(textRoomOf(frame), hard) - lead.width + out,
    lead.width === 0 ? fitting : 0,
  );
  const over = (first: number, pad: number): number =>
    Math.min(HANGING, hard + frame.pad - Math.max(first + pad, rest + margin));
  const first = breakLines(text, { first: beside, rest, over: over(beside + lead.width, frame.pad - out) });
  const below =
    lead.width > 0 && fitting > beside
      ? breakLines(text, { first: rest, rest, over: over(0, 0) })
      : undefined;
  const alone = below !== undefined && below.cost + ALONE < first.cost;
  const chosen = alone ? below : first;
  const set = chosen.lines.map(([from, to], index) => {
    const runs = runsOf(chosen.pieces, from, to);
    if (index > 0 || alone) return framed(frame, runs, margin);
    return framed(frame, [...lead.runs, ...runs], frame.pad - out);
  });
  return alone ? [framed(frame, lead.runs), ...set] : set;
}
