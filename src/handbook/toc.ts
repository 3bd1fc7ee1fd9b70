import { titleOf } from './heading-text.ts';
import { letterOrDigitAt } from './letters.ts';
import { indentOf } from './marker.ts';
import type { Scan } from './scan.ts';

/** One line of a table of contents. */
export interface TocEntry {
  readonly index: number;
  readonly indent: number;
  readonly title: string;
  /** The anchor it leads to, without `#`. */
  readonly anchor: string;
}

export interface Toc {
  readonly start: number;
  readonly end: number;
  readonly entries: readonly TocEntry[];
  /** Titles and anchors reduced by `looseKey`, to find a heading's entry. */
  readonly keys: ReadonlySet<string>;
  /** Keys of the entries at the depth at which most entries stand: the questions. */
  readonly questionKeys: ReadonlySet<string>;
}

const ENTRY = /^[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]+(\[.*\])\(#([^()\s]*(?:\([^()\s]*\)[^()\s]*)*)\)[ \t]*$/;
const OPENING = /^\s*<!--\s*(?:toc\b|doctoc\b|START doctoc)[^>]*-->/i;
const CLOSING = /^\s*<!--\s*(?:\/toc\b|end doctoc|tocstop)[^>]*-->/i;
const NO_TOC: Toc = { start: 0, end: 0, entries: [], keys: new Set(), questionKeys: new Set() };

/**
 * The table of contents: the first run of list lines (three or more) that hold nothing but a link to
 * an anchor, with the comments around it. Empty when there is none.
 */
export function tocOf(scan: Scan): Toc {
  const { lines } = scan.text;
  for (let start = scan.front?.end ?? 0; start < lines.length; start++) {
    if (scan.kinds[start] !== 'item' || !isEntry(lines[start] as string)) continue;
    const entries: TocEntry[] = [];
    let end = start;
    for (; end < lines.length; end++) {
      const entry = entryAt(lines[end] as string, end);
      if (entry) entries.push(entry);
      else if ((lines[end] as string).trim() !== '') break;
    }
    if (entries.length >= 3) return describe(withComments(scan, start, end), entries);
    start = end;
  }
  return NO_TOC;
}

/** A title reduced to its letters and digits: what a person compares when looking a title up. */
export function looseKey(title: string): string {
  const text = title.toLowerCase();
  let key = '';
  for (let from = 0; from < text.length; ) {
    let to = from;
    for (let units = 1; units > 0 && to < text.length; to += units) units = letterOrDigitAt(text, to);
    key += text.slice(from, to);
    from = to + 1;
  }
  return key;
}

function bounded(line: string | undefined): string {
  return line === undefined || line.length > 1000 ? '' : line;
}

function isEntry(line: string): boolean {
  return line.includes('](#') && ENTRY.test(bounded(line));
}

function entryAt(line: string, index: number): TocEntry | null {
  const match = ENTRY.exec(bounded(line));
  if (!match) return null;
  const title = titleOf((match[1] as string).slice(1, -1));
  return { index, indent: indentOf(line), title, anchor: decoded(match[2] as string) };
}

function decoded(anchor: string): string {
  try {
    return decodeURIComponent(anchor);
  } catch {
    return anchor;
  }
}

/** The comments that open and close a generated table belong to it. */
function withComments(scan: Scan, start: number, end: number): { start: number; end: number } {
  const { lines } = scan.text;
  let first = start;
  while (first > 0 && (lines[first - 1] as string).trim() === '') first--;
  const opened = first > 0 && OPENING.test(lines[first - 1] as string);
  const closed = end < lines.length && CLOSING.test(lines[end] as string);
  return { start: opened ? first - 1 : start, end: closed ? end + 1 : end };
}

function describe(range: { start: number; end: number }, entries: readonly TocEntry[]): Toc {
  const depths = new Map<number, number>();
  for (const { indent } of entries) depths.set(indent, (depths.get(indent) ?? 0) + 1);
  const depth = [...depths].reduce((a, b) => (b[1] > a[1] ? b : a))[0];
  const keys = new Set(entries.map(({ title }) => looseKey(title)));
  const questionKeys = new Set(
    entries.filter(({ indent }) => indent === depth).map(({ title }) => looseKey(title)),
  );
  keys.delete('');
  questionKeys.delete('');
  return { ...range, entries, keys, questionKeys };
}
