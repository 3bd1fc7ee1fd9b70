/** How a piece of text is to look: attribute bits, and a role (what it is, not its colour) in the bits above. */
export type Style = number;

export const PLAIN_STYLE: Style = 0;
export const BOLD: Style = 1;
export const DIM: Style = 2;
export const ITALIC: Style = 4;
export const UNDERLINE: Style = 8;
export const STRIKE: Style = 16;
export const INVERSE: Style = 32;

const ROLE_SHIFT = 8;
export const ATTRIBUTES = 0xff;

/** What a text is; the theme gives each a colour, or none. */
export const ROLES = [
  'text',
  'title',
  'heading',
  'lead',
  'accent',
  'must',
  'code',
  'link',
  'quiet',
  'note',
  'tip',
  'important',
  'warning',
  'caution',
  'wrong',
  'right',
  'property',
  'string',
  'number',
  'keyword',
  'comment',
  'command',
  'option',
  'good',
  'warn',
  'bad',
] as const;

export type Role = (typeof ROLES)[number];

const styles = new Map(ROLES.map((role, index) => [role, index << ROLE_SHIFT]));

/** The style of a role without attributes; combine with `|`. */
export function role(name: Role): Style {
  return styles.get(name) ?? PLAIN_STYLE;
}

/** The role of a style. */
export function roleOf(style: Style): Role {
  return ROLES[style >> ROLE_SHIFT] ?? 'text';
}

/** Adds a role to a style that has none yet; an outer role does not override an inner one. */
export function within(style: Style, outer: Style): Style {
  const attributes = (style | outer) & ATTRIBUTES;
  const inner = style & ~ATTRIBUTES;
  return attributes | (inner || outer & ~ATTRIBUTES);
}

/** A stretch of text in one style, all of it on one line. */
export interface Run {
  readonly text: string;
  readonly style: Style;
  /** Where it leads when the terminal has hyperlinks. */
  readonly href?: string | undefined;
}

/** One line of output; no run of it holds a line feed. */
export type Line = readonly Run[];

/** A run of text. */
export function run(text: string, style: Style = PLAIN_STYLE): Run {
  return { text, style };
}
