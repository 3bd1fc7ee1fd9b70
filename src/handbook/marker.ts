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

const SHAPE =
  /^(\s*)(?:([-*+])(?=\s|$)|(\d{1,9})(?:([.)])(?=\s|$)|([.)])(?=[^\d\s.)])|([、．）]))|[（(](\d{1,3})[)）]|([①-⑳])|([·•●○▪■◆]))\s*/u;

const STYLES: Readonly<Record<string, MarkerStyle>> = {
  '.': 'dot',
  ')': 'paren',
  '、': 'comma',
  '．': 'dot',
  '）': 'paren',
};

/** The marker at the start of a line, or null when the line is plain text. */
export function markerOf(line: string): Marker | null {
  const match = SHAPE.exec(line);
  if (!match) return null;
  const [whole, space = '', bullet, number, strict, loose, wide, bracketed, circled] = match;
  const at = { indent: indentOf(space), width: whole.length };
  if (bullet) return { style: 'bullet', number: 0, ...at };
  if (number)
    return { style: STYLES[strict ?? loose ?? wide ?? '.'] ?? 'dot', number: Number(number), ...at };
  if (bracketed) return { style: 'brackets', number: Number(bracketed), ...at };
  if (circled) return { style: 'circle', number: circled.charCodeAt(0) - 0x245f, ...at };
  return { style: 'middot', number: 0, ...at };
}

export function isNumbered(marker: Marker): boolean {
  return marker.style !== 'bullet' && marker.style !== 'middot';
}

/** Columns of leading white space; a tab counts as four. */
export function indentOf(line: string): number {
  let columns = 0;
  for (const char of line) {
    if (char === '\t') columns += 4;
    else if (char === ' ') columns += 1;
    else break;
  }
  return columns;
}

/** The line with its number replaced, the rest as it was. */
export function renumber(line: string, number: number): string {
  const marker = markerOf(line);
  if (marker?.style === 'circle') {
    return number <= 20 ? line.replace(/[①-⑳]/u, String.fromCharCode(0x245f + number)) : line;
  }
  return line.replace(/\d+/, String(number));
}
