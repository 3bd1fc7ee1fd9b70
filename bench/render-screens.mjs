// Pictures of an answer as a terminal shows it: the state of a terminal emulator after the program's output, as SVG.
// node bench/render-screens.mjs   writes docs/screens
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle } from './render/modules.mjs';
import { screenOf, svgOf } from './render/svg.mjs';

const FOLDER = fileURLToPath(new URL('../docs/screens/', import.meta.url));
const ROOT = new URL('../', import.meta.url);

/** Which answer, how wide, on which palette. */
const SCREENS = [
  { file: 'data/zh/services.md', id: 'service-types', columns: 80, palette: 'VS Code dark' },
  { file: 'data/zh/services.md', id: 'service-types', columns: 80, palette: 'GNOME light' },
  { file: 'data/zh/services.md', id: 'service-types', columns: 40, palette: 'iTerm2 dark' },
  { file: 'data/zh/services.md', id: 'service-types', columns: 40, palette: 'VS Code light' },
  { file: 'data/zh/services.md', id: 'service-types', columns: 120, palette: 'GNOME dark' },
  { file: 'data/zh/services.md', id: 'service-types', columns: 120, palette: 'Terminal.app light' },
];

const { renderAnswer, parseHandbook, lookFor, PALETTES } = await import(
  await bundle({
    'src/terminal/answer.ts': ['renderAnswer'],
    'src/terminal/look.ts': ['lookFor'],
    'src/handbook/parse.ts': ['parseHandbook'],
    'tests/terminal/palettes.ts': ['PALETTES'],
  })
);

mkdirSync(FOLDER, { recursive: true });
for (const { file, id, columns, palette: name } of SCREENS) {
  const { cards, topic } = parseHandbook(readFileSync(new URL(file, ROOT), 'utf8'), file);
  const card = cards.find((each) => each.id === id);
  const place = { topic: topic.title, section: card.section };
  const palette = PALETTES.find((each) => each.name === name);
  // As that terminal gets it: some say whether they are light or dark.
  const env = { TERM: 'xterm', LANG: 'zh_CN.UTF-8', ...palette.env };
  const text = renderAnswer(card, place, lookFor({ stdout: { isTTY: true, columns }, env }));
  writeFileSync(
    `${FOLDER}${columns}-${name.toLowerCase().replace(/[ .]+/g, '-')}.svg`,
    svgOf(await screenOf(text, columns), palette),
  );
}
