import type { Token, Tokens } from 'marked';
import type { AlertKind, Align, Block, ListItem, Row } from './blocks.ts';
import { decodeEntities } from './entities.ts';
import { highlight } from './highlight.ts';
import { htmlPieces } from './html.ts';
import { HtmlBlocks } from './html-blocks.ts';
import { inlineOf, type NumberOf } from './inline.ts';
import { type FootnoteToken, lex } from './lexer.ts';
import { visible, visibleLine } from './sanitize.ts';

const ALERT = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i;

/** Numbers footnotes in the order in which they are met. */
function numbering(): NumberOf {
  const numbers = new Map<string, string>();
  return (label) => {
    const key = label.toLowerCase();
    const number = numbers.get(key) ?? String(numbers.size + 1);
    numbers.set(key, number);
    return number;
  };
}

/**
 * Reads Markdown into blocks: CommonMark and GFM, with alerts, footnotes, CJK-friendly emphasis and the HTML that
 * occurs in Markdown. All text is sanitized before and after parsing, since a character reference can hide a control
 * character (`&#27;`). HTML comments are left out; nothing else is.
 */
export function parseMarkdown(markdown: string): Block[] {
  const numberOf = numbering();
  const tokens = lex(visible(markdown));
  const footnotes: FootnoteToken[] = [];
  const shown = blocksOf(tokens, numberOf, footnotes);
  const blocks = [...shown, ...footnoteBlocks(footnotes, numberOf)];
  return [...blocks, ...unusedDefinitions(tokens, blocks)];
}

/** Labels under which people hide comments: `[//]: # (a comment)`. */
const COMMENT_LABEL = /^(?:\/\/|comment|_)$/i;

/**
 * Link definitions that no link uses. HTML would drop them, but what stands there may have been meant to be read, as
 * in `[注]: 这里要小心`.
 */
function unusedDefinitions(tokens: readonly Token[], blocks: readonly Block[]): Block[] {
  const definitions = tokens.filter((token): token is Tokens.Def => token.type === 'def');
  if (definitions.length === 0) return [];
  const used = new Set(hrefsOf(blocks));
  const unused = definitions.filter(
    ({ tag, href }) =>
      !COMMENT_LABEL.test(tag) && href !== '#' && !used.has(visibleLine(decodeEntities(href))),
  );
  return unused.map(({ raw }) => ({
    type: 'paragraph',
    body: [{ type: 'text', text: visibleLine(raw.trim()) }],
  }));
}

/** Targets of all links, wherever they stand. */
function hrefsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(hrefsOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'href' in value && typeof value.href === 'string' ? [value.href] : [];
  return [...own, ...hrefsOf(Object.values(value).filter((each) => typeof each === 'object'))];
}

function footnoteBlocks(footnotes: FootnoteToken[], numberOf: NumberOf): Block[] {
  const told: Block[] = [];
  for (let i = 0; i < footnotes.length; i++) {
    const { label, tokens } = footnotes[i] as FootnoteToken;
    told.push({ type: 'footnote', label: numberOf(label), body: blocksOf(tokens, numberOf, footnotes) });
  }
  const number = (block: Block): number => (block.type === 'footnote' ? Number(block.label) : 0);
  return told.sort((a, b) => number(a) - number(b));
}

function blocksOf(tokens: readonly Token[], numberOf: NumberOf, footnotes: FootnoteToken[]): Block[] {
  const builder = new HtmlBlocks();
  for (const token of tokens) {
    if (token.type === 'html') builder.add(htmlPieces(token.raw));
    else if (token.type === 'footnote') footnotes.push(token as unknown as FootnoteToken);
    else {
      const block = blockOf(token, numberOf, footnotes);
      if (block) builder.push(block);
    }
  }
  return builder.finish();
}

function blockOf(token: Token, numberOf: NumberOf, footnotes: FootnoteToken[]): Block | undefined {
  switch (token.type) {
    case 'space':
      return undefined;
    case 'heading':
      return { type: 'heading', depth: token['depth'], body: inlineOf(token.tokens, numberOf) };
    case 'code':
      return codeOf(token as Tokens.Code);
    case 'blockquote':
      return quoteOf(token as Tokens.Blockquote, numberOf, footnotes);
    case 'list':
      return listOf(token as Tokens.List, numberOf, footnotes);
    case 'table':
      return tableOf(token as Tokens.Table, numberOf);
    case 'hr':
      return { type: 'rule' };
    case 'def':
    // Told by the item itself (`task`, `checked`).
    case 'checkbox':
      return undefined;
    default:
      return { type: 'paragraph', body: inlineOf((token as Tokens.Generic).tokens ?? [token], numberOf) };
  }
}

function codeOf(token: Tokens.Code): Block {
  const info = visibleLine(token.lang ?? '').trim();
  const lang = info.split(/[\s{,:]/)[0] ?? '';
  const text = visible(token.text).replace(/\n$/, '');
  return { type: 'code', lang, info, marks: highlight(text, lang) ?? [['text', text]] };
}

function quoteOf(token: Tokens.Blockquote, numberOf: NumberOf, footnotes: FootnoteToken[]): Block {
  const body = blocksOf(token.tokens, numberOf, footnotes);
  const kind = ALERT.exec(token.text)?.[1]?.toLowerCase() as AlertKind | undefined;
  const first = body[0];
  if (!kind || first?.type !== 'paragraph') return { type: 'quote', body };
  const rest = first.body.slice(1);
  const lead = first.body[0];
  const left = lead?.type === 'text' ? lead.text.replace(/^\[![a-z]+\][ \t]*\n?/i, '') : '';
  const paragraph = left
    ? [{ type: 'text', text: left } as const, ...rest]
    : rest.filter((inline, i) => i > 0 || inline.type !== 'break');
  const kept = paragraph.length > 0 ? [{ ...first, body: paragraph }] : [];
  return { type: 'quote', alert: kind, body: [...kept, ...body.slice(1)] };
}

function listOf(token: Tokens.List, numberOf: NumberOf, footnotes: FootnoteToken[]): Block {
  const items = token.items.map((item): ListItem => {
    const body = blocksOf(item.tokens, numberOf, footnotes);
    return item.task ? { done: item.checked === true, body } : { body };
  });
  const start = token.ordered ? { start: token.start === '' ? 1 : token.start } : {};
  return { type: 'list', loose: token.loose, items, ...start };
}

/**
 * GFM drops the cells of a row beyond those of the head; marked does so too. They are read again from the source,
 * since nothing may be lost.
 */
function tableOf(token: Tokens.Table, numberOf: NumberOf): Block {
  const row = (cells: readonly Tokens.TableCell[]): Row =>
    cells.map((cell) => inlineOf(cell.tokens, numberOf));
  const align = token.align.map((side): Align => side ?? 'left');
  const lines = token.raw.split('\n').slice(2);
  const rows = token.rows.map((cells, i) => [...row(cells), ...extraCells(lines[i] ?? '', cells.length)]);
  return { type: 'table', align, head: row(token.header), rows };
}

function extraCells(line: string, count: number): Row {
  const cells = line
    .trim()
    .replace(/^\|/, '')
    .replace(/(?<!\\)\|$/, '')
    .split(/(?<!\\)\|/);
  return cells
    .slice(count)
    .map((cell) => [{ type: 'text', text: visible(cell.trim().replaceAll('\\|', '|')) }]);
}
