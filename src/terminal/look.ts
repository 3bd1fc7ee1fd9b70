import type { Context } from '../context.ts';
import { type Language, languageOf } from '../language.ts';

/** 0: no escape sequence at all; 1: the 16 ANSI colours; 2: 256 colours; 3: 24 bits. */
export type ColourLevel = 0 | 1 | 2 | 3;

export const THEME_NAMES = ['auto', 'dark', 'light', 'mono'] as const;

/** `auto` uses the 16 colours the user has set and is safe on light and dark; `mono` uses weight only. */
export type ThemeName = (typeof THEME_NAMES)[number];

export const WIDTH_NAMES = ['auto', '1', '2'] as const;

/** Columns of characters of ambiguous East Asian Width; `auto` goes by `RUNEWIDTH_EASTASIAN` and else is one. */
export type WidthName = (typeof WIDTH_NAMES)[number];

/** How text is to look: everything that rendering depends on besides the text. */
export interface Look {
  /** Width of the terminal; Infinity means a pipe: unwrapped, one line a paragraph. */
  readonly columns: number;
  readonly level: ColourLevel;
  /** Bullets, rules and bars of ASCII only. */
  readonly ascii: boolean;
  /** Characters of ambiguous East Asian Width take two columns on this terminal. */
  readonly wideAmbiguous: boolean;
  /** The terminal understands OSC 8. */
  readonly hyperlinks: boolean;
  readonly theme: ThemeName;
  readonly lang: Language;
}

/** What a flag or the configuration may set; undefined means "decide from the terminal". */
export interface LookOptions {
  readonly columns?: number | undefined;
  readonly colour?: boolean | undefined;
  readonly ascii?: boolean | undefined;
  readonly wideAmbiguous?: boolean | undefined;
  readonly hyperlinks?: boolean | undefined;
  readonly theme?: ThemeName | undefined;
  readonly lang?: Language | undefined;
}

/*
 * Every look-up asks what follows, so none of it is a regular expression where a comparison does: the first use of one
 * costs as much as a hundred of those, and a millisecond where it ignores case.
 */

type Env = Context['env'];
type Surroundings = Pick<Context, 'stdout' | 'env'>;

const DEFAULT_COLUMNS = 80;

/** Below this nothing can be set in lines; the layout then overflows rather than fails. */
const LEAST_COLUMNS = 4;

/** A look for a pipe: no colours, no wrapping, the same on every machine. */
export const PLAIN: Look = {
  columns: Number.POSITIVE_INFINITY,
  level: 0,
  ascii: false,
  wideAmbiguous: false,
  hyperlinks: false,
  theme: 'auto',
  lang: 'zh',
};

function positive(value: number | string | undefined): number | undefined {
  const number = Math.floor(Number(value));
  return Number.isFinite(number) && number > 0 ? number : undefined;
}

/** `columns` of a stream can be 0 or undefined (a serial line, a pipe, some CI); COLUMNS wins as in ls and git. */
function columnsOf({ stdout, env }: Surroundings, asked: number | undefined): number {
  if (asked === Number.POSITIVE_INFINITY) return asked;
  const known =
    positive(asked) ?? positive(env['COLUMNS']) ?? (stdout.isTTY ? positive(stdout.columns) : undefined);
  if (known !== undefined) return Math.max(known, LEAST_COLUMNS);
  return stdout.isTTY ? DEFAULT_COLUMNS : Number.POSITIVE_INFINITY;
}

function depthOf(env: Env): ColourLevel {
  const colours = env['COLORTERM'] ?? '';
  if (colours === 'truecolor' || colours === '24bit') return 3;
  const term = env['TERM'] ?? '';
  return term.endsWith('-256color') || term.endsWith('-direct') || env['WT_SESSION'] ? 2 : 1;
}

/** FORCE_COLOR as Node.js and chalk read it: `0`/`false` is off, `1`–`3` a level, anything else on. */
function forced(env: Env): ColourLevel | undefined {
  const value = env['FORCE_COLOR'];
  if (value === undefined) return undefined;
  if (value === '0' || value === 'false') return 0;
  if (value === '2') return 2;
  return value === '3' ? 3 : 1;
}

