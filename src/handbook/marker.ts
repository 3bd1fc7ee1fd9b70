/** How a list item or a numbered paragraph begins: `-`, `1.`, `1)`, `1、`, `（1）`, `①`, `·`. */
export type MarkerStyle = 'bullet' | 'dot' | 'paren' | 'comma' | 'brackets' | 'circle' | 'middot';

export interface Marker {
  readonly style: MarkerStyle;
  /** The item's number; 0 for bullets. */
  readonly number: number;
  /** Columns before the marker (a tab counts as four). */
  readonly indent: number;
  /** Characters to drop to get the item's text. */
  readonly width: number;
}

const STYLES: Readonly<Record<string, MarkerStyle>> = {
  '.': 'dot',
  ')': 'paren',
  '、': 'comma',
  '．': 'dot',
  '）': 'paren',
};

const WIDE_SPACES =
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
const MIDDOTS = '·•●○▪■◆';
const CIRCLED_ONE = 0x2460;
const CIRCLED_TWENTY = 0x2473;
/** A list's number has no more digits, one in brackets no more than three. */
const MOST_DIGITS = 9;
const MOST_IN_BRACKETS = 3;

/**
 * The marker at the start of a line, or null when the line is plain text. Read character by character: it is asked of
 * every line of a handbook many times.
 */
export function markerOf(line: string): Marker | null {
  const at = spacesEnd(line, 0);
  const code = line.charCodeAt(at);
  if (isDigit(code)) return numbered(line, at);
  // Most lines begin with a letter or a Chinese character.
  if (code > 0x2b && code !== 0x2d && (code < 0x80 || (code >= 0x3040 && code < 0xff00))) return null;
  if (code === 0x2d || code === 0x2a || code === 0x2b)
    return at + 1 === line.length || isSpace(line.charCodeAt(at + 1))
      ? marker('bullet', 0, line, at + 1)
      : null;
  if (code === 0x28 || code === 0xff08) return bracketed(line, at);
  if (code >= CIRCLED_ONE && code <= CIRCLED_TWENTY)
    return marker('circle', code - CIRCLED_ONE + 1, line, at + 1);
  return at < line.length && MIDDOTS.includes(line.charAt(at)) ? marker('middot', 0, line, at + 1) : null;
}

function numbered(line: string, at: number): Marker | null {
  const end = digitsEnd(line, at);
  const style = end - at > MOST_DIGITS ? undefined : STYLES[line.charAt(end)];
  if (!style) return null;
  const mark = line.charAt(end);
  // `1.` and `1)` stand before a space or a word; `1.5` and `1.)` are none.
  if ((mark === '.' || mark === ')') && end + 1 < line.length) {
    const next = line.charCodeAt(end + 1);
    if (isDigit(next) || next === 0x2e || next === 0x29) return null;
  }
  return marker(style, Number(line.slice(at, end)), line, end + 1);
}

function bracketed(line: string, at: number): Marker | null {
  const end = digitsEnd(line, at + 1);
  const size = end - at - 1;
  const close = line.charAt(end);
  if (size < 1 || size > MOST_IN_BRACKETS || (close !== ')' && close !== '）')) return null;
  return marker('brackets', Number(line.slice(at + 1, end)), line, end + 1);
}

function marker(style: MarkerStyle, number: number, line: string, end: number): Marker {
  return { style, number, indent: indentOf(line), width: spacesEnd(line, end) };
}

function digitsEnd(line: string, from: number): number {
  let at = from;
  while (isDigit(line.charCodeAt(at))) at++;
  return at;
}

function spacesEnd(line: string, from: number): number {
  let at = from;
  while (isSpace(line.charCodeAt(at))) at++;
  return at;
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** What a regular expression takes for white space. */
function isSpace(code: number): boolean {
  if (code <= 0x20) return code === 0x20 || (code >= 0x09 && code <= 0x0d);
  if (code < 0xa0 || (code > 0x3000 && code !== 0xfeff)) return false;
  return WIDE_SPACES.includes(String.fromCharCode(code));
}

export function isNumbered(marker: Marker): boolean {
  return marker.style !== 'bullet' && marker.style !== 'middot';
}

/** Columns of leading white space; a tab counts as four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (let at = 0; ; at++) {
    const code = line.charCodeAt(at);
    if (code === 0x09) columns += 4;
    else if (code === 0x20) columns += 1;
    else return columns;
  }
}

/** The line with its number replaced, the rest as it was. */
export function renumber(line: string, number: number): string {
  const marker = markerOf(line);
  if (marker?.style === 'circle') {
    return number <= 20 ? line.replace(/[①-⑳]/u, String.fromCharCode(0x245f + number)) : line;
  }
  return line.replace(/\d+/, String(number));
}
