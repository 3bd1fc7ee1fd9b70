import { type BlockState, openComment, openFence, openHtml, tailsOf } from './block.ts';
import { type FrontMatter, findFrontMatter } from './front-matter.ts';
import { titleOf } from './heading-text.ts';
import { type Edit, markerAt, type Text } from './line.ts';
import { indentOf } from './marker.ts';
import type { Finding } from './problem.ts';

/** What a line is. `underline` is the second line of a setext heading, `front` is front matter. */
export type Kind =
  | 'blank'
  | 'front'
  | 'heading'
  | 'underline'
  | 'text'
  | 'item'
  | 'inside'
  | 'fence'
  | 'code'
  | 'comment'
  | 'html'
  | 'table'
  | 'quote'
  | 'rule';

export interface Heading {
  /** Index of the line with the text. */
  readonly index: number;
  /** Index of the line after the heading. */
  readonly end: number;
  readonly level: number;
  /** Text as written, without the marks of the heading. */
  readonly raw: string;
  /** The same as plain text on one line. */
  readonly title: string;
}

/** A run of lines that belong together: a heading, a paragraph, an item, a fence… */
export interface Block {
  readonly kind: Kind;
  readonly start: number;
  /** Index after its last line. */
  readonly end: number;
  /** The heading that it is, if it is one. */
  readonly heading: Heading | undefined;
}

/** The lines of a handbook and what each of them is. */
export interface Scan {
  readonly text: Text;
  readonly kinds: readonly Kind[];
  readonly headings: readonly Heading[];
  readonly blocks: readonly Block[];
  readonly front: FrontMatter | null;
  /** What had to be closed or moved so that the lines could be told apart. */
  readonly edits: readonly Edit[];
  readonly findings: readonly Finding[];
}

/** Lines longer than this are never rules, tables or underlines. */
const LONGEST_MARK = 1000;

const ATX = /^ {0,3}(#{1,6})(?:[ \t\u3000]+(.*))?$/s;
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/;
const UNDERLINE = /^ {0,3}(?:=+|-{3,})[ \t]*$/;
const DELIMITER_ROW = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$/;

/** Tells what each line of a handbook is. Linear in the text; never throws. */
export function scan(text: Text): Scan {
  const front = findFrontMatter(text);
  const kinds: Kind[] = [];
  for (let index = 0; index < (front?.end ?? 0); index++) kinds.push('front');
  const state: BlockState = {
    text,
    kinds,
    edits: [...(front?.edits ?? [])],
    findings: [...(front?.findings ?? [])],
    tails: tailsOf(text),
  };
  const headings: Heading[] = [];
  let inItem = false;
  while (kinds.length < text.lines.length) {
    const index = kinds.length;
    const line = text.lines[index] as string;
    const first = firstCharacter(line);
    if (first === '') kinds.push('blank');
    else if (opensBlock(state, line, first)) inItem &&= indentOf(line) > 0;
    else {
      const heading = headingAt(line, first, index);
      const kind: Kind = heading ? 'heading' : lineKind(state, line, first, inItem);
      if (heading) headings.push(heading);
      else if (kind === 'underline') headings.push(underlined(text, kinds, line));
      kinds.push(kind);
      inItem = kind === 'item' || kind === 'inside' || (inItem && kind === 'table');
    }
  }
  const { edits, findings } = state;
  return { text, kinds, headings, blocks: blocksOf(text, kinds, headings), front, edits, findings };
}

/** The heading a line is by its `#` marks, or null. */
function headingAt(line: string, first: string, index: number): Heading | null {
  const match = first === '#' ? ATX.exec(line) : null;
  if (!match) return null;
  const raw = withoutClosingHashes((match[2] ?? '').trim());
  return { index, end: index + 1, level: (match[1] as string).length, raw, title: titleOf(raw) };
}

/** `title ##` is `title`; `C#` stays. */
function withoutClosingHashes(raw: string): string {
  let end = raw.length;
  while (raw.charAt(end - 1) === '#') end--;
  if (end === raw.length) return raw;
  return end === 0 || /\s/.test(raw.charAt(end - 1)) ? raw.slice(0, end).trimEnd() : raw;
}

function firstCharacter(line: string): string {
  for (let at = 0; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code !== 0x20 && code !== 0x09 && code !== 0x3000) return line.charAt(at);
  }
  return '';
}

