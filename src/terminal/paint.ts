import type { Look } from './look.ts';
import { guard } from './sanitize.ts';
import {
  BOLD,
  DIM,
  INVERSE,
  ITALIC,
  type Line,
  type Run,
  roleOf,
  STRIKE,
  type Style,
  UNDERLINE,
} from './style.ts';
import { themeOf } from './theme.ts';

const RESET = '\x1b[0m';

const ATTRIBUTE_CODES: readonly (readonly [Style, string])[] = [
  [BOLD, '1'],
  [DIM, '2'],
  [ITALIC, '3'],
  [UNDERLINE, '4'],
  [INVERSE, '7'],
  [STRIKE, '9'],
];

/** Opens a style; empty when it is the terminal's own. */
function opening(style: Style, look: Look): string {
  const codes = ATTRIBUTE_CODES.filter(([bit]) => (style & bit) !== 0).map(([, code]) => code);
  const theme = themeOf(look.theme, look.level);
  const colour = theme.boldIsPlain && style & BOLD ? undefined : theme[roleOf(style)];
  if (colour) codes.push(...colour.split(';').filter((code) => !codes.includes(code)));
  return codes.length > 0 ? `\x1b[${codes.join(';')}m` : '';
}

/** The address as it may stand in OSC 8: http, https and mailto only, ASCII only; undefined for any other. */
export function clickable(href: string): string | undefined {
  if (!/^(?:https?:\/\/|mailto:)/i.test(href)) return undefined;
  const ascii = href.replace(/[^!-~]/gu, (character) => {
    try {
      return encodeURIComponent(character);
    } catch {
      return '%EF%BF%BD';
    }
  });
  return ascii.replace(/^[A-Za-z]+/, (scheme) => scheme.toLowerCase());
}

function linked(text: string, href: string | undefined, look: Look): string {
  const address = href !== undefined && look.hyperlinks ? clickable(href) : undefined;
  return address === undefined ? text : `\x1b]8;;${address}\x1b\\${text}\x1b]8;;\x1b\\`;
}

/**
 * Turns lines into what is sent to the terminal. Every line opens and closes its own styles, so that any line can be
 * cut out, paged or redrawn by itself; trailing spaces are left out.
 */
export function paint(lines: readonly Line[], look: Look): string {
  const openings = new Map<Style, string>();
  const open = (style: Style): string => {
    const known = openings.get(style) ?? opening(style, look);
    openings.set(style, known);
    return known;
  };
  const painted = lines.map((line) => {
    if (look.level === 0)
      return line
        .map((each) => each.text)
        .join('')
        .trimEnd();
    return paintLine(line, open, look);
  });
  return guard(painted.join('\n'));
}

function paintLine(runs: Line, open: (style: Style) => string, look: Look): string {
  let painted = '';
  for (let i = 0; i < runs.length; ) {
    const { style, href } = runs[i] as Run;
    let words = '';
    while (i < runs.length && runs[i]?.style === style && runs[i]?.href === href) words += runs[i++]?.text;
    if (i === runs.length && (style & (INVERSE | UNDERLINE)) === 0) words = words.trimEnd();
    if (words === '') continue;
    const start = open(style);
    painted += start ? start + linked(words, href, look) + RESET : linked(words, href, look);
  }
  return painted;
}
