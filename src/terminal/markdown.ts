import { labelsFor } from './labels.ts';
import { layout } from './layout.ts';
import type { Look } from './look.ts';
import { paint } from './paint.ts';
import { parseMarkdown } from './parse.ts';
import { piecesOf, runsOf } from './pieces.ts';
import { inlinesOf } from './plain.ts';

/** Renders Markdown for a terminal or a pipe: lines joined by line feeds, without one at the end. */
export function renderMarkdown(markdown: string, look: Look): string {
  return paint(layout(parseMarkdown(markdown), look), look);
}

/** Renders Markdown on one line, for lists and prompts: blocks and breaks become spaces, links keep their text only. */
export function renderInline(markdown: string, look: Look): string {
  const { image, note } = labelsFor(look.lang);
  const pieces = piecesOf(inlinesOf(parseMarkdown(markdown)), 0, {
    reference: () => undefined,
    imageLabel: image,
    noteLabel: note,
  });
  return paint([runsOf(pieces, 0, pieces.length)], look);
}
