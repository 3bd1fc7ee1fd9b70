import type { Block } from './blocks.ts';
import { type Frame, framed, roomOf } from './frame.ts';
import type { Mark } from './mark.ts';
import { breakLines, leastWidth, textOf } from './paragraph.ts';
import { Collector, type Piece, runsOf } from './pieces.ts';
import { type Line, role, run } from './style.ts';
import { displayWidth } from './width.ts';

/** Widest rule above and below code. */
const RULE = 40;

const NOT_ASCII = /[^\0-\x7f]/;

/** Columns from one tab stop to the next. */
const TAB = 4;

/**
 * Sets code on a quiet panel: a rule with the language above, a rule below, nothing beside it, so that it can be
 * copied. A line that is too long goes on after a mark, broken between its tokens.
 */
export function setCode(frame: Frame, block: Extract<Block, { type: 'code' }>): Line[] {
  const { glyphs } = frame;
  const span = Math.max(1, Math.min(RULE, roomOf(frame)));
  const quiet = role('quiet');
  const rule = (text: string): Line => framed(frame, [run(text, quiet)]);
  const label = ` ${block.info} `;
  const inside = block.info !== '' && displayWidth(label, 2) + 4 <= span;
  const above = inside ? `${glyphs.rule.repeat(2)}${label}` : '';
  const top = above + glyphs.rule.repeat(span - displayWidth(above, 2));
  const title = block.info !== '' && !inside ? breakInfo(frame, block.info) : [];
  return [
    ...title,
    rule(top),
    ...linesOf(block.marks).flatMap((line) => setLine(frame, line)),
    rule(glyphs.rule.repeat(span)),
  ];
}

function breakInfo(frame: Frame, info: string): Line[] {
  return setLine(frame, [['quiet', info]]);
}

/** Marks line by line. */
function linesOf(marks: readonly Mark[]): Mark[][] {
  const lines: Mark[][] = [[]];
  for (const [name, text] of marks) {
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0) lines.push([]);
      if (part !== '') lines.at(-1)?.push([name, part]);
    }
  }
  return lines;
}

function untabbed(line: readonly Mark[]): Mark[] {
  let column = 0;
  return line.map(([name, text]) => {
    const spaced = text.replace(/\t|[^\t]+/g, (part) => {
      const shown = part === '\t' ? ' '.repeat(TAB - (column % TAB)) : part;
      column += displayWidth(shown);
      return shown;
    });
    return [name, spaced];
  });
}

function setLine(frame: Frame, marks: readonly Mark[]): Line[] {
  const line = marks.some(([, text]) => text.includes('\t')) ? untabbed(marks) : marks;
  const text = line.map(([, part]) => part).join('');
  const room = roomOf(frame);
  if (displayWidth(text, 2) <= room)
    return [
      framed(
        frame,
        line.map(([name, part]) => run(part, role(name))),
      ),
    ];
  return wrapLine(frame, line, room);
}

/** Tokens as pieces: a token that has room on a line is never split, comments and running text are broken like prose. */
function piecesOfCode(line: readonly Mark[]): Piece[] {
  const to = new Collector();
  for (const [name, text] of line) {
    if (name === 'string' && /^["'`]/.test(text)) {
      to.code(text, role(name), undefined);
      continue;
    }
    for (const part of text.split(/( +)/)) {
      if (part === '') continue;
      if (part.trim() === '') to.space(part.length);
      else if (name === 'comment' || name === 'string' || NOT_ASCII.test(part))
        to.add(part, role(name), undefined);
      else to.code(part, role(name), undefined);
    }
  }
  return to.pieces;
}

/** The indent of the line is kept on its later lines, as far as its longest token leaves room for it. */
function wrapLine(frame: Frame, line: readonly Mark[], room: number): Line[] {
  const indent = /^ */.exec(line.map(([, part]) => part).join(''))?.[0].length ?? 0;
  const text = textOf(piecesOfCode(line));
  const lead = Math.max(0, Math.min(indent, room >> 1, room - 2 - leastWidth(text, room - 2)));
  const { pieces: cut, lines } = breakLines(text, { first: room - lead, rest: room - lead - 2, over: 0 });
  const mark = run(`${frame.glyphs.wrapped} `, role('quiet'));
  return lines.map(([from, to], index) => {
    const runs = runsOf(cut, from, to);
    return framed(frame, [run(' '.repeat(lead)), ...(index > 0 ? [mark, ...runs] : runs)]);
  });
}
