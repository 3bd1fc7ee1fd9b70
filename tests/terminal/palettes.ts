/** A terminal's default colours: what a role looks like depends on them. */
export interface Palette {
  readonly name: string;
  readonly background: string;
  readonly foreground: string;
  /** The 16 ANSI colours, 0–15. */
  readonly colours: readonly string[];
}

function palette(name: string, background: string, foreground: string, colours: string): Palette {
  return {
    name,
    background: `#${background}`,
    foreground: `#${foreground}`,
    colours: colours.split(' ').map((hex) => `#${hex}`),
  };
}

const XTERM =
  '000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff';
const APPLE =
  '000000 c23621 25bc24 adad27 492ee1 d338d3 33bbc8 cbcccd 818383 fc391f 31e722 eaec23 5833ff f935f8 14f0f0 e9ebeb';
const GNOME =
  '171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc 5e5c64 f66151 33da7a e9ad0c 2a7bde c061cb 33c7de ffffff';
const SOLARIZED =
  '073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3';

/** Default palettes of common terminals, and Solarized, which is common and hard. */
export const PALETTES: readonly Palette[] = [
  palette('xterm dark', '000000', 'e5e5e5', XTERM),
  palette('xterm light', 'ffffff', '000000', XTERM),
  palette('Terminal.app light', 'ffffff', '000000', APPLE),
  palette('Terminal.app dark', '1e1e1e', 'ffffff', APPLE),
  palette(
    'VS Code dark',
    '1e1e1e',
    'cccccc',
    '000000 cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd e5e5e5 666666 f14c4c 23d18b f5f543 3b8eea d670d6 29b8db e5e5e5',
  ),
  palette(
    'VS Code light',
    'ffffff',
    '333333',
    '000000 cd3131 107c10 949800 0451a5 bc05bc 0598bc 555555 666666 cd3131 14ce14 b5ba00 0451a5 bc05bc 0598bc a5a5a5',
  ),
  palette(
    'Windows Terminal',
    '0c0c0c',
    'cccccc',
    '0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2',
  ),
  palette('GNOME dark', '171421', 'd0cfcc', GNOME),
  palette('GNOME light', 'ffffff', '171421', GNOME),
  palette(
    'iTerm2',
    '000000',
    'c7c7c7',
    '000000 c91b00 00c200 c7c400 0225c7 c930c7 00c5c7 c7c7c7 686868 ff6d67 5ff967 fefb67 6871ff ff76ff 5ffdff feffff',
  ),
  palette(
    'kitty',
    '000000',
    'dddddd',
    '000000 cc0403 19cb00 cecb00 0d73cc cb1ed1 0dcdcd dddddd 767676 f2201f 23fd00 fffd00 1a8fff fd28ff 14ffff ffffff',
  ),
  palette(
    'Alacritty',
    '181818',
    'd8d8d8',
    '181818 ac4242 90a959 f4bf75 6a9fb5 aa759f 75b5aa d8d8d8 6b6b6b c55555 aac474 feca88 82b8c8 c28cb8 93d3c3 f8f8f8',
  ),
  palette('Solarized dark', '002b36', '839496', SOLARIZED),
  palette('Solarized light', 'fdf6e3', '657b83', SOLARIZED),
];

function luminance(hex: string): number {
  const channel = (at: number): number => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

/** Contrast ratio of two colours after WCAG 2.2, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

/** Whether the background is a light one. */
export function isLight({ background }: Palette): boolean {
  return luminance(background) > 0.5;
}
