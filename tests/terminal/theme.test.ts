import { describe, expect, test } from 'vitest';
import type { ThemeName } from '../../src/terminal/look.ts';
import { ROLES, type Role } from '../../src/terminal/style.ts';
import { themeOf } from '../../src/terminal/theme.ts';
import { contrast, isLight, PALETTES, type Palette } from './palettes.ts';

/** Roles that only colour a bar or a sign, never words. */
const SIGNS: readonly Role[] = ['note', 'tip', 'important', 'warning', 'caution', 'wrong', 'right', 'must'];

/** Number of the ANSI colour in SGR parameters; undefined for the default foreground. */
function colourOf(parameters: string): number | undefined {
  for (const code of parameters.split(';').map(Number)) {
    if (code >= 30 && code <= 37) return code - 30;
    if (code >= 90 && code <= 97) return code - 82;
  }
  return undefined;
}

function leastContrast(theme: ThemeName, role: Role, palettes: readonly Palette[]): number {
  const colour = colourOf(themeOf(theme, 1)[role] ?? '');
  return Math.min(
    ...palettes.map(({ colours, foreground, background }) =>
      contrast(colour === undefined ? foreground : (colours[colour] ?? ''), background),
    ),
  );
}

const light = PALETTES.filter(isLight);
const dark = PALETTES.filter((palette) => !isLight(palette));
const words = ROLES.filter((role) => !SIGNS.includes(role));

describe('words can be read on every palette', () => {
  test.each(words)('%s, background unknown', (role) =>
    expect(leastContrast('auto', role, PALETTES)).toBeGreaterThan(2.6),
  );
  test.each(words)('%s, dark theme', (role) => expect(leastContrast('dark', role, dark)).toBeGreaterThan(4));
  test.each(words)('%s, light theme', (role) =>
    expect(leastContrast('light', role, light)).toBeGreaterThan(3),
  );
});

test('bright black is used for nothing, nor is any colour beyond the 16', () => {
  for (const name of ['auto', 'dark', 'light', 'mono'] as const) {
    for (const parameters of Object.values(themeOf(name, 3)))
      expect(parameters).toMatch(/^(?:[1-4]|9[1-6]|3[1-6])(?:;(?:[1-4]|9[1-6]|3[1-6]))*$/);
  }
});

test('mono has no colours at all', () => {
  for (const parameters of Object.values(themeOf('mono', 3))) expect(colourOf(parameters)).toBeUndefined();
});

test('the contrast ratio is that of WCAG', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});
