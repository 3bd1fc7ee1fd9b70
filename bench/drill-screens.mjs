// Pictures of a drill: the built program in a pseudo-terminal, seen through a terminal emulator, as SVG.
// node bench/drill-screens.mjs
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { bundle } from './render/modules.mjs';
import { svgOf } from './render/svg.mjs';

const ROOT = fileURLToPath(new URL('../', import.meta.url));
const { PALETTES } = await import(await bundle({ 'tests/terminal/palettes.ts': ['PALETTES'] }));

/** Keys of each step: reveal, then tick three points. */
const KEYS = [' ', ' ', '\u001b[B', ' ', '\u001b[B', '\u001b[B', ' '];

const SCREENS = [
  { file: 'drill-80-dark.svg', columns: 80, rows: 26, palette: 'VS Code dark' },
  { file: 'drill-40-light.svg', columns: 40, rows: 30, palette: 'VS Code light' },
];

for (const { file, columns: cols, rows, palette } of SCREENS) {
  const found = PALETTES.find((each) => each.name === palette);
  const home = mkdtempSync(join(tmpdir(), 'k8sq-screen-'));
  const terminal = new xterm.Terminal({ cols, rows, allowProposedApi: true });
  const child = pty.spawn(process.execPath, [join(ROOT, 'bin', 'k8sq.js'), 'drill', '--ids', 'hpa-vs-vpa'], {
    cols,
    rows,
    cwd: home,
    env: { PATH: process.env.PATH, HOME: home, LANG: 'zh_CN.UTF-8', TERM: 'xterm-256color', ...found.env },
  });
  child.onData((data) => terminal.write(data));
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  await pause(3000);
  for (const key of KEYS) {
    child.write(key);
    await pause(500);
  }
  const picture = svgOf({ buffer: terminal.buffer.active, rows, columns: cols }, found);
  writeFileSync(join(ROOT, 'docs', 'screens', file), picture);
  child.kill('SIGKILL');
  rmSync(home, { recursive: true, force: true });
}
