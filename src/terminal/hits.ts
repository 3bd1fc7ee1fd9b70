import type { Excerpt, Range } from '../search/emphasis.ts';
import type { Match } from '../search/search.ts';
import { cutTo, widthOn } from './fit.ts';
import { type Listed, reasonsOf } from './hit-line.ts';
import { type Ink, ink } from './ink.ts';
import type { Look } from './look.ts';
import { visibleLine } from './sanitize.ts';
import { displayWidth } from './width.ts';

/** A hit as a person sees it. */
export interface ShownHit extends Listed {
  /** Topic and section. */
  readonly place: string;
  /** Matches within the title. */
  readonly titleRanges: readonly Range[];
  readonly excerpt: Excerpt;
  readonly matches: readonly Match[];
  /** Siblings of the hit that were found too. */
  readonly siblings: readonly Listed[];
}

export interface HitOptions {
  /** Titles only. */
  readonly brief: boolean;
  /** Say what each part of the query matched, and how much it counted. */
  readonly explain: boolean;
}

/** Numbered hits with place, matching line and folded siblings, each line within the width of the look. */
export function shownHits(hits: readonly ShownHit[], look: Look, options: HitOptions): string[] {
  const paint = ink(look);
  return hits.flatMap((hit, index) => {
    const number = `${String(index + 1).padStart(2)}. `;
    const title = `${paint.accent(number)}${emphasised(hit.title, hit.titleRanges, look.columns - 4, look, paint.strong)}`;
    if (options.brief) return [title];
    const place = paint.quiet(cutTo(visibleLine(`${hit.place} · ${hit.id}`), look.columns - 4, look));
    const line = hit.excerpt.line;
    return [
      title,
      `    ${place}`,
      ...(line
        ? [`    ${emphasised(line, hit.excerpt.ranges, look.columns - 4, look, (text) => text)}`]
        : []),
      ...reasonLines(hit, look, paint, options.explain),
      ...hit.siblings.map(
        (sibling) =>
          `    ${paint.quiet(cutTo(`${look.ascii ? '+' : '↳'} ${visibleLine(sibling.title)}`, look.columns - 4, look))}`,
      ),
    ];
  });
}

/** Says by what a hit was found where that is not plain to see, or all of it when asked. */
function reasonLines(hit: ShownHit, look: Look, paint: Ink, all: boolean): string[] {
  const seen = new Set(
    [...hit.titleRanges, ...hit.excerpt.ranges]
      .filter(({ reason }) => reason === 'literal')
      .map(({ typed }) => typed),
  );
  const told = all
    ? hit.matches
    : hit.matches.filter(({ reason, typed }) => reason !== 'literal' && !seen.has(typed)).slice(0, 2);
  if (told.length === 0) return [];
  return [`    ${paint.quiet(cutTo(reasonsOf(told, look, all), look.columns - 4, look))}`];
}

/** A line with its matches underlined, cut around the first of them where it is too long. */
function emphasised(
  text: string,
  ranges: readonly Range[],
  columns: number,
  look: Look,
  base: (text: string) => string,
): string {
  const from = windowStart(text, ranges[0]?.start ?? 0, columns);
  const { mark } = ink(look);
  let shown = from > 0 ? '…' : '';
  let used = widthOn(shown, look);
  for (const part of partsOf(text, ranges, from)) {
    const piece = cutTo(visibleLine(part.text), columns - used, look);
    shown += part.matched ? mark(base(piece)) : base(piece);
    used += widthOn(piece, look);
    if (used >= columns) break;
  }
  return shown;
}

function partsOf(text: string, ranges: readonly Range[], from: number): { text: string; matched: boolean }[] {
  const parts: { text: string; matched: boolean }[] = [];
  let at = from;
  for (const { start, end } of ranges) {
    if (end <= at) continue;
    const begin = Math.max(at, start);
    if (begin > at) parts.push({ text: text.slice(at, begin), matched: false });
    parts.push({ text: text.slice(begin, end), matched: true });
    at = end;
  }
  if (at < text.length) parts.push({ text: text.slice(at), matched: false });
  return parts;
}

/** Where to begin showing a text so that the match at `start` is in sight. */
function windowStart(text: string, start: number, columns: number): number {
  if (2 * start < columns * 0.6 || displayWidth(text.slice(0, start)) < columns * 0.6) return 0;
  let from = start;
  for (let width = 0; from > 0; from--) {
    width += displayWidth(text.charAt(from - 1));
    if (width >= columns * 0.3) break;
  }
  return /[\udc00-\udfff]/.test(text[from] ?? '') ? from - 1 : from;
}
