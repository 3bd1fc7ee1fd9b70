import type { Block, Inline } from './blocks.ts';
import { labelsFor } from './labels.ts';
import { layout } from './layout.ts';
import type { Look } from './look.ts';
import { paint } from './paint.ts';
import { parseMarkdown } from './parse.ts';
import { piecesOf, runsOf } from './pieces.ts';

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

const SPACE: Inline = { type: 'text', text: ' ' };

function inlinesOf(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block) => [...wordsOf(block), SPACE]);
}

function wordsOf(block: Block): Inline[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.body.map((inline) => (inline.type === 'break' ? SPACE : inline));
    case 'code':
      return [{ type: 'code', text: block.marks.map(([, text]) => text).join('').replace(/\s+/g, ' ') }];
    case 'list':
      return block.items.flatMap(({ body }) => inlinesOf(body));
    case 'table':
      return [block.head, ...block.rows].flat().flatMap((cell) => [...cell, SPACE]);
    case 'details':
      return [...block.summary, SPACE, ...inlinesOf(block.body)];
    case 'rule':
      return [];
    default:
      return inlinesOf(block.body);
  }
}
