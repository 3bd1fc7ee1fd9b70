import { proseOf } from './compose.ts';
import type { Mark } from './mark.ts';
import { Collector } from './pieces.ts';
import type { Prose } from './prose.ts';
import { role } from './style.ts';
import { displayWidth } from './width.ts';

const NOT_ASCII = /[^\0-\x7f]/;

/** Columns from one tab stop to the next. */
const TAB = 4;

/** Code as prose, line by line, tabs as spaces. */
export function codeLines(marks: readonly Mark[]): Prose[] {
  return linesOf(marks).map((line) =>
    composeLine(line.some(([, text]) => text.includes('\t')) ? untabbed(line) : line),
  );
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

/** Tokens as pieces: a token that has room on a line is never split, comments and running text are broken like prose. */
function composeLine(line: readonly Mark[]): Prose {
  const to = new Collector();
  let indent = 0;
  for (const [name, text] of line) {
    if (name === 'string' && /^["'`]/.test(text)) {
      to.code(text, role(name), undefined);
      continue;
    }
    for (const part of text.split(/( +)/)) {
      if (part === '') continue;
      if (part[0] === ' ') {
        if (to.pieces.length > 0) to.space(part.length);
        else indent += part.length;
      } else if (name === 'comment' || name === 'string' || NOT_ASCII.test(part))
        to.add(part, role(name), undefined);
      else to.code(part, role(name), undefined);
    }
  }
  return proseOf(to.pieces, indent);
}
