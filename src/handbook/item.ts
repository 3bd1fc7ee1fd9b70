import { textOf } from './line.ts';
import { isNumbered, markerOf } from './marker.ts';
import { type Kind, scan } from './scan.ts';

/** Paragraphs and items of a piece of Markdown, for reading points out of it. */
export interface Entry {
  readonly kind: Kind;
  /** The lines as written. */
  readonly lines: readonly string[];
  /** How its first line is marked. */
  readonly mark: 'number' | 'bullet' | 'none';
  readonly style: string;
  readonly indent: number;
  /** First line without its marker. */
  readonly first: string;
}

/** An item with what belongs to it. */
export interface Item {
  /** Markdown without the marker; lines that belong to it follow. */
  readonly text: string;
}

export function entriesOf(markdown: string): Entry[] {
  // A line of its own above keeps a leading `---` from being read as front matter.
  const scanned = scan(textOf(`\u200b\n\n${markdown}`));
  return scanned.blocks.slice(1).map(({ kind, start, end }) => {
    const lines = scanned.text.lines.slice(start, end);
    const marker = kind === 'item' || kind === 'text' ? markerOf(lines[0] as string) : null;
    return {
      kind,
      lines,
      mark: marker === null ? 'none' : isNumbered(marker) ? 'number' : 'bullet',
      style: marker?.style ?? '',
      indent: marker?.indent ?? 0,
      first: (lines[0] as string).slice(marker?.width ?? 0),
    };
  });
}

/**
 * The top-level items of a piece of Markdown: list items, or paragraphs that begin `1、`, `（1）`, `·`.
 * What is nested in an item belongs to it: deeper items, code, and bullets below a numbered item
 * that announces them with a colon (or that are marked `·`).
 */
export function itemsOf(markdown: string): Item[] {
  const items: string[][] = [];
  let parent: Entry | null = null;
  let open = false;
  for (const entry of entriesOf(markdown)) {
    if (entry.mark === 'none') {
      open = open && parent !== null && belongs(entry, parent);
      if (open) append(items.at(-1), entry.lines);
      continue;
    }
    if (open && parent !== null && isChild(entry, parent)) {
      append(items.at(-1), entry.lines);
      continue;
    }
    items.push([entry.first, ...entry.lines.slice(1)]);
    parent = entry;
    open = true;
  }
  return items.map((lines) => ({ text: dedent(lines).join('\n').trim() }));
}

/** Not by spreading: a call takes only so many arguments. */
function append(item: string[] | undefined, lines: readonly string[]): void {
  for (const line of lines) item?.push(line);
}

/** Words that sum an answer up: what they begin is no part of its last point. */
const SUMMARY = /^(?:综上|总之|总的来|总结|这些|以上|in short|in summary|overall|together)/i;

/** What stands below an item is part of it: code, tables, indented text, and the paragraphs it announces. */
function belongs(entry: Entry, parent: Entry): boolean {
  if (entry.kind === 'heading' || entry.kind === 'rule') return false;
  if (entry.kind !== 'text' || /^(?: {2,}|\t)/.test(entry.lines[0] as string)) return true;
  return announces(parent) && !SUMMARY.test(entry.first) && !/^\*\*[^*]+\*\*\s*[：:]?$/.test(entry.first);
}

function isChild(entry: Entry, parent: Entry): boolean {
  if (entry.indent > parent.indent + 1) return true;
  if (parent.mark !== 'number') return false;
  if (entry.mark === 'number') return entry.style !== parent.style;
  return entry.style === 'middot' || announces(parent);
}

function announces(entry: Entry): boolean {
  return /[：:]$/.test((entry.lines.at(-1) as string).trimEnd());
}

/** Lines below the first lose the white space that they share. */
function dedent(lines: readonly string[]): string[] {
  const [first = '', ...rest] = lines;
  const widths = rest
    .filter((line) => line.trim() !== '')
    .map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const width = widths.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
  return [first, ...rest.map((line) => (width === Number.POSITIVE_INFINITY ? line : line.slice(width)))];
}
