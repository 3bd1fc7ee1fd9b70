// The renderer beside others: violations at five widths, breaks inside words, widows, time.
// npm run bench:render [-- more-handbooks.md ...]   (by default the built-in handbook, data/zh)
import { fileURLToPath } from 'node:url';
import { handbooks } from './render/handbooks.mjs';
import { lineQuality } from './render/lines.mjs';
import { bundle } from './render/modules.mjs';
import { renderers } from './render/others.mjs';
import { coldTimes, warmTimes } from './render/times.mjs';

const WIDTHS = [40, 60, 80, 100, 120];
const ROOT = fileURLToPath(new URL('..', import.meta.url)).slice(0, -1);

const modules = await import(
  await bundle({
    'src/terminal/look.ts': ['PLAIN'],
    'src/terminal/markdown.ts': ['renderMarkdown'],
    'src/terminal/compose-answer.ts': ['composeAnswer'],
    'src/terminal/answer-view.ts': ['viewAnswer'],
    'src/terminal/place.ts': ['placeOf'],
    'src/storage/deck.ts': ['loadDeck'],
    'tests/terminal/violations.ts': ['violationsOf', 'countOf'],
  })
);
const { PLAIN, renderMarkdown, composeAnswer, viewAnswer, placeOf, loadDeck, violationsOf, countOf } =
  modules;
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

const deck = await loadDeck({ root: ROOT }, undefined, 'zh');
const longest = deck.cards.reduce((one, other) => (other.answer.length > one.answer.length ? other : one));
const place = placeOf(deck.topics, longest);
const tree = composeAnswer(longest, place);
const widths = Array.from({ length: 81 }, (_, index) => 40 + index);
const { times, reference } = warmTimes(
  [() => composeAnswer(longest, place), ...widths.map((columns) => () => viewAnswer(tree, look(columns)))],
  longest.answer,
);
const [compose, ...views] = times;
const most = Math.max(...views);
const ms = (time) => `${time.toFixed(2)} ms (${(time / reference).toFixed(2)} × marked's lexer)`;
console.log(
  `longest answer (${longest.id}, ${longest.answer.length} characters), warm: parsed and composed in ${ms(compose)}; set and painted at 40 to 120 columns in at most ${ms(most)}, at ${widths[views.indexOf(most)]} columns; at 80 in ${ms(views[40])}`,
);

for (const columns of [80, 40]) {
  const { load, render, processor } = coldTimes(
    deck.cards.map(({ id }) => id),
    columns,
  );
  const both = ({ median, p95 }) => `median ${median.toFixed(1)} ms, 95th percentile ${p95.toFixed(1)} ms`;
  console.log(
    `cold at ${columns} columns, each of ${deck.size} cards by \`k8sq show\` in a process of its own: from its bytes to its painted text ${both(render)} (of the processor's time ${both(processor)}); before that, loading the code ${both(load)}`,
  );
}
