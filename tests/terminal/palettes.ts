/** A terminal's default colours: what a role looks like depends on them. */
export interface Palette {
  readonly name: string;
  readonly background: string;
  readonly foreground: string;
  /** The 16 ANSI colours, 0–15. */
  readonly colours: readonly string[];
  /** Repository, path, commit and licence of the file that the colours were read from. */
  readonly source: string;
  /** What the terminal itself says in the environment, of what this program goes by. */
  readonly env: Readonly<Record<string, string>>;
}

function palette(
  name: string,
  background: string,
  foreground: string,
  colours: string,
  source: string,
  env: Readonly<Record<string, string>> = {},
): Palette {
  return {
    name,
    background: `#${background}`,
    foreground: `#${foreground}`,
    colours: colours.split(' ').map((hex) => `#${hex}`),
    source,
    env,
  };
}

const XTERM =
  '000000 cd0000 00cd00 cdcd00 0000ee cd00cd 00cdcd e5e5e5 7f7f7f ff0000 00ff00 ffff00 5c5cff ff00ff 00ffff ffffff';
// The names of its colours (red3, gray90, …) as X11 defines them.
const XTERM_FILE = 'ThomasDickey/xterm-snapshots XTerm-col.ad @080e4237e1ee (MIT)';

const GNOME =
  '171421 c01c28 26a269 a2734c 12488b a347ba 2aa1b3 d0cfcc 5e5c64 f66151 33d17a e9ad0c 2a7bde c061cb 33c7de ffffff';
const GNOME_FILE = 'GNOME/gnome-terminal src/profile-editor.cc @10afb2a9064f (GPL-3.0)';

const ITERM =
  '14191e b43c2a 00c200 c7c400 2744c7 c040be 00c5c7 c7c7c7 686868 dd7975 58e790 ece100 a7abf2 e17ee1 60fdff ffffff';
// "Regular"; fractions of one times 255, rounded.
const ITERM_FILE = 'gnachman/iTerm2 plists/ColorPresets.plist @0bf3208e9cfb (GPL-2.0)';

// What a terminal without a background of its own takes from the editor: #1e1e1e and #ffffff, editorColors.ts @1465fc5302e3.
const VSCODE_FILE =
  'microsoft/vscode src/vs/workbench/contrib/terminal/common/terminalColorRegistry.ts @04069313e39c (MIT)';

const WINDOWS_FILE =
  'microsoft/terminal src/cascadia/TerminalSettingsModel/defaults.json @0175639a0117 (MIT)';

const SCHEMES = 'mbadolato/iTerm2-Color-Schemes windowsterminal';

// The colours of Tomorrow Night, in both programs.
const TOMORROW =
  '1d1f21 cc6666 b5bd68 f0c674 81a2be b294bb 8abeb7 c5c8c6 666666 d54e53 b9ca4a e7c547 7aa6da c397d8 70c0b1 eaeaea';

const SOLARIZED =
  '073642 dc322f 859900 b58900 268bd2 d33682 2aa198 eee8d5 002b36 cb4b16 586e75 657b83 839496 6c71c4 93a1a1 fdf6e3';

