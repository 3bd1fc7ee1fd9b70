import type { Block, Inline, ListItem, Row } from './blocks.ts';
import { compose } from './compose.ts';
import { codeLines } from './compose-code.ts';
import type { Composed, ComposedItem } from './composed.ts';
import type { Prose } from './prose.ts';
import { clusterEnd, clusterWidth, displayWidth } from './width.ts';

/** Numbers written by hand, as in `1、`, `（2）`, `③`, `一、`, and signs that stand for bullets. */
const NUMBERED =
  /^(?:\d{1,3}(?:[、．]|[.)）](?=\s|[^\d\s]))|[（(](?:\d{1,3}|[一二三四五六七八九十]{1,3})[)）]|[①-⑳⑴-⒇]|[一二三四五六七八九十]{1,3}、|[·•▪◦●■◆★✗✓✘→-])[ \t]*/;

/** Columns by which the later lines of a paragraph hang when it begins with a number of its own; 0 when it does not. */
function hangOf(inlines: readonly Inline[]): number {
  const first = inlines[0];
  if (first?.type !== 'text') return 0;
  const match = NUMBERED.exec(first.text);
  return match ? displayWidth(match[0], 2) : 0;
}

/** Inlines as a paragraph. */
export function composeParagraph(inlines: readonly Inline[]): Composed {
  const hang = hangOf(inlines);
  return { type: 'paragraph', body: compose(inlines), ...(hang > 0 && { hang }) };
}

/** Blocks with all their words as prose. */
export function composeBlocks(blocks: readonly Block[]): Composed[] {
  return blocks.map(composeBlock);
}

export function composeItem({ body, ...rest }: ListItem): ComposedItem {
  return { ...rest, body: composeBlocks(body) };
}

function composeBlock(block: Block): Composed {
  switch (block.type) {
    case 'paragraph':
      return composeParagraph(block.body);
    case 'heading':
      return { ...block, body: compose(block.body) };
    case 'code':
      return composeCode(block);
    case 'list':
      return { ...block, items: block.items.map(composeItem) };
    case 'table':
      return { ...block, head: composeRow(block.head), rows: block.rows.map(composeRow) };
    case 'details':
      return { ...block, summary: compose(block.summary), body: composeBlocks(block.body) };
    case 'rule':
      return block;
    default:
      return { ...block, body: composeBlocks(block.body) };
  }
}

function composeCode({ info, marks }: Extract<Block, { type: 'code' }>): Composed {
  return {
    type: 'code',
    lines: codeLines(marks),
    ...(info !== '' && { info: codeLines([['quiet', info]])[0] as Prose }),
  };
}

function composeRow(row: Row): Prose[] {
  return row.map((cell) => {
    const prose = compose(cell);
    const doubts = doubtsOf(prose.text);
    return doubts.length > 0 ? { ...prose, doubts } : prose;
  });
}

/** Where a text holds clusters that take one column or two, as the terminal is set. */
function doubtsOf(text: string): number[] {
  const doubts: number[] = [];
  for (let at = 0; at < text.length; ) {
    const end = clusterEnd(text, at);
    const cluster = text.slice(at, end);
    if (cluster > '\x7f' && clusterWidth(cluster, 2) > clusterWidth(cluster, 1)) doubts.push(at);
    at = end;
  }
  return doubts;
}
