import { describe, expect, test } from 'vitest';
import { lookFor, PLAIN, THEME_NAMES, type ThemeName } from '../../src/terminal/look.ts';
import { paint } from '../../src/terminal/paint.ts';
import { BOLD, ROLES, type Role, role, run } from '../../src/terminal/style.ts';
import { themeOf } from '../../src/terminal/theme.ts';
import { contrast, isLight, PALETTES, type Palette } from './palettes.ts';

/** Roles that only colour a bar or a sign, never words. */
const SIGNS: readonly Role[] = ['note', 'tip', 'important', 'warning', 'caution', 'wrong', 'right', 'must'];
const WORDS = ROLES.filter((role) => !SIGNS.includes(role));

/** The ANSI colour in SGR parameters as the palette has it; the default foreground where there is none. */
function colourOf(parameters: string, { colours, foreground }: Palette): string {
  for (const code of parameters.split(';').map(Number)) {
    if (code >= 30 && code <= 37) return colours[code - 30] ?? '';
    if (code >= 90 && code <= 97) return colours[code - 82] ?? '';
  }
  return foreground;
}

/** The bright colour in place of the normal one: what many terminals do to bold text. */
function brightened(parameters: string): string {
  return parameters.replace(/\b3(?=\d)/, '9');
}

function contrastOf(theme: ThemeName, role: Role, palette: Palette): number {
  return contrast(colourOf(themeOf(theme, 1)[role] ?? '', palette), palette.background);
}

function parametersOf(theme: ThemeName): string[] {
  const named = themeOf(theme, 3);
  return ROLES.flatMap((role) => named[role] ?? []);
}

/** Two thirds of the text's colour and one of the background's: how terminals commonly draw dim text. */
function dimmed({ foreground, background }: Palette): string {
  const channel = (hex: string, at: number): number => Number.parseInt(hex.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) =>
    Math.round((2 * channel(foreground, at) + channel(background, at)) / 3),
  );
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** The theme that a terminal gets when nothing is set. */
function themeThere({ env }: Palette): ThemeName {
  const stdout = { isTTY: true, columns: 80 } as unknown as Parameters<typeof lookFor>[0]['stdout'];
  return lookFor({ stdout, env: { TERM: 'xterm-256color', LANG: 'zh_CN.UTF-8', ...env } }).theme;
}

const light = PALETTES.filter(isLight);
const dark = PALETTES.filter((palette) => !isLight(palette));

test('the palettes are named with their sources', () => {
  expect(PALETTES.length).toBeGreaterThan(15);
  for (const { colours, source } of PALETTES) {
    expect(colours).toHaveLength(16);
    expect(source).toMatch(/^\S+\/\S+ .+@[0-9a-f]{12}.* \((?:MIT|GPL-[23].0|Apache-2.0)\)/);
  }
});

describe('words keep a contrast of 3:1', () => {
  test.each(PALETTES)('on $name, with nothing set', (palette) => {
    const theme = themeThere(palette);
    const contrasts = WORDS.map((role) => [role, contrastOf(theme, role, palette)] as const);
    expect(contrasts.filter(([, value]) => value < 3)).toEqual([]);
  });
  test.each(dark)('on $name, dark theme', (palette) => {
    expect(WORDS.filter((role) => contrastOf('dark', role, palette) < 4)).toEqual([]);
  });
  test.each(light)('on $name, light theme', (palette) => {
    expect(WORDS.filter((role) => contrastOf('light', role, palette) < 3)).toEqual([]);
  });
});

describe('so do bold words, also where bold makes a colour bright', () => {
  // A light scheme that somebody chose in a terminal that is dark by default must be told of by `theme`.
  const defaults = PALETTES.filter(({ name }) => name !== 'Windows Terminal light');
  test.each(defaults)('on $name', (palette) => {
    const name = themeThere(palette);
    const theme = themeOf(name, 1);
    const bold = WORDS.map((role) => theme[role] ?? '').filter(
      (parameters) => !theme.boldIsPlain || parameters.split(';').includes('1'),
    );
    const contrasts = bold.map((parameters) =>
      contrast(colourOf(brightened(parameters), palette), palette.background),
    );
    expect(Math.min(...contrasts)).toBeGreaterThan(3);
  });

  test('the light theme has no bold colour at all', () => {
    for (const parameters of parametersOf('light')) expect(parameters).not.toMatch(/\b1;\d|\d;1\b/);
    expect(paint([[run('a', BOLD | role('accent'))]], { ...PLAIN, level: 1, theme: 'light' })).toBe(
      '\x1b[1ma\x1b[0m',
    );
  });
});

describe('running text is in the default foreground', () => {
  const solarized = ({ name }: Palette): boolean => name.startsWith('Solarized');
  test.each(THEME_NAMES)('%s', (theme) => {
    for (const role of ['text', 'title', 'heading', 'lead', 'quiet'] as const)
      for (const palette of PALETTES)
        expect(colourOf(themeOf(theme, 1)[role] ?? '', palette)).toBe(palette.foreground);
  });
  // Whose text has 4.7 and 4.1 by its own choice, and dim text 2.9 and 2.4.
  test.each(PALETTES.filter((palette) => !solarized(palette)))(
    '$name: 4.5:1, and 4:1 when dim',
    (palette) => {
      expect(contrast(palette.foreground, palette.background)).toBeGreaterThan(4.5);
      expect(contrast(dimmed(palette), palette.background)).toBeGreaterThan(4);
    },
  );
});

describe('what is told by its colour does not vanish in the text', () => {
  const told: readonly Role[] = ['code', 'property', 'option', 'accent'];
  test.each(PALETTES)('$name', (palette) => {
    const themes = isLight(palette) ? (['auto', 'light'] as const) : (['auto', 'dark'] as const);
    for (const theme of themes)
      for (const role of told) {
        const parameters = themeOf(theme, 1)[role] ?? '';
        expect(parameters).toMatch(/[39][1-6]/);
        expect(distance(colourOf(parameters, palette), palette.foreground)).toBeGreaterThan(48);
      }
  });
});

/** Greatest difference of a channel, 0 to 255. */
function distance(one: string, other: string): number {
  const at = (hex: string, place: number): number => Number.parseInt(hex.slice(place, place + 2), 16);
  return Math.max(...[1, 3, 5].map((place) => Math.abs(at(one, place) - at(other, place))));
}

test('signs beside words can be seen', () => {
  for (const palette of PALETTES) {
    const theme = themeThere(palette);
    for (const role of SIGNS)
      expect(contrastOf(theme, role, palette), `${role} ${palette.name}`).toBeGreaterThan(2);
  }
});

test('bright black is used for nothing, nor is any colour beyond the 16', () => {
  for (const name of THEME_NAMES) {
    for (const parameters of parametersOf(name))
      expect(parameters).toMatch(/^(?:[1-4]|9[1-6]|3[1-6])(?:;(?:[1-4]|9[1-6]|3[1-6]))*$/);
  }
});

test('mono has no colours at all', () => {
  for (const parameters of Object.values(themeOf('mono', 3)))
    expect(parameters).toMatch(/^[1-4](?:;[1-4])*$/);
});

test('the contrast ratio is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