/** Default palettes of common terminals, and Solarized, which is common and hard. */
export const PALETTES: readonly Palette[] = [
  palette('xterm dark', '000000', 'e5e5e5', XTERM, XTERM_FILE),
  palette('xterm light', 'ffffff', '000000', XTERM, XTERM_FILE),
  palette(
    'Terminal.app light',
    'ffffff',
    '000000',
    '000000 990000 00a600 999900 0000b2 b200b2 00a6b2 bfbfbf 666666 e50000 00d900 e5e500 0000ff e500e5 00e5e5 e5e5e5',
    `${SCHEMES}/Terminal Basic.json @471864f18f5e (MIT)`,
  ),
  palette(
    'Terminal.app dark',
    '1d1e1d',
    'ffffff',
    '000000 c65339 6ac44b b8b74a 6444ed d357db 69c1cf d1d1d1 909090 eb5a3a 77ea51 efef53 d09af9 eb5af7 78f1f2 ededed',
    `${SCHEMES}/Terminal Basic Dark.json @973701e12cc1 (MIT)`,
  ),
  palette(
    'VS Code dark',
    '1e1e1e',
    'cccccc',
    '000000 cd3131 0dbc79 e5e510 2472c8 bc3fbc 11a8cd e5e5e5 666666 f14c4c 23d18b f5f543 3b8eea d670d6 29b8db e5e5e5',
    VSCODE_FILE,
  ),
  palette(
    'VS Code light',
    'ffffff',
    '333333',
    '000000 cd3131 00bc00 949800 0451a5 bc05bc 0598bc 555555 666666 cd3131 14ce14 b5ba00 0451a5 bc05bc 0598bc a5a5a5',
    VSCODE_FILE,
  ),
  palette(
    'Windows Terminal',
    '0c0c0c',
    'cccccc',
    '0c0c0c c50f1f 13a10e c19c00 0037da 881798 3a96dd cccccc 767676 e74856 16c60c f9f1a5 3b78ff b4009e 61d6d6 f2f2f2',
    WINDOWS_FILE,
    { WT_SESSION: 'a guid' },
  ),
  palette(
    'Windows Terminal light',
    'fafafa',
    '383a42',
    '383a42 e45649 50a14f c18301 0184bc a626a4 0997b3 fafafa 4f525d df6c75 98c379 e4c07a 61afef c577dd 56b5c1 ffffff',
    `${WINDOWS_FILE}, One Half Light`,
    { WT_SESSION: 'a guid' },
  ),
  palette('GNOME dark', '171421', 'd0cfcc', GNOME, GNOME_FILE),
  palette('GNOME light', 'ffffff', '171421', GNOME, GNOME_FILE),
  palette('iTerm2 dark', '15191f', 'dcdcdc', ITERM, ITERM_FILE, { COLORFGBG: '7;0' }),
  palette('iTerm2 light', 'f0f0f0', '101010', ITERM, ITERM_FILE, { COLORFGBG: '0;15' }),
  palette(
    'kitty',
    '000000',
    'dddddd',
    '000000 cc0403 19cb00 cecb00 0d73cc cb1ed1 0dcdcd dddddd 767676 f2201f 23fd00 fffd00 1a8fff fd28ff 14ffff ffffff',
    'kovidgoyal/kitty kitty/options/types.py @0045244295ba (GPL-3.0)',
  ),
  palette(
    'Alacritty',
    '1d1f21',
    'c5c8c6',
    TOMORROW,
    'alacritty/alacritty alacritty/src/config/color.rs @0603d822d914 (Apache-2.0)',
  ),
  palette(
    'Ghostty',
    '282c34',
    'ffffff',
    TOMORROW,
    'ghostty-org/ghostty src/terminal/color.zig @0184601512a3, src/config/Config.zig (MIT)',
  ),
  palette(
    'Konsole',
    '31363b',
    'eff0f1',
    '31363b ed1515 11d116 f67400 1d99f3 9b59b6 1abc9c eff0f1 7f8c8d c0392b 1cdc9a fdbc4b 3daee9 8e44ad 16a085 fcfcfc',
    'KDE/konsole data/color-schemes/Breeze.colorscheme @3f79ec70e5f1 (GPL-2.0)',
    { COLORFGBG: '15;0' },
  ),
  palette(
    'WezTerm',
    '000000',
    'b2b2b2',
    '000000 cc5555 55cc55 cdcd55 5455cb cc55cc 7acaca cccccc 555555 ff5555 55ff55 ffff55 5555ff ff55ff 55ffff ffffff',
    'wez/wezterm term/src/color.rs @013288b1efe9 (MIT)',
  ),
  palette(
    'Solarized dark',
    '002b36',
    '839496',
    SOLARIZED,
    `altercation/solarized README.md @000e613321f2 (MIT); ${GNOME_FILE}`,
  ),
  palette(
    'Solarized light',
    'fdf6e3',
    '657b83',
    SOLARIZED,
    `altercation/solarized README.md @000e613321f2 (MIT); ${GNOME_FILE}`,
  ),
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
