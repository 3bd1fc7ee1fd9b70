import type { Block } from './blocks.ts';
import { type Frame, framed, roomOf } from './frame.ts';
import { type Line, type Run, role, run } from './style.ts';
import { clusters, displayWidth } from './width.ts';

/** Widest rule above and below code. */
const RULE = 40;

/**
 * Sets code on a quiet panel: a rule with the language above, a rule below, nothing beside it, so that it can be
 * copied. A line that is too long goes on after a mark.
 */
export function setCode(frame: Frame, block: Extract<Block, { type: 'code' }>): Line[] {
  const { glyphs } = frame;
  const room = roomOf(frame);
  const span = Math.max(1, Math.min(RULE, room));
  const label = block.info && displayWidth(block.info, 2) + 6 <= span ? ` ${block.info} ` : '';
  const top =
    glyphs.rule.repeat(2) + label + glyphs.rule.repeat(Math.max(0, span - 2 - displayWidth(label, 2)));
  const quiet = role('quiet');
  const rule = (text: string): Line => framed(frame, [run(text, quiet)]);
  const body = block.text.split('\n').flatMap((line) => wrapCode(frame, [run(line)], room));
  const info = block.info && !label ? [rule(block.info)] : [];
  return [...info, rule(top), ...body, rule(glyphs.rule.repeat(span))];
}

function wrapCode(frame: Frame, runs: readonly Run[], room: number): Line[] {
  const text = runs.map((each) => each.text).join('');
  if (displayWidth(text, 2) <= room) return [framed(frame, runs)];
  const lines: Line[] = [];
  let line = '';
  let width = 0;
  const words = text
    .split(/(?<=\s)(?=\S)/)
    .flatMap((word) => (displayWidth(word.trimEnd(), 2) > room - 2 ? clusters(word) : [word]));
  for (const word of words) {
    if (width > 0 && width + displayWidth(word.trimEnd(), 2) > room) {
      lines.push(framed(frame, [run(line.trimEnd())]));
      line = '';
      width = 0;
    }
    line += word;
    width += displayWidth(word, 2);
    if (lines.length > 0 && line === word) width += 2;
  }
  lines.push(framed(frame, [run(line)]));
  const mark = run(`${frame.glyphs.wrapped} `, role('quiet'));
  return lines.map((each, index) => (index === 0 ? each : [...each.slice(0, -1), mark, ...each.slice(-1)]));
}
