import { withoutComments } from './fields.ts';
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
  /** One spelling, as `flat` gives it. */
  readonly name: string;
  /** Its letters, without what may join them. */
  readonly letters: string;
}

/** What a stretch of text stands for. */
interface Source {
  readonly typed: string;
  readonly reason: Reason;
  /** How much of what was asked it is. */
  readonly weight: number;
}

/** Finds what was asked in texts: by the words typed, by other names of the same thing, by what was repaired. */
export interface Finder {
  /** Longest first. */
  readonly needles: readonly Needle[];
  readonly sources: ReadonlyMap<string, Source>;
  /** Patterns made so far, by the needles that they find, and what they found, by how it is written. */
  readonly patterns: Map<string, RegExp>;
  readonly found: Map<string, Source | undefined>;
}

/** Prepares the search for matches of one query; use it for all hits. */
export function finderOf(index: SearchIndex, wanted: readonly Wanted[]): Finder {
  const sources = new Map<string, Source>();
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
    .map((name) => ({ name, letters: unjoined(name) }));
  return { needles, sources, patterns: new Map(), found: new Map() };
}

/** Words that stand for less than this of what was asked are not shown as matches. */
const LEAST = 0.15;

/** What in a text matches, in order; stretches that touch and say the same are one. */
export function rangesIn(text: string, finder: Finder): Range[] {
  const lower = folded(text);
  const there = among(finder.needles, unjoined(lower));
  if (there.length === 0) return [];
  const ranges: Range[] = [];
  for (const match of lower.matchAll(patternOf(there, finder))) {
    const source = sourceOf(match[0], finder);
    if (!source) continue;
    const { typed, reason } = source;
    const start = match.index;
    const end = start + match[0].length;
    const last = ranges.at(-1);
    if (last?.end === start && last.typed === typed) ranges[ranges.length - 1] = { ...last, end };
    else ranges.push({ start, end, typed, reason });
  }
  return ranges;
}

/** The line of an answer that says most of what was asked. */
export function excerptOf(answer: Lines, finder: Finder): Excerpt {
  let best: Excerpt = { line: '', ranges: [] };
  let most = 0;
  for (const markdown of likelyLines(answer, finder.needles)) {
    const line = plainLine(markdown);
    const ranges = rangesIn(line, finder);
    const worth = new Map(
      ranges.map(({ start, end, typed }) => [typed, sourceOf(line.slice(start, end), finder)?.weight ?? 0.1]),
    );
    const score = [...worth.values()].reduce((sum, weight) => sum + weight, 0);
    if (score > most) {
      most = score;
      best = { line, ranges };
    }
  }
  return best;
}

/** The needles whose letters are there: of most texts none, so that nothing more need be done. */
function among(needles: readonly Needle[], letters: string): Needle[] {
  return needles.filter((needle) => letters.includes(needle.letters));
}

/** A pattern of a few needles is made and run many times faster than one of all. */
function patternOf(needles: readonly Needle[], { patterns }: Finder): RegExp {
  const key = needles.map(({ name }) => name).join('|');
  const pattern =
    patterns.get(key) ?? new RegExp(needles.map(({ name }) => needlePattern(name)).join('|'), 'g');
  patterns.set(key, pattern);
  return pattern;
}

function sourceOf(text: string, { sources, found }: Finder): Source | undefined {
  if (found.has(text)) return found.get(text);
  const key = flat(text);
  const source = sources.get(key) ?? [...sources].find(([needle]) => key.startsWith(needle))?.[1];
  found.set(text, source);
  return source;
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

/** An answer made ready to be looked through: its lines, and the letters of each without marks. */
export interface Lines {
  /** As Markdown. */
  readonly lines: readonly string[];
  /** Letters of all lines, and of each. */
  readonly letters: string;
  readonly lettersOf: readonly string[];
  readonly hasFences: boolean;
}

/** Makes an answer ready; use it for all queries. */
export function linesOf(answer: string): Lines {
  const text = withoutComments(answer, '');
  const letters = folded(unlinked(text)).replace(/[-_ *`]/g, '');
  const hasFences = text.includes('```') || text.includes('~~~');
  return { lines: text.split('\n'), letters, lettersOf: letters.split('\n'), hasFences };
}

/**
 * The lines of prose, as Markdown, that may match. Looked for in all of the answer at once, marks left out: only what
 * matches is worth the work of reading its marks.
 */
function likelyLines({ lines, letters, lettersOf, hasFences }: Lines, needles: readonly Needle[]): string[] {
  const there = among(needles, letters);
  if (there.length === 0) return [];
  let fenced = false;
  return lines.filter((line, at) => {
    if (hasFences && /^\s*(```|~~~)/.test(line)) fenced = !fenced;
    if (fenced || !there.some((needle) => lettersOf[at]?.includes(needle.letters))) return false;
    return !/^\s*(#|```|~~~|\|[-\s|:]+\|?$|$)/.test(line);
  });
}

function unlinked(markdown: string): string {
  return markdown.includes('](') ? markdown.replace(/!?\[([^\]\n]*)\]\([^)\n]*\)/g, '$1') : markdown;
}

function plainLine(markdown: string): string {
  return unlinked(markdown.replace(/^\s*(?:[-*+]|\d+[.、)])\s*(?:★\s*)?/, ''))
    .replace(/\*\*|__|`/g, '')
    .trim();
}
