import type { Composed } from './composed.ts';
import { type Frame, framed, roomOf } from './frame.ts';
import { leastWidth } from './least-width.ts';
import { breakLines } from './paragraph.ts';
import { type Prose, runsOf } from './prose.ts';
import { type Line, role, run } from './style.ts';

/** Widest rule above and below code. */
const RULE = 40;

/**
 * Sets code on a quiet panel: a rule with the language above, a rule below, nothing beside it, so that it can be
 * copied. A line that is too long goes on after a mark, broken between its tokens.
 */
export function setCode(frame: Frame, { info, lines }: Extract<Composed, { type: 'code' }>): Line[] {
  const { glyphs } = frame;
  const span = Math.max(1, Math.min(RULE, roomOf(frame)));
  const quiet = role('quiet');
  const rule = (text: string): Line => framed(frame, [run(text, quiet)]);
  const inside = info !== undefined && info.width + 6 <= span;
  const top = inside
    ? `${glyphs.rule.repeat(2)} ${info.text} ${glyphs.rule.repeat(span - info.width - 4)}`
    : glyphs.rule.repeat(span);
  return [
    ...(info && !inside ? setLine(frame, info) : []),
    rule(top),
    ...lines.flatMap((line) => setLine(frame, line)),
    rule(glyphs.rule.repeat(span)),
  ];
}

function setLine(frame: Frame, line: Prose): Line[] {
  const room = roomOf(frame);
  if (line.width <= room) return [framed(frame, runsOf(line, 0, line.text.length, 0))];
  return wrapLine(frame, line, room);
}

/** The indent of the line is kept on its later lines, as far as its longest token leaves room for it. */
function wrapLine(frame: Frame, line: Prose, room: number): Line[] {
  const lead = Math.max(0, Math.min(line.indent ?? 0, room >> 1, room - 2 - leastWidth(line, room - 2)));
  const { lines } = breakLines(line, { first: room - lead, rest: room - lead - 2, over: 0 });
  const mark = run(`${frame.glyphs.wrapped} `, role('quiet'));
  return lines.map(([from, to], index) => {
    const runs = runsOf(line, from, to, 0);
    return framed(frame, [run(' '.repeat(lead)), ...(index > 0 ? [mark, ...runs] : runs)]);
  });
}
