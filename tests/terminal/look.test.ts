import { describe, expect, test } from 'vitest';
import { type LookOptions, lookFor } from '../../src/terminal/look.ts';

interface World {
  readonly tty?: boolean;
  readonly columns?: number | undefined;
  readonly env?: Record<string, string>;
  readonly options?: LookOptions;
}

function look(world: World) {
  const { tty, columns, env, options } = { tty: true, columns: 100, env: {}, options: {}, ...world };
  const stdout = { isTTY: tty, columns } as unknown as Parameters<typeof lookFor>[0]['stdout'];
  return lookFor({ stdout, env: { TERM: 'xterm-256color', LANG: 'zh_CN.UTF-8', ...env } }, options);
}

const PIPE = Number.POSITIVE_INFINITY;

describe('columns', () => {
  test.each<[string, World, number]>([
    ['a terminal says', { columns: 120 }, 120],
    ['a terminal that says 0', { columns: 0 }, 80],
    ['a terminal that does not say', { columns: undefined }, 80],
    ['COLUMNS wins', { env: { COLUMNS: '60' } }, 60],
    ['COLUMNS that is no number', { env: { COLUMNS: 'wide' } }, 100],
    ['COLUMNS=0', { env: { COLUMNS: '0' } }, 100],
    ['a pipe', { tty: false, columns: undefined }, PIPE],
    ['a pipe with COLUMNS', { tty: false, env: { COLUMNS: '40' } }, 40],
    ['an option', { options: { columns: 33 } }, 33],
    ['an option without end', { options: { columns: PIPE } }, PIPE],
    ['a tiny terminal', { columns: 1 }, 4],
  ])('%s', (_, world, columns) => expect(look(world).columns).toBe(columns));
});

describe('colour level', () => {
  test.each<[string, World, number]>([
    ['a terminal of 256 colours', {}, 2],
    ['true colour', { env: { COLORTERM: 'truecolor' } }, 3],
    ['a plain terminal', { env: { TERM: 'xterm' } }, 1],
    ['a pipe', { tty: false }, 0],
    ['NO_COLOR', { env: { NO_COLOR: '1' } }, 0],
    ['NO_COLOR that is empty', { env: { NO_COLOR: '' } }, 2],
    ['TERM=dumb', { env: { TERM: 'dumb' } }, 0],
    ['FORCE_COLOR in a pipe', { tty: false, env: { FORCE_COLOR: '1' } }, 1],
    ['FORCE_COLOR=3', { tty: false, env: { FORCE_COLOR: '3' } }, 3],
    ['FORCE_COLOR=0', { env: { FORCE_COLOR: '0' } }, 0],
    ['FORCE_COLOR beats NO_COLOR, as in Node.js', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, 1],
    ['a flag beats all', { env: { FORCE_COLOR: '3' }, options: { colour: false } }, 0],
  ])('%s', (_, world, level) => expect(look(world).level).toBe(level));
});

describe('signs, links, theme, language', () => {
  test.each<[string, World, Partial<ReturnType<typeof look>>]>([
    ['UTF-8', {}, { ascii: false }],
    ['a Latin locale', { env: { LANG: 'en_US.ISO-8859-1' } }, { ascii: true, lang: 'en' }],
    ['LC_ALL wins', { env: { LANG: 'en_US.ISO-8859-1', LC_ALL: 'C.UTF-8' } }, { ascii: false }],
    ['the Linux console', { env: { TERM: 'linux' } }, { ascii: true }],
    ['iTerm2 follows links', { env: { TERM_PROGRAM: 'iTerm.app' } }, { hyperlinks: true }],
    ['xterm is not known to', {}, { hyperlinks: false }],
    [
      'tmux may lose them',
      { env: { TERM: 'tmux-256color', TERM_PROGRAM: 'iTerm.app' } },
      { hyperlinks: false },
    ],
    [
      'no links without colours',
      { env: { TERM_PROGRAM: 'iTerm.app', NO_COLOR: '1' } },
      { hyperlinks: false },
    ],
    ['GNOME Terminal', { env: { VTE_VERSION: '7200' } }, { hyperlinks: true }],
    ['FORCE_HYPERLINK', { env: { FORCE_HYPERLINK: '1' } }, { hyperlinks: true }],
    ['a light background', { env: { COLORFGBG: '0;15' } }, { theme: 'light' }],
    ['a dark background', { env: { COLORFGBG: '15;default;0' } }, { theme: 'dark' }],
    ['no word of the background', {}, { theme: 'auto' }],
    ['Windows Terminal is dark', { env: { WT_SESSION: 'a guid' } }, { theme: 'dark' }],
    ['unless it says otherwise', { env: { WT_SESSION: 'a guid', COLORFGBG: '0;15' } }, { theme: 'light' }],
    ['a theme that is set', { env: { COLORFGBG: '0;15' }, options: { theme: 'mono' } }, { theme: 'mono' }],
    ['wide ambiguous characters', { env: { RUNEWIDTH_EASTASIAN: '1' } }, { wideAmbiguous: true }],
    ['a Chinese locale', {}, { lang: 'zh' }],
    ['an English one', { env: { LANG: 'en_GB.UTF-8' } }, { lang: 'en' }],
    ['no locale', { env: { LANG: '' } }, { lang: 'zh' }],
    ['K8SQ_LANG', { env: { K8SQ_LANG: 'en' } }, { lang: 'en' }],
    ['an option', { options: { lang: 'en' } }, { lang: 'en' }],
  ])('%s', (_, world, expected) => expect(look(world)).toMatchObject(expected));
});
