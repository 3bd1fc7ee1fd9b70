import type { Block, Inline, ListItem, Row } from './blocks.ts';
import { DEEPEST } from './bounded-lexer.ts';
import { attribute, type HtmlPiece } from './html.ts';
import { append, foldHtml, htmlParts, type Part } from './inline.ts';
import { inlinesOf, plainInline } from './plain.ts';

/** Elements that begin a new paragraph and leave no other trace. */
const PARAGRAPHS = new Set(
  'p div center section article header footer main nav aside figure figcaption address form fieldset dl dt dd thead tbody tfoot caption colgroup'.split(
    ' ',
  ),
);
const CONTAINERS = new Set(
  'ul ol li table tr td th blockquote pre h1 h2 h3 h4 h5 h6 details summary'.split(' '),
);

interface Frame {
  readonly name: string;
  readonly attributes: string;
  readonly blocks: Block[];
  readonly items: ListItem[];
  readonly rows: Row[];
  readonly cells: (readonly Inline[])[];
  summary: readonly Inline[];
  parts: Part[];
}

function frameOf(name: string, attributes = ''): Frame {
  return { name, attributes, blocks: [], items: [], rows: [], cells: [], summary: [], parts: [] };
}

/** White space collapses as in a browser; line feeds stay soft breaks. */
function squeeze(inlines: readonly Inline[]): Inline[] {
  const squeezed = inlines.map((inline): Inline => {
    if (inline.type === 'text') return { type: 'text', text: inline.text.replace(/[ \t]*\n\s*/g, '\n') };
    return 'body' in inline ? { ...inline, body: squeeze(inline.body) } : inline;
  });
  const first = squeezed[0];
  if (first?.type === 'text') squeezed[0] = { type: 'text', text: first.text.trimStart() };
  const last = squeezed.at(-1);
  if (last?.type === 'text') squeezed[squeezed.length - 1] = { type: 'text', text: last.text.trimEnd() };
  return squeezed.filter((inline) => inline.type !== 'text' || inline.text !== '');
}

function takeInline(frame: Frame): Inline[] {
  const inlines = squeeze(foldHtml(frame.parts));
  frame.parts = [];
  return inlines;
}

function endParagraph(frame: Frame): void {
  const body = takeInline(frame);
  if (body.length > 0) frame.blocks.push({ type: 'paragraph', body });
}

function textOf(frame: Frame): string {
  return plainInline(foldHtml(frame.parts)).replace(/^\n/, '').trimEnd();
}

/** Hands what an element held to the element around it. */
function closeInto(frame: Frame, parent: Frame): void {
  const { name, blocks } = frame;
  if (name === 'pre') {
    const text = textOf(frame);
    append(parent.blocks, blocks);
    if (text) parent.blocks.push({ type: 'code', lang: '', info: '', marks: [['text', text]] });
  } else if (/^h[1-6]$/.test(name)) {
    const heading: Block = { type: 'heading', depth: Number(name[1]), body: takeInline(frame) };
    append(parent.blocks, [heading], blocks);
  } else if (name === 'summary') {
    parent.summary = takeInline(frame);
    append(parent.blocks, blocks);
  } else {
    endParagraph(frame);
    closeContainer(frame, parent);
  }
}

function closeContainer(frame: Frame, parent: Frame): void {
  const { name, blocks, items, rows, cells } = frame;
  if (name === 'li') parent.items.push({ body: blocks });
  else if (name === 'td' || name === 'th') parent.cells.push(squeeze(inlinesOf(blocks)));
  else if (name === 'tr')
    parent.rows.push(blocks.length > 0 ? [...cells, squeeze(inlinesOf(blocks))] : cells);
  else if (name === 'blockquote') parent.blocks.push({ type: 'quote', body: blocks });
  else if (name === 'details') parent.blocks.push({ type: 'details', summary: frame.summary, body: blocks });
  else if (name === 'ul' || name === 'ol') {
    const start = name === 'ol' ? { start: Number(attribute(frame.attributes, 'start')) || 1 } : {};
    parent.blocks.push({ type: 'list', loose: false, items: [...items, ...stray(blocks)], ...start });
  } else if (name === 'table') {
    append(parent.blocks, blocks);
    const [head, ...rest] = rows;
    if (head) parent.blocks.push({ type: 'table', align: [], head, rows: rest });
  } else append(parent.blocks, blocks);
  adopt(frame, parent);
}

/** Content of a list outside of its items is kept as an item of its own. */
function stray(blocks: readonly Block[]): ListItem[] {
  return blocks.length > 0 ? [{ body: blocks }] : [];
}

/** Misplaced children (a cell outside of a row, an item outside of a list) move up rather than vanish. */
function adopt({ name, items, rows, cells }: Frame, parent: Frame): void {
  if (name !== 'ul' && name !== 'ol' && items.length > 0)
    parent.blocks.push({ type: 'list', loose: false, items });
  if (name !== 'table') append(parent.rows, rows);
  if (name !== 'tr' && cells.length > 0) parent.rows.push(cells);
}

/**
 * Builds blocks from raw HTML and from the Markdown between it: `add` takes pieces of HTML, `push` a block of
 * Markdown (which lands in an open `<details>`), `finish` closes what is still open.
 */
export class HtmlBlocks {
  readonly #frames: Frame[] = [frameOf('')];

  get #top(): Frame {
    return this.#frames.at(-1) as Frame;
  }

  push(block: Block): void {
    endParagraph(this.#top);
    this.#top.blocks.push(block);
  }

  add(pieces: readonly HtmlPiece[]): void {
    for (const piece of pieces) this.#piece(piece);
    if (this.#top.name !== 'summary' && this.#top.name !== 'pre') endParagraph(this.#top);
  }

  #piece(piece: HtmlPiece): void {
    if (piece.type === 'open' && this.#open(piece.name, piece.attributes)) return;
    if (piece.type === 'close' && this.#close(piece.name)) return;
    append(this.#top.parts, htmlParts([piece]));
  }

  #open(name: string, attributes: string): boolean {
    if (name === 'hr') {
      this.push({ type: 'rule' });
      return true;
    }
    if (PARAGRAPHS.has(name)) {
      endParagraph(this.#top);
      return true;
    }
    if (!CONTAINERS.has(name) || this.#frames.length > DEEPEST) return false;
    if (name !== 'summary') endParagraph(this.#top);
    this.#frames.push(frameOf(name, attributes));
    return true;
  }

  #close(name: string): boolean {
    if (PARAGRAPHS.has(name)) {
      endParagraph(this.#top);
      return true;
    }
    const depth = this.#frames.findLastIndex((frame) => frame.name === name);
    if (depth < 1) return CONTAINERS.has(name);
    this.#unwind(depth);
    return true;
  }

  #unwind(depth: number): void {
    while (this.#frames.length > depth) {
      const frame = this.#frames.pop();
      if (frame) closeInto(frame, this.#top);
    }
  }

  finish(): Block[] {
    this.#unwind(1);
    const root = this.#top;
    endParagraph(root);
    adopt({ ...root, name: 'document' }, root);
    return root.blocks;
  }
}