/** Order of say: the flag, FORCE_COLOR, NO_COLOR (no-color.org: any value but the empty one), TERM=dumb, a terminal. */
function levelOf({ stdout, env }: Surroundings, asked: boolean | undefined): ColourLevel {
  if (asked !== undefined) return asked ? depthOf(env) : 0;
  const force = forced(env);
  if (force !== undefined) return force;
  if (env['NO_COLOR'] || env['TERM'] === 'dumb' || !stdout.isTTY) return 0;
  return depthOf(env);
}

function localeOf(env: Env, category: 'LC_CTYPE' | 'LC_MESSAGES'): string {
  return env['LC_ALL'] || env[category] || env['LANG'] || '';
}

function isUtf8(locale: string): boolean {
  const name = locale.toLowerCase();
  return name.includes('utf-8') || name.includes('utf8');
}

/** The Linux console has neither the glyphs nor Han; a locale that names another charset cannot show them. */
function asciiOf(env: Env): boolean {
  const locale = localeOf(env, 'LC_CTYPE');
  if (env['TERM'] === 'dumb' || env['TERM'] === 'linux') return true;
  return locale !== '' && !isUtf8(locale);
}

/** Beginnings of `TERM` where links may be lost, and where they are followed; values of `TERM_PROGRAM` where they are. */
const UNLINKED = ['screen', 'tmux', 'dumb', 'linux'];
const LINKED = ['xterm-kitty', 'xterm-ghostty', 'alacritty', 'foot', 'wezterm', 'contour'];
const LINKED_PROGRAMS = ['iTerm.app', 'WezTerm', 'vscode', 'ghostty', 'Hyper', 'Tabby', 'rio'];

/** Terminals known to follow OSC 8; inside tmux and screen the links may be lost, so they count as unknown. */
function hyperlinksOf({ stdout, env }: Surroundings): boolean {
  const force = env['FORCE_HYPERLINK'];
  if (force !== undefined) return force !== '0' && force !== '';
  const begins = (names: readonly string[]): boolean =>
    names.some((name) => env['TERM']?.startsWith(name) === true);
  if (!stdout.isTTY || begins(UNLINKED) || env['TMUX']) return false;
  if (begins(LINKED) || LINKED_PROGRAMS.includes(env['TERM_PROGRAM'] ?? '')) return true;
  return Boolean(env['WT_SESSION'] || env['KONSOLE_VERSION'] || Number(env['VTE_VERSION']) >= 5000);
}

/**
 * What `K8SQ_THEME` says, then what is set. Some terminals (Konsole, iTerm2, rxvt) say in COLORFGBG which of the 16 colours is their background: 7 and 9 to 15
 * are light. Windows Terminal is dark by default, and the colours for that can be read on its light scheme too; the
 * magenta of `auto` cannot be read on its dark one. Nothing else is known without asking the terminal and waiting for
 * its answer.
 */
function themeFor(env: Env, asked: ThemeName | undefined): ThemeName {
  const named = THEME_NAMES.find((name) => name === env['K8SQ_THEME']) ?? asked;
  if (named !== undefined && named !== 'auto') return named;
  const { COLORFGBG } = env;
  const background = COLORFGBG && /;(\d{1,2})$/.exec(COLORFGBG)?.[1];
  if (!background || Number(background) > 15) return env['WT_SESSION'] ? 'dark' : 'auto';
  return Number(background) === 7 || Number(background) > 8 ? 'light' : 'dark';
}

/** Decides how to render for the standard output of a context. */
export function lookFor(context: Surroundings, options: LookOptions = {}): Look {
  const level = levelOf(context, options.colour);
  return {
    columns: columnsOf(context, options.columns),
    level,
    ascii: options.ascii ?? asciiOf(context.env),
    wideAmbiguous: options.wideAmbiguous ?? context.env['RUNEWIDTH_EASTASIAN'] === '1',
    hyperlinks: level > 0 && (options.hyperlinks ?? hyperlinksOf(context)),
    theme: themeFor(context.env, options.theme),
    lang: options.lang ?? languageOf([], context.env),
  };
}
