import { withoutComments } from './inline.ts';

/** One line of prose as a reader sees it, for rules about spacing, punctuation and words. */
export interface ProseLine {
  /** Lines below the first line of the Markdown. */
  readonly offset: number;
  /** Visible text; code spans and addresses stand as `x`, a table row is split into its cells. */
  readonly text: string;
}

/** Code spans, addresses of links, bare addresses, marks of bold and strike-through. */
const HIDDEN =
  /(`+)[^`]*\1|(!?\[)([^[\]]*)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*\)|https?:\/\/[^\s)>，。；、）]+|\*\*|~~/g;
const LONGEST = 5000;

/** The lines of prose in a piece of Markdown: code blocks and comments left out. */
export function proseOf(markdown: string): ProseLine[] {
  const lines: ProseLine[] = [];
  let fence = '';
  markdown.split('\n').forEach((line, offset) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
    if (fence !== '') {
      if (mark.startsWith(fence)) fence = '';
      return;
    }
    if (mark !== '') {
      fence = mark;
      return;
    }
    if (line.length > LONGEST || line.trim() === '') return;
    const shown = visible(withoutComments(line));
    for (const cell of /^\s*\|/.test(line) ? shown.split('|') : [shown]) {
      if (cell.trim() !== '') lines.push({ offset, text: cell.trim() });
    }
  });
  return lines;
}

function visible(line: string): string {
  return line
    .replace(/^\s*(?:[-*+]|\d{1,3}\.)\s+/, '')
    .replace(
      HIDDEN,
      (match: string, _tick: string | undefined, link: string | undefined, text: string | undefined) => {
        if (link !== undefined) return visible(text ?? '');
        return match === '**' || match === '~~' ? '' : 'x';
      },
    );
}
