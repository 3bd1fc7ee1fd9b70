import type { ColourLevel, ThemeName } from './look.ts';
import type { Role } from './style.ts';

/** SGR parameters of each role; a role that is not named has the terminal's own foreground. */
export type Theme = Readonly<Partial<Record<Role, string>>> & {
  /** Bold words have no colour: many terminals draw bold text in the bright one of the two. */
  readonly boldIsPlain?: true;
};

/**
 * For a background that is not known. Only the 16 colours that the user has set are used, and on the default palettes
 * of common terminals (tests/terminal/palettes.ts) just one of them keeps 3:1 on dark and light alike and is nowhere
 * the colour of the text itself: magenta. Bright blue, the obvious choice, is the text colour of Solarized dark. So
 * words are in magenta or in the default foreground; the other colours are for bars and signs, beside words that say
 * the same. Bright black (90) is used for nothing: on Solarized dark it is the background.
 */
const AUTO: Theme = {
  title: '1',
  heading: '1',
  lead: '1',
  accent: '35',
  must: '1;31',
  code: '35',
  link: '4',
  quiet: '2',
  note: '34',
  tip: '32',
  important: '35',
  warning: '31',
  caution: '31',
  wrong: '31',
  right: '32',
  property: '35',
  keyword: '1',
  comment: '2',
  command: '1',
  option: '35',
  good: '1',
  warn: '35',
  bad: '1;35',
};

/** Weight only: for people who want emphasis but no colour. */
const MONO: Theme = {
  title: '1',
  heading: '1',
  lead: '1',
  must: '1',
  link: '4',
  quiet: '2',
  comment: '2',
  keyword: '1',
  command: '1',
  good: '1',
  bad: '1',
};

/** For a dark background: cyan, green and yellow keep 4.3:1 there. */
const DARK: Theme = {
  ...AUTO,
  accent: '36',
  code: '36',
  note: '36',
  warning: '33',
  property: '36',
  option: '36',
  string: '32',
  number: '33',
  good: '32',
  warn: '33',
  bad: '1;33',
};

/** For a light background: blue, red and magenta keep 3.4:1 there, none of their bright ones does. */
const LIGHT: Theme = {
  ...AUTO,
  boldIsPlain: true,
  must: '31',
  accent: '34',
  code: '34',
  property: '34',
  option: '34',
  string: '31',
  number: '35',
  good: '34',
  warn: '35',
  bad: '31',
};

const THEMES: Readonly<Record<ThemeName, Theme>> = { auto: AUTO, mono: MONO, dark: DARK, light: LIGHT };

/** The theme of a name. The level is that of the terminal; themes of today use its 16 colours at every level. */
export function themeOf(name: ThemeName, _level: ColourLevel): Theme {
  return THEMES[name];
}
