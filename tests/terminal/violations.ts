import { Marked } from 'marked';
import { displayWidth } from '../../src/terminal/width.ts';

/** What can be wrong with rendered text; each value is one finding. */
export interface Violations {
  /** Lines wider than the terminal. */
  readonly wide: string[];
  /** Lines that begin with a closing mark or end with an opening one. */
  readonly kinsoku: string[];
  /** Words and spans of code split although they would fit on a line. */
  readonly split: string[];
  /** Lines that leave a style or a link open, or end one they did not open. */
  readonly style: string[];
  /** Letters and digits of the source that are not in the output as often. */
  readonly lost: string[];
  /** Marks of Markdown and character references that should have been read. */
  readonly raw: string[];
}

const SGR = /\x1b\[([0-9;]*)m/g;
const LINK = /\x1b\]8;[^;]*;([^\x07\x1b]*)(?:\x07|\x1b\\)/g;
const ANSI = /\x1b\[[0-9;?]*[A-Za-z]|\x1b\]8;[^;]*;[^\x07\x1b]*(?:\x07|\x1b\\)/g;
/** What a renderer puts before a line: indents, bars, bullets. */
const MARGIN = /^[\s|│┃▌▐▎▏╎>\\↪]*/;
const CLOSING = /^[，。、；：？！）》」』】〕”’]/;
const OPENING = /[（《「『【〔“‘]$/;
const CODE = /(?<!`)`([^`\n]+)`(?!`)/g;
const WORD = /[A-Za-z0-9][A-Za-z0-9_./:@%+~=-]*[A-Za-z0-9]/g;

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: '\u00a0',
  hellip: '…',
};

function decoded(html: string): string {
  return html.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal) return String.fromCodePoint(Number(decimal));
    return hex ? String.fromCodePoint(Number.parseInt(hex, 16)) : (NAMED[name] ?? whole);
  });
}

/** The words a reader would see of Markdown, by way of HTML, so that it does not depend on the renderer under test. */
export function readable(markdown: string): string {
  const source = markdown.replace(/^([ \t>*+-]*)\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*$/gim, '$1');
  const html = new Marked({ gfm: true }).parse(source) as string;
  return decoded(html.replace(/<!--[\s\S]*?-->/g, '').replace(/<\/?[a-zA-Z][^>]*>/g, ' '));
}

/** Text without colours and links. */
export function stripped(output: string): string {
  return output.replace(ANSI, '');
}

function counts(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [character] of text.normalize().matchAll(/[\p{L}\p{N}]/gu))
    found.set(character, (found.get(character) ?? 0) + 1);
  return found;
}

function lostIn(markdown: string, output: string): string[] {
  const there = counts(stripped(output));
  const lost: string[] = [];
  for (const [character, count] of counts(readable(markdown))) {
    if ((there.get(character) ?? 0) < count) lost.push(character);
  }
  return lost;
}

function isStyleBroken(line: string): boolean {
  let open = false;
  for (const [, codes = ''] of line.matchAll(SGR))
    open = !/^0?$/.test(codes) && !/^(?:22|23|24|27|29|39|49)(?:;(?:22|23|24|27|29|39|49))*$/.test(codes);
  let link = '';
  for (const [, address = ''] of line.matchAll(LINK)) link = address;
  return open || link !== '';
}

/**
 * What touches the end of one line and the beginning of the next, with the marks that must stay with it. Korean has
 * spaces between words, so that its letters are of one word with what they touch.
 */
const TAIL = /[（「『【《“‘]*[!-~\uac00-\ud7af]+$/;
const HEAD = /^[!-~\uac00-\ud7af]+[，。、：；？！）」』】》”’…·—～]*[.,:;!?)]*/;

interface Bare {
  readonly margin: number;
  readonly text: string;
}

/** Columns of the unbroken stretch that goes over the end of line `at`, however many lines it takes. */
function stretchWidth(lines: readonly Bare[], at: number): number {
  let width = 0;
  for (let i = at; i >= 0; i--) {
    const text = lines[i]?.text ?? '';
    const tail = TAIL.exec(text)?.[0] ?? '';
    width += displayWidth(tail, 2);
    if (tail !== text || tail === '') break;
  }
  for (let i = at + 1; i < lines.length; i++) {
    const text = lines[i]?.text ?? '';
    const head = HEAD.exec(text)?.[0] ?? '';
    width += displayWidth(head, 2);
    if (head !== text || head === '') break;
  }
  return width;
}

/** A word that ends one line and begins the next, and is a word of the source only when the two are put together. */
function splitWords(markdown: string, lines: readonly Bare[], columns: number): string[] {
  const words = new Set(readable(markdown).match(WORD) ?? []);
  const codes = [...markdown.matchAll(CODE)].map(([, code = '']) => code);
  const split: string[] = [];
  for (let i = 0; i + 1 < lines.length; i++) {
    const room = columns - (lines[i + 1]?.margin ?? 0);
    const end = /[A-Za-z0-9_./:@%+~=-]+$/.exec(lines[i]?.text ?? '')?.[0] ?? '';
    const start = /^[A-Za-z0-9_./:@%+~=-]+/.exec(lines[i + 1]?.text ?? '')?.[0] ?? '';
    if (!/[A-Za-z0-9]/.test(end) || !/[A-Za-z0-9]/.test(start) || stretchWidth(lines, i) > room) continue;
    const whole = (end + start).replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '');
    const inLongCode = codes.some((code) => code.includes(whole) && displayWidth(code, 2) > room - 4);
    if (words.has(whole) && !(words.has(end) && words.has(start)) && !inLongCode) split.push(whole);
  }
  return split;
}

function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Every span of code of the prose must be found whole on a line, as often as it is in the source. */
function splitCode(markdown: string, lines: readonly Bare[], columns: number): string[] {
  const prose = markdown
    .replace(/^ {0,3}(```|~~~)[\s\S]*?^ {0,3}\1[^\n]*$/gm, '')
    .replace(/^.*\|.*$/gm, '')
    .replace(/<!--[\s\S]*?-->/g, '');
  const spans = new Map<string, number>();
  for (const [, code = ''] of prose.matchAll(CODE)) spans.set(code.trim(), (spans.get(code.trim()) ?? 0) + 1);
  const split: string[] = [];
  for (const [code, count] of spans) {
    if (displayWidth(code, 2) > columns - 10) continue;
    if (lines.reduce((sum, line) => sum + occurrences(line.text, code), 0) < count) split.push(code);
  }
  return split;
}

function rawIn(markdown: string, output: string): string[] {
  const source = readable(markdown).replace(/\*\*/g, '');
  const plain = stripped(output);
  const references = plain.match(/&(?:amp|lt|gt|quot|nbsp|#\d+|#x[\da-f]+);/gi) ?? [];
  const kept = source.match(/&(?:amp|lt|gt|quot|nbsp|#\d+|#x[\da-f]+);/gi) ?? [];
  const stars = plain.match(/(?<![*`])\*\*[^\s*][^*\n]*\*\*|\*\*(?=\p{Script=Han})/gu) ?? [];
  return [...references.slice(kept.length), ...stars];
}

/**
 * Judges rendered Markdown: what the specification of the renderer calls a violation. Widths count characters of
 * ambiguous East Asian Width as one column.
 */
export function violationsOf(markdown: string, output: string, columns: number): Violations {
  const painted = output.split('\n');
  const lines = painted.map(stripped);
  const bare = lines.map((line): Bare => {
    const margin = MARGIN.exec(line)?.[0] ?? '';
    return { margin: displayWidth(margin), text: line.slice(margin.length).trimEnd() };
  });
  return {
    wide: lines.filter((line) => displayWidth(line.trimEnd()) > columns),
    kinsoku: bare.filter(({ text }) => CLOSING.test(text) || OPENING.test(text)).map(({ text }) => text),
    split: [...splitWords(markdown, bare, columns), ...splitCode(markdown, bare, columns)],
    style: painted.filter(isStyleBroken),
    lost: lostIn(markdown, output),
    raw: rawIn(markdown, output),
  };
}

/** Number of findings of all kinds. */
export function countOf(violations: Violations): number {
  return Object.values(violations).reduce((sum: number, list: string[]) => sum + list.length, 0);
}
