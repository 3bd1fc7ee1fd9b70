import type { Look } from './look.ts';
import type { Role } from './style.ts';
import { themeOf } from './theme.ts';

/** Styling for the one-line texts of commands, in the colours of the theme; plain at level 0. */
export interface Ink {
  readonly strong: (text: string) => string;
  readonly quiet: (text: string) => string;
  readonly accent: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warn: (text: string) => string;
  /** The sign of what nobody may miss. */
  readonly must: (text: string) => string;
  /** The sign of what is done or right. */
  readonly done: (text: string) => string;
  /** A match within a text. */
  readonly mark: (text: string) => string;
  readonly inverse: (text: string) => string;
}

/** The styling of a look. Raw sequences: a look-up must not wait for a colour library to load. */
export function ink(look: Look): Ink {
  const theme = themeOf(look.theme, look.level);
  const role = (name: Role) => wrap(look, theme[name]);
  return {
    strong: wrap(look, '1'),
    mark: wrap(look, '4'),
    inverse: wrap(look, '7'),
    quiet: role('quiet'),
    accent: role('accent'),
    good: role('good'),
    bad: role('bad'),
    warn: role('warn'),
    must: role('must'),
    done: role('right'),
  };
}

function wrap(look: Look, parameters: string | undefined): (text: string) => string {
  if (look.level === 0 || parameters === undefined) return (text) => text;
  // A reset inside, from text that is styled already, must not end this styling.
  const open = `\u001b[${parameters}m`;
  return (text) => `${open}${text.replaceAll('\u001b[0m', `\u001b[0m${open}`)}\u001b[0m`;
}
