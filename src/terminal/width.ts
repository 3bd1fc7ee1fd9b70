import { AMBIGUOUS, PICTOGRAPHIC, SPACING, WIDE, ZERO } from './width-table.ts';

/** How many columns a character of ambiguous East Asian Width takes: terminals differ, so the caller says. */
export type AmbiguousWidth = 1 | 2;

const ZWJ = 0x200d;
const VS16 = 0xfe0f;
const KEYCAP = 0x20e3;
/** No character before this one takes two columns everywhere. */
const FIRST_WIDE = 0x1100;

interface Ranges {
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

function ranges(table: string): Ranges {
  const words = table.split(' ');
  const starts = new Int32Array(words.length);
  const ends = new Int32Array(words.length);
  let last = 0;
  for (let i = 0; i < words.length; i++) {
    const [gap = '', more] = (words[i] ?? '').split('+');
    starts[i] = last + Number.parseInt(gap, 36);
    last = (starts[i] ?? 0) + (more ? Number.parseInt(more, 36) : 0);
    ends[i] = last;
  }
  return { starts, ends };
}

function holds({ starts, ends }: Ranges, code: number): boolean {
  let low = 0;
  let high = starts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if (code < (starts[middle] ?? 0)) high = middle - 1;
    else if (code > (ends[middle] ?? 0)) low = middle + 1;
    else return true;
  }
  return false;
}

const tables = new Map<string, Ranges>();

/** Tables are unpacked on first use: text of ASCII and Han needs none of them. */
function isIn(table: string, code: number): boolean {
  let unpacked = tables.get(table);
  if (!unpacked) {
    unpacked = ranges(table);
    tables.set(table, unpacked);
  }
  return holds(unpacked, code);
}

/** The bulk of Chinese text, decided without a table: Han, kana, and full-width punctuation. */
function isPlainWide(code: number): boolean {
  return (
    (code >= 0x4e00 && code <= 0x9fff) ||
    (code >= 0x3001 && code <= 0x3029) ||
    (code >= 0x3041 && code <= 0x3096) ||
    (code >= 0xff01 && code <= 0xff60)
  );
}

/** Punctuation, arrows and signs for which, too, no table is asked: one column, or two where ambiguous is wide. */
function isPlainSign(code: number): boolean {
  return (
    (code >= 0x2010 && code <= 0x2027) ||
    (code >= 0x2030 && code <= 0x205f) ||
    (code >= 0x2190 && code <= 0x2319) ||
    (code >= 0x2500 && code <= 0x25fc)
  );
}

/** Takes no column and belongs to the character before it. */
export function isZeroWidth(code: number): boolean {
  return code >= 0x300 && !isPlainWide(code) && !isPlainSign(code) && isIn(ZERO, code);
}

/** East_Asian_Width A. */
export function isAmbiguous(code: number): boolean {
  return code >= 0xa1 && !isPlainWide(code) && isIn(AMBIGUOUS, code);
}

function isRegional(code: number): boolean {
  return code >= 0x1f1e6 && code <= 0x1f1ff;
}

/** Columns of one code point by itself: 0, 1 or 2. */
export function codeWidth(code: number, ambiguous: AmbiguousWidth = 1): number {
  if (code < 0xa1) return code < 0x20 || (code >= 0x7f && code < 0xa0) ? 0 : 1;
  if (isPlainWide(code)) return 2;
  if (code >= FIRST_WIDE && !isPlainSign(code) && isIn(WIDE, code)) return 2;
  if (isZeroWidth(code)) return 0;
  return ambiguous === 2 && isIn(AMBIGUOUS, code) ? 2 : 1;
}

function joins(code: number): boolean {
  if (isPlainSign(code)) return false;
  return isZeroWidth(code) || isIn(SPACING, code) || (code >= 0x1f3fb && code <= 0x1f3ff);
}

const units = (code: number): number => (code > 0xffff ? 2 : 1);

function needsLook(code: number): boolean {
  return code >= 0x300 && !isPlainWide(code);
}

/** Whether a Han character stands at `at` and is a cluster by itself: the common case, told without a table. */
export function isLoneHan(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0x4e00 || code > 0x9fff) return false;
  const next = text.charCodeAt(at + 1);
  return !(next >= 0x300) || isPlainWide(next);
}

/**
 * End (in UTF-16 units) of the grapheme cluster that begins at `start`: a base with its marks, an emoji sequence
 * joined by U+200D, a flag of two regional indicators, a Hangul syllable of jamo (UAX #29 without the Prepend rule).
 */
export function clusterEnd(text: string, start: number): number {
  const first = text.codePointAt(start) ?? 0;
  let end = start + units(first);
  let next = text.codePointAt(end);
  if (next === undefined || !needsLook(next)) return end;
  if (isRegional(first) && isRegional(next)) return end + units(next);
  let previous = first;
  while (next !== undefined && needsLook(next)) {
    const joined = joins(next) || (previous === ZWJ && isIn(PICTOGRAPHIC, next));
    if (!joined && !(isLeadingJamo(previous) && isLeadingJamo(next))) break;
    previous = next;
    end += units(next);
    next = text.codePointAt(end);
  }
  return end;
}

function isLeadingJamo(code: number): boolean {
  return code >= 0x1100 && code <= 0x115f;
}

/** Columns of one grapheme cluster. */
export function clusterWidth(cluster: string, ambiguous: AmbiguousWidth = 1): number {
  const first = cluster.codePointAt(0) ?? 0;
  const base = codeWidth(first, ambiguous);
  if (cluster.length === units(first)) return isRegional(first) ? 2 : base;
  if (isRegional(first)) return 2;
  let width = base;
  for (let i = units(first); i < cluster.length; ) {
    const code = cluster.codePointAt(i) ?? 0;
    if (code === VS16 || code === KEYCAP || code >= 0x1f000) width = Math.max(width, 2);
    else if (isIn(SPACING, code)) width += 1;
    i += units(code);
  }
  return width;
}

/** Splits text into grapheme clusters. */
export function clusters(text: string): string[] {
  const found: string[] = [];
  for (let i = 0; i < text.length; ) {
    const end = clusterEnd(text, i);
    found.push(text.slice(i, end));
    i = end;
  }
  return found;
}

const ASCII_ONLY = /^[ -~]*$/;

/** What takes one column, or two, and is a cluster by itself whatever stands beside it in such a text: nearly all text. */
const PLAIN =
  /^[ -~\xa1-\u02ff\u2010-\u2027\u2030-\u205f\u2190-\u2319\u2500-\u25fc\u3001-\u3029\u3041-\u3096\u4e00-\u9fff\uff01-\uff60]*$/;
const PLAIN_NARROW = /[ -~\xa1-\u02ff\u2010-\u2027\u2030-\u205f\u2190-\u2319\u2500-\u25fc]+/g;

/** Columns that a text without control characters takes on a terminal. */
export function displayWidth(text: string, ambiguous: AmbiguousWidth = 1): number {
  if (ASCII_ONLY.test(text)) return text.length;
  // Counted by native code: in a process that has just begun, a loop over the characters takes ten times as long.
  if (ambiguous === 1 && PLAIN.test(text)) return text.length + text.replace(PLAIN_NARROW, '').length;
  let width = 0;
  for (let i = 0; i < text.length; ) {
    const end = clusterEnd(text, i);
    width +=
      end === i + 1 ? codeWidth(text.charCodeAt(i), ambiguous) : clusterWidth(text.slice(i, end), ambiguous);
    i = end;
  }
  return width;
}