function opensBlock(state: BlockState, line: string, first: string): boolean {
  if (first === '`' || first === '~') return openFence(state, line);
  if (first !== '<') return false;
  return openComment(state, line) || openHtml(state, line);
}

function lineKind(state: BlockState, line: string, first: string, inItem: boolean): Kind {
  const { kinds, text } = state;
  const before = kinds.at(-1);
  const short = line.length <= LONGEST_MARK;
  if (first === '>') return 'quote';
  if (first === '|') return 'table';
  if (short && (first === '=' || first === '-') && UNDERLINE.test(line) && canBeUnderlined(text, kinds))
    return 'underline';
  if (short && (first === '*' || first === '-' || first === '_') && RULE.test(line)) return 'rule';
  if (short && (first === '-' || first === ':') && line.includes('|') && DELIMITER_ROW.test(line)) {
    if (before === 'text') kinds[kinds.length - 1] = 'table';
    return 'table';
  }
  if (before === 'table' && line.includes('|')) return 'table';
  const style = markerAt(text, kinds.length)?.style;
  const indent = indentOf(line);
  if (inItem && indent >= 2) return style === 'bullet' || style === 'dot' ? 'item' : 'inside';
  if (indent >= 4 && before !== 'text') return 'code';
  return (style === 'bullet' || style === 'dot' || style === 'paren') && isCommonItem(line) ? 'item' : 'text';
}

/** `1.text` without a space is a paragraph to Markdown, though people mean an item. */
function isCommonItem(line: string): boolean {
  return /^\s*(?:[-*+]|\d{1,9}[.)])(?:\s|$)/.test(line);
}

/** A setext heading is one line of text that does not end like a sentence. */
function canBeUnderlined(text: Text, kinds: readonly Kind[]): boolean {
  const index = kinds.length - 1;
  if (kinds[index] !== 'text' || kinds[index - 1] === 'text') return false;
  const line = (text.lines[index] as string).trim();
  return line.length <= 200 && !/[。．.，,；;：:、]$/.test(line);
}

/** Turns the text line above an underline into the heading that it is. */
function underlined(text: Text, kinds: Kind[], line: string): Heading {
  const index = kinds.length - 1;
  kinds[index] = 'heading';
  const raw = (text.lines[index] as string).trim();
  return { index, end: index + 2, level: line.trim().startsWith('=') ? 1 : 2, raw, title: titleOf(raw) };
}

/** Runs of lines that belong together; a line with a marker begins a new run. */
function blocksOf(text: Text, kinds: readonly Kind[], headings: readonly Heading[]): Block[] {
  const blocks: Block[] = [];
  // Every heading begins a block.
  let passed = 0;
  let start = 0;
  for (let index = 1; index <= kinds.length; index++) {
    if (index < kinds.length && continues(text, kinds, index)) continue;
    const kind = kinds[start] as Kind;
    const heading = kind === 'heading' ? headings[passed++] : undefined;
    if (kind !== 'blank') blocks.push({ kind, start, end: index, heading });
    start = index;
  }
  return blocks;
}

function continues(text: Text, kinds: readonly Kind[], index: number): boolean {
  const kind = kinds[index] as Kind;
  const before = kinds[index - 1] as Kind;
  if (kind === 'underline') return true;
  if (kind === 'heading' || kind === 'item' || kind === 'rule') return false;
  if (kind === 'text') {
    if (before !== 'text' && before !== 'item' && before !== 'inside') return false;
    return markerAt(text, index) === null;
  }
  if (kind === 'inside') return before === 'item' || before === 'inside';
  return kind === before;
}
