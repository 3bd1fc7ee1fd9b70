import { compose } from './compose.ts';
import { composeBlocks } from './compose-blocks.ts';
import { labelsFor } from './labels.ts';
import { layout } from './layout.ts';
import type { Look } from './look.ts';
import { paint } from './paint.ts';
import { parseMarkdown } from './parse.ts';
import { inlinesOf } from './plain.ts';
import { runsOf } from './prose.ts';
import { filled } from './slots.ts';

/** Renders Markdown for a terminal or a pipe: lines joined by line feeds, without one at the end. */
export function renderMarkdown(markdown: string, look: Look): string {
  return paint(layout(composeBlocks(parseMarkdown(markdown)), look), look);
}

/** Renders Markdown on one line, for lists and prompts: blocks and breaks become spaces, links keep their text only. */
export function renderInline(markdown: string, look: Look): string {
  const { image, note } = labelsFor(look.lang);
  const prose = filled(compose(inlinesOf(parseMarkdown(markdown))), {
    reference: () => undefined,
    imageLabel: image,
    noteLabel: note,
  });
  return paint([runsOf(prose, 0, prose.text.length, 0)], look);
}
