// The renderer beside others: violations at five widths, breaks inside words, widows, time.
// npm run bench:render [-- more-handbooks.md ...]   (by default the built-in handbook, data/zh)
import { handbooks } from './render/handbooks.mjs';
import { lineQuality } from './render/lines.mjs';
import { bundle } from './render/modules.mjs';
import { renderers } from './render/others.mjs';
import { coldTimes, warmTime } from './render/times.mjs';

const WIDTHS = [40, 60, 80, 100, 120];

const modules = await import(
  await bundle({
    'src/terminal/look.ts': ['PLAIN'],
    'src/terminal/markdown.ts': ['renderMarkdown'],
    'src/terminal/parse.ts': ['parseMarkdown'],
    'src/terminal/layout.ts': ['layout'],
    'src/terminal/paint.ts': ['paint'],
    'tests/terminal/violations.ts': ['violationsOf', 'countOf'],
  })
);
const { PLAIN, renderMarkdown, violationsOf, countOf } = modules;
const look = (columns) => ({ ...PLAIN, columns, level: 1 });
const texts = handbooks(process.argv.slice(2));

console.log(
  `${texts.length} files, ${texts.reduce((sum, { markdown }) => sum + markdown.length, 0)} characters\n`,
);
console.log(`| renderer | ${WIDTHS.join(' | ')} |\n|---|${'---|'.repeat(WIDTHS.length)}`);
const skipped = [];
for (const { name, render, missing } of await renderers((markdown, columns) =>
  renderMarkdown(markdown, look(columns)),
)) {
  if (missing) {
    skipped.push(`${name}: ${missing}`);
    continue;
  }
  const counts = WIDTHS.map((columns) =>
    texts.reduce(
      (sum, { markdown, path }) =>
        sum + countOf(violationsOf(markdown, render(markdown, columns, path), columns)),
      0,
    ),
  );
  console.log(`| ${name} | ${counts.join(' | ')} |`);
}
if (skipped.length > 0) console.log(`\nskipped: ${skipped.join('; ')}`);

const lines = WIDTHS.map((columns) =>
  lineQuality(texts.map(({ markdown }) => renderMarkdown(markdown, { ...look(columns), level: 0 }))),
);
const sum = (key) => lines.reduce((total, line) => total + line[key], 0);
console.log(
  `\nbreaks between two Han characters: ${sum('breaks')}, inside a word by ICU: ${sum('inside')} (${((100 * sum('inside')) / sum('breaks')).toFixed(1)} %)`,
);
console.log(
  `last lines of one character: ${sum('widows')} of ${sum('paragraphs')} paragraphs of more than one line`,
);

const answers = texts.flatMap(({ markdown }) => markdown.split(/^(?=### )/m).slice(1));
const longest = answers.reduce((one, other) => (other.length > one.length ? other : one), '');
for (const columns of WIDTHS) {
  const { parse, layout } = warmTime(modules, longest, look(columns));
  console.log(
    `longest answer (${longest.length} characters) at ${columns} columns, warm: parsed in ${parse.toFixed(2)} ms, laid out and painted in ${layout.toFixed(2)} ms`,
  );
}
const view = await bundle({ 'src/terminal/answer-view.ts': ['viewAnswer'] });
const cold = coldTimes(modules.parseMarkdown, view, answers);
console.log(
  `cold, each answer in a process of its own, from its compiled tree: load ${cold.load.toFixed(1)} ms, render median ${cold.median.toFixed(1)} ms, 95th percentile ${cold.p95.toFixed(1)} ms`,
);
