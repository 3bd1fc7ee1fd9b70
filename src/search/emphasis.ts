import type { SearchIndex } from './search-index.ts';
import type { Reason, Wanted } from './understand.ts';
import { unitsOf } from './units.ts';

/** A stretch of a text that matches what was asked, in UTF-16 offsets. */
export interface Range {
  readonly start: number;
  readonly end: number;
  /** What was typed that matches here. */
  readonly typed: string;
  readonly reason: Reason;
}

export interface Excerpt {
  /** One line without Markdown's marks; empty when no line matches. */
  readonly line: string;
  readonly ranges: readonly Range[];
}

interface Needle {
  /** Its letters, without what may join them. */
  readonly letters: string;
  readonly pattern: string;
}

/** Finds what was asked in texts: by the words typed, by other names of the same thing, by what was repaired. */
export interface Finder {
  /** Longest first. */
  readonly needles: readonly Needle[];
  /** Patterns made so far, by the needles that they find. */
  readonly patterns: Map<string, RegExp>;
  readonly sources: ReadonlyMap<
    string,
    { readonly typed: string; readonly reason: Reason; readonly weight: number }
  >;
}

/** Prepares the search for matches of one query; use it for all hits. */
export function finderOf(index: SearchIndex, wanted: readonly Wanted[]): Finder {
  const sources = new Map<string, { typed: string; reason: Reason; weight: number }>();
  const add = (needle: string, typed: string, reason: Reason, weight: number): void => {
    const key = flat(needle);
    if (key !== '' && (sources.get(key)?.weight ?? 0) < weight) sources.set(key, { typed, reason, weight });
  };
  for (const { typed, terms, weight } of wanted) {
    for (const term of terms) {
      if (term.reason === 'broader' || term.weight * weight < LEAST) continue;
      const own = term.weight * weight * (index.term(term.text)?.idf ?? 0);
      const names = term.text.startsWith('#')
        ? (index.concept(term.text.slice(1))?.names ?? [])
        : [term.text];
      for (const name of names) add(name, typed, flat(name) === flat(typed) ? 'literal' : term.reason, own);
    }
  }
  const needles = [...sources.keys()]
    .sort((a, b) => b.length - a.length)
    .map((needle) => ({ letters: unjoined(needle), pattern: needlePattern(needle) }));
  return { needles, patterns: new Map(), sources };
}

/** Words that stand for less than this of what was asked are not shown as matches. */
const LEAST = 0.15;

/** What in a text matches, in order; stretches that touch and say the same are one. */
export function rangesIn(text: string, { needles, patterns, sources }: Finder): Range[] {
  const lower = folded(text);
  const letters = unjoined(lower);
  // Most lines have none: a pattern of the few needles that are there is made and run many times faster than one of all.
  const there = needles.filter((needle) => letters.includes(needle.letters));
  if (there.length === 0) return [];
  const key = there.map((needle) => needle.pattern).join('|');
  const pattern = patterns.get(key) ?? new RegExp(key, 'g');
  patterns.set(key, pattern);
  const ranges: Range[] = [];
  for (const match of lower.matchAll(pattern)) {
    const source = sourceOf(match[0], sources);
    if (!source) continue;
    const range = { start: match.index, end: match.index + match[0].length, ...source };
    const last = ranges.at(-1);
    const touches = last && last.end === range.start && last.typed === range.typed;
    if (touches) ranges[ranges.length - 1] = { ...last, end: range.end };
    else ranges.push({ start: range.start, end: range.end, typed: range.typed, reason: range.reason });
  }
  return ranges;
}

/** The line of an answer that says most of what was asked. */
export function excerptOf(answer: string, finder: Finder): Excerpt {
  let best: Excerpt = { line: '', ranges: [] };
  let most = 0;
  for (const line of proseLines(answer)) {
    const ranges = rangesIn(line, finder);
    const worth = new Map(
      ranges.map(({ start, end, typed }) => [
        typed,
        sourceOf(line.slice(start, end), finder.sources)?.weight ?? 0.1,
      ]),
    );
    const score = [...worth.values()].reduce((sum, weight) => sum + weight, 0);
    if (score > most) {
      most = score;
      best = { line, ranges };
    }
  }
  return best;
}

function sourceOf(text: string, sources: Finder['sources']): ReturnType<Finder['sources']['get']> {
  const key = flat(text);
  const exact = sources.get(key);
  if (exact) return exact;
  for (const [needle, source] of sources) if (key.startsWith(needle)) return source;
  return undefined;
}

/**
 * The text in lower case, offsets kept, so that the pattern can do without the flags `iu`: with them, compiling it costs
 * more than all the rest of a search.
 */
function folded(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length ? lower : text;
}

function unjoined(text: string): string {
  return text.replace(/[-_ ]/g, '');
}

/** One spelling for comparison: lower case, units without what joins them. */
function flat(text: string): string {
  return unitsOf(text)
    .map((unit) => unit.text)
    .join('');
}

/** Matches a name however it is joined or ended: `configmap` finds ConfigMaps, config-map, config map. */
function needlePattern(needle: string): string {
  const units = unitsOf(needle);
  const letters = [...needle].map((one) => one.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  const body = letters.join('[-_ ]?');
  const latin = units.some((unit) => !unit.han);
  // A stem is followed by any ending; nothing may stand before it.
  return latin ? `(?<![a-z0-9])${body}(?:[a-z]{0,3})?(?![a-z0-9])` : body;
}

function proseLines(answer: string): string[] {
  let fenced = false;
  return answer
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')
    .filter((line) => {
      if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
      return !fenced && !/^\s*(#|```|~~~|\|[-\s|:]+\|?$|$)/.test(line);
    })
    .map(plainLine);
}

function plainLine(markdown: string): string {
  return markdown
    .replace(/^\s*(?:[-*+]|\d+[.、)])\s*(?:★\s*)?/, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|__|`/g, '')
    .trim();
}
