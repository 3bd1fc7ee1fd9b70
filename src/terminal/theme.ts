import type { ColourLevel, ThemeName } from './look.ts';
import type { Role } from './style.ts';

/** SGR parameters of each role; a role that is not named has the terminal's own foreground. */
export type Theme = Readonly<Partial<Record<Role, string>>>;

/**
 * Only the 16 colours that the user has set. Which one is legible depends on a palette that is not known, so running
 * text stays in the default foreground and colour marks small signs and code; magenta is the colour that has the
 * best least contrast over common palettes, light and dark. Bright black (90) is not used: on Solarized dark it is
 * the background.
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
  warning: '33',
  caution: '31',
  wrong: '31',
  right: '32',
  property: '35',
  string: '32',
  number: '36',
  keyword: '1',
  comment: '2;3',
  command: '1',
  option: '36',
};

/** Weight only: for people who want no colour but do want emphasis. */
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
  note: '1',
  tip: '1',
  important: '1',
  warning: '1',
  caution: '1',
};

/** For a dark background: bright colours, which keep 4.5:1 on black and on the usual dark grays. */
const DARK: Theme = {
  ...AUTO,
  accent: '36',
  code: '36',
  note: '94',
  tip: '32',
  property: '36',
  string: '32',
  number: '33',
  option: '33',
};

/** For a light background. */
const LIGHT: Theme = {
  ...AUTO,
  accent: '34',
  code: '34',
  property: '34',
  string: '31',
  number: '35',
  option: '35',
};

const THEMES: Readonly<Record<ThemeName, Theme>> = { auto: AUTO, mono: MONO, dark: DARK, light: LIGHT };

/** The theme of a name. The level is that of the terminal; themes of today use its 16 colours at every level. */
export function themeOf(name: ThemeName, _level: ColourLevel): Theme {
  return THEMES[name];
}
