import type { ColourLevel, ThemeName } from './look.ts';
import type { Role } from './style.ts';

/** SGR parameters of each role; a role that is not named has the terminal's own foreground. */
export type Theme = Readonly<Partial<Record<Role, string>>>;

/**
 * For a background that is not known. Only the 16 colours that the user has set are used, and of these bright red,
 * bright magenta and bright blue alone keep a contrast near 3:1 on the default palettes of common terminals, light
 * and dark (tests/terminal/palettes.ts); so text is in one of them or in the default foreground. Green and yellow
 * mark bars and signs only, beside words that say the same. Bright black (90) is used for nothing: on Solarized
 * dark it is the background.
 */
const AUTO: Theme = {
  title: '1',
  heading: '1',
  lead: '1',
  accent: '94',
  must: '1;91',
  code: '94',
  link: '4',
  quiet: '2',
  note: '94',
  tip: '32',
  important: '95',
  warning: '33',
  caution: '91',
  wrong: '91',
  right: '32',
  property: '94',
  number: '95',
  keyword: '1',
  comment: '2',
  command: '1',
  option: '94',
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
};

/** For a dark background: cyan, green and yellow keep 4.4:1 there. */
const DARK: Theme = {
  ...AUTO,
  accent: '36',
  code: '36',
  note: '36',
  property: '36',
  option: '36',
  string: '32',
  number: '33',
};

/** For a light background: blue, red and magenta keep 3.4:1 there. */
const LIGHT: Theme = {
  ...AUTO,
  accent: '34',
  must: '1;31',
  code: '34',
  note: '34',
  important: '35',
  caution: '31',
  wrong: '31',
  property: '34',
  option: '34',
  string: '31',
  number: '35',
};

const THEMES: Readonly<Record<ThemeName, Theme>> = { auto: AUTO, mono: MONO, dark: DARK, light: LIGHT };

/** The theme of a name. The level is that of the terminal; themes of today use its 16 colours at every level. */
export function themeOf(name: ThemeName, _level: ColourLevel): Theme {
  return THEMES[name];
}
