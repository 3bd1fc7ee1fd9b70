import type { Edit, Text } from './line.ts';
import { numberAt } from './line.ts';
import { type Finding, finding } from './problem.ts';
import type { Kind } from './scan.ts';

/** The lines told so far, and what the ones to come may hold. */
export interface BlockState {
  readonly text: Text;
  readonly kinds: Kind[];
  readonly edits: Edit[];
  readonly findings: Finding[];
  readonly tails: Tails;
}

/** Last lines with the ends of blocks: beyond them an opening can not be closed, so nobody searches twice. */
export interface Tails {
  comment(): number;
  raw(tag: string): number;
}

const FENCE = /^[ \t]*(`{3,}|~{3,})(.*)$/s;
const QUESTION_LIKE_HEADING = /^ {0,3}#{2,4}[ \t]+\S/;
const HTML_OPENING =
  /^ {0,3}<\/?(address|article|aside|blockquote|body|center|col|colgroup|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|meta|nav|ol|option|p|pre|script|section|style|summary|table|tbody|td|textarea|tfoot|th|thead|title|tr|ul)(?=[\s/>]|$)/i;
const RAW_TAGS = ['pre', 'script', 'style', 'textarea'];

export function tailsOf({ lines }: Text): Tails {
  const known = new Map<string, number>();
  const last = (end: string): number => {
    const found = known.get(end) ?? lines.findLastIndex((line) => line.includes(end));
    known.set(end, found);
    return found;
  };
  return { comment: () => last('-->'), raw: (tag) => last(`</${tag}`) };
}

/**
 * Takes a fenced block whose opening is the next line. A fence that never ends, or in which a heading
 * and then the opening of another fence stand, was left open by mistake: it ends before that heading.
 */
export function openFence(state: BlockState, line: string): boolean {
  const match = FENCE.exec(line);
  const mark = match?.[1];
  const info = match?.[2] ?? '';
  if (!mark || (mark.startsWith('`') && info.includes('`'))) return false;
  const { lines } = state.text;
  const start = state.kinds.length;
  let heading = -1;
  for (let index = start + 1; index < lines.length; index++) {
    const kind = insideFence(lines[index] as string, mark);
    if (kind === 'end') return take(state, 'fence', index + 1);
    if (kind === 'opening' && heading >= 0) return closeBefore(state, heading);
    if (
      heading < 0 &&
      QUESTION_LIKE_HEADING.test(lines[index] as string) &&
      (lines[index - 1] ?? '').trim() === ''
    )
      heading = index;
  }
  return closeBefore(state, heading < 0 ? lines.length : heading);
}

function insideFence(line: string, mark: string): 'end' | 'opening' | 'content' {
  const char = mark.charAt(0);
  const first = line.trimStart();
  if (!first.startsWith(char.repeat(3))) return 'content';
  let length = 3;
  while (first.charAt(length) === char) length++;
  const blankAfter = first.slice(length).trim() === '';
  if (length >= mark.length && blankAfter) return 'end';
  return length === mark.length && /^[\w+#.-]+\s*$/.test(first.slice(length, length + 40))
    ? 'opening'
    : 'content';
}

function closeBefore(state: BlockState, end: number): boolean {
  const { lines } = state.text;
  const start = state.kinds.length;
  let last = end;
  while (last > start + 1 && (lines[last - 1] as string).trim() === '') last--;
  const mark = FENCE.exec(lines[start] as string)?.[1] ?? '```';
  const indent = /^[ \t]*/.exec(lines[start] as string)?.[0] ?? '';
  state.edits.push({ at: last, remove: 0, insert: [indent + mark] });
  state.findings.push(finding('fence-unclosed', numberAt(state.text, start), {}, true));
  return take(state, 'fence', last);
}

/** Takes a comment that begins a line, to its end; one that stays open ends before the next comment. */
export function openComment(state: BlockState, line: string): boolean {
  if (!/^ {0,3}<!--/.test(line)) return false;
  const { lines } = state.text;
  const start = state.kinds.length;
  const isCard = /^ {0,3}<!--\s*card(?:\s|$)/.test(line);
  for (let index = start; index <= state.tails.comment(); index++) {
    const text = lines[index] as string;
    const from = index === start ? text.indexOf('<!--') + 4 : 0;
    if (index > start && (/^ {0,3}<!--/.test(text) || (isCard && /^#{1,6}\s/.test(text)))) break;
    if (!text.includes('-->', from)) continue;
    // Text behind the end of a comment on the same line is an ordinary paragraph.
    const after = text.slice(text.indexOf('-->', from) + 3);
    if (index === start && after.trim() !== '' && !after.includes('<!--')) return false;
    return take(state, 'comment', index + 1);
  }
  return isCard ? closeCard(state, start) : false;
}

/** A card comment without its end runs as far as its lines look like `key: value`. */
function closeCard(state: BlockState, start: number): boolean {
  const { lines } = state.text;
  let end = start + 1;
  while (end < lines.length && /^(?:[A-Za-z]\w*:|\s+\S|- )/.test(lines[end] as string)) end++;
  state.edits.push({ at: end, remove: 0, insert: ['-->'] });
  state.findings.push(finding('comment-unclosed', numberAt(state.text, start), {}, true));
  return take(state, 'comment', end);
}

/** Takes a block of HTML: raw text to its closing tag, anything else to the next blank line. */
export function openHtml(state: BlockState, line: string): boolean {
  const tag = HTML_OPENING.exec(line)?.[1]?.toLowerCase();
  if (!tag) return false;
  const { lines } = state.text;
  const start = state.kinds.length;
  if (RAW_TAGS.includes(tag) && state.tails.raw(tag) >= start) {
    let end = start;
    while (!(lines[end] as string).includes(`</${tag}`)) end++;
    return take(state, 'html', end + 1);
  }
  let end = start + 1;
  while (end < lines.length && (lines[end] as string).trim() !== '') end++;
  return take(state, 'html', end);
}

function take(state: BlockState, kind: Kind, end: number): boolean {
  while (state.kinds.length < end) state.kinds.push(kind);
  return true;
}
