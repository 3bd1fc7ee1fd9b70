// How well and how fast the search answers, next to what a person would reach for instead. Usage:
//   node bench/search.mjs [--large] [--misses] [--own]     --large also times decks of 1,000, 10,000 and 50,000 cards,
//                                                          --own measures a handbook of another subject alone
import {
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { rolldown } from 'rolldown';
import { parse } from 'yaml';
import { fuse, grep, miniSearch, ours } from './search/engines.mjs';
import { grown } from './search/growth.mjs';
import { heldOut } from './search/held-out.mjs';
import { handbookQueries, OTHER_DECK, ownQueries } from './search/judged.mjs';
import { measure, median } from './search/measures.mjs';
import { typoResult } from './search/typos.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
/** A judged set kept outside of the repository; skipped when it is not there. */
/** More judged queries, one JSON object a line: `{ q, kind, relevant: { question: grade } }`. */
const SHARED = process.env.K8SQ_JUDGED ?? '';

async function main() {
  const { values } = parseArgs({
    options: {
      large: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
      own: { type: 'boolean', default: false },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'search-'));
  try {
    const engine = await bundle(folder);
    const cards = readCards(engine);
    const knowledge = readKnowledge(engine);
    otherSubject(engine, knowledge);
    if (values.own) return;
    const own = ownQueries();
    const sets = {
      tune: own.filter(({ split }) => split === 'tune'),
      test: own.filter(({ split }) => split === 'test'),
      shared: handbookQueries(SHARED, cards),
    };
    console.log(
      `Node ${process.version}, ${cpus()[0]?.model ?? 'unknown processor'}; ${cards.length} cards\n`,
    );
    quality(engine, cards, knowledge, sets);
    unseen(engine, cards, knowledge);
    typos(engine, cards, knowledge, [...own, ...(sets.shared ?? [])]);
    if (values.misses) misses(engine, cards, knowledge, sets.tune);
    speed(engine, cards, knowledge, own, values.large ? [75, 1000, 10_000, 50_000] : [75], folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function quality(engine, cards, knowledge, sets) {
  const bare = { ...engine.NO_KNOWLEDGE, pinyin: knowledge.pinyin };
  const general = {
    ...bare,
    stop: knowledge.stop,
    elsewhere: knowledge.elsewhere,
    concepts: knowledge.concepts.filter((concept) => concept.general),
  };
  const build = (known, deck = cards) => ours(engine.search, engine.buildIndex(deck, known), deck);
  const untold = untoldOf(cards);
  const engines = {
    'words as grep -i finds them': grep(cards),
    'fuse.js as it comes': fuse(cards),
    'MiniSearch, pairs of characters': miniSearch(cards),
    'ours, nothing known': build(bare),
    'ours, glossary': build({ ...knowledge, asks: {} }),
    'ours, glossary and how people ask': build(knowledge),
    'own deck (questions, answers): MiniSearch': miniSearch(untold, ['title', 'answer']),
    'own deck (questions, answers): ours': build(bare, untold),
    'own deck: ours, and words that say nothing': build({ ...bare, stop: knowledge.stop }, untold),
    'own deck: ours with the words of both languages': build(general, untold),
    'own deck with our glossary': build({ ...knowledge, asks: {} }, untold),
  };
  for (const [name, queries] of Object.entries(sets)) {
    if (!queries) continue;
    console.log(`${name}: ${queries.length} queries`);
    console.log(
      '| engine | usual: best on top / MRR | interview lists | free wording / MRR / in five | false answers | called answers: usual / lists / free |',
    );
    console.log('|---|---|---|---|---|---|');
    for (const [label, run] of Object.entries(engines)) {
      const { usual, lists, free, falsely, sure } = measure(run, queries);
      console.log(`| ${label} | ${[usual, lists, free, [falsely], sure].map(numbers).join(' | ')} |`);
    }
    console.log('');
  }
}

/** A handbook about something of which the glossary and the phrasings know nothing. */
function otherSubject(engine, knowledge) {
  const deck = engine.parseHandbook(readFileSync(OTHER_DECK, 'utf8'), 'deck.md').cards;
  const queries = ownQueries('own/queries.tsv');
  const bare = { ...engine.NO_KNOWLEDGE, pinyin: knowledge.pinyin };
  const build = (known) => ours(engine.search, engine.buildIndex(deck, known), deck);
  const engines = {
    'MiniSearch, pairs of characters': miniSearch(deck, ['title', 'answer']),
    'the same, the question at twice the answer': miniSearch(deck, ['title', 'answer'], 2),
    'ours, nothing known': build(bare),
    'ours, and words that say nothing': build({ ...bare, stop: knowledge.stop }),
    'ours as shipped': build({ ...knowledge, asks: {} }),
  };
  console.log(`A handbook of another subject (${deck.length} cards): ${queries.length} queries`);
  console.log(
    '| engine | all: best on top / MRR | usual | interview lists | free wording / MRR / in five | false answers | called answers: usual / lists / free |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const [label, run] of Object.entries(engines)) {
    const { all, usual, lists, free, falsely, sure } = measure(run, queries);
    console.log(`| ${label} | ${[all, usual, lists, free, [falsely], sure].map(numbers).join(' | ')} |`);
  }
  console.log('');
}

/** Phrasings taken out of those that are indexed, and all of them against the deck without any. */
function unseen(engine, cards, knowledge) {
  const build = (asks, deck = cards, known = knowledge) =>
    ours(engine.search, engine.buildIndex(deck, { ...known, asks }), deck);
  const untold = untoldOf(cards);
  const field = { ...knowledge, concepts: knowledge.concepts.filter((concept) => concept.general) };
  const rows = {
    'ours, a fifth of the phrasings held out': (asks) => build(asks),
    'own deck: MiniSearch': () => miniSearch(untold, ['title', 'answer']),
    'own deck: ours with the words of both languages': () => build({}, untold, field),
    'own deck with our glossary': () => build({}, untold),
  };
  console.log('| phrasings as queries | best on top / MRR / in five | called answers |\n|---|---|---|');
  for (const [label, run] of Object.entries(rows)) {
    const { queries, best, reciprocal, five, sure } = heldOut(knowledge.asks, run);
    console.log(`| ${label} (${queries}) | ${numbers([best, reciprocal, five])} | ${numbers([sure])} |`);
  }
  console.log('');
}

/** The cards as a user writes them: questions and answers alone. */
function untoldOf(cards) {
  return cards.map((card) => ({ ...card, title: card.from || card.title, en: '', aliases: [], from: '' }));
}

function typos(engine, cards, knowledge, queries) {
  const run = ours(engine.search, engine.buildIndex(cards, knowledge), cards);
  const { words, slips, first, five } = typoResult(run, queries);
  console.log(
    `One slip in ${words} Latin words that had found their card (${slips} typos): still on top ${share(first)}, among five ${share(five)}\n`,
  );
}

function misses(engine, cards, knowledge, queries) {
  const index = engine.buildIndex(cards, knowledge);
  for (const { kind, query, grades } of queries) {
    const { hits, confident } = engine.search(index, query);
    const top = cards[hits[0]?.card]?.id ?? '-';
    const answerable = Object.keys(grades).length > 0;
    if (answerable ? grades[top] !== 3 : confident) console.log(`${kind}  ${query}  →  ${top}`);
  }
  console.log('');
}

/** Queries on an index in a file, read page by page as the program does. */
function speed(engine, cards, knowledge, queries, counts, folder) {
  console.log('| cards | build | index | open | query, median | 95th of 100 |');
  console.log('|---|---|---|---|---|---|');
  for (const count of counts) {
    const deck = grown(cards, count);
    const started = performance.now();
    const bytes = engine.compileIndex(deck, knowledge);
    const built = performance.now() - started;
    const file = join(folder, 'index');
    writeFileSync(file, bytes);
    const descriptor = openSync(file, 'r');
    const open = () =>
      engine.openIndex(
        engine.pagedSource(bytes.length, (at, into) => readSync(descriptor, into, 0, into.length, at)),
      );
    const opened = time(open);
    const index = open();
    for (const { query } of queries) engine.search(index, query);
    const times = queries.map(({ query }) => time(() => engine.search(index, query)));
    const slow = [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? Number.NaN;
    closeSync(descriptor);
    console.log(
      `| ${count} | ${built.toFixed(0)} ms | ${(bytes.length / 1e6).toFixed(1)} MB | ${opened.toFixed(2)} ms | ${median(times).toFixed(2)} ms | ${slow.toFixed(2)} ms |`,
    );
  }
}

function time(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}

function readCards(engine) {
  const folder = join(root, 'data/zh');
  return readdirSync(folder)
    .sort()
    .flatMap((file) => engine.parseHandbook(readFileSync(join(folder, file), 'utf8'), file).cards);
}

function readKnowledge(engine) {
  const read = (file) => readFileSync(join(root, 'data', file), 'utf8');
  const asks = readdirSync(join(root, 'data/asks')).filter((file) => file.endsWith('.yaml'));
  return engine.knowledgeFrom({
    glossary: parse(read('glossary.yaml')),
    words: parse(read('glossary-words.yaml')),
    asks: asks.map((file) => parse(read(`asks/${file}`))),
    pinyin: read('pinyin.txt'),
  });
}

/** The engine and the parser as one module, since the oldest Node that we serve reads no TypeScript. */
async function bundle(folder) {
  const entry = join(folder, 'entry.ts');
  const parts = [
    'search/search',
    'search/compile-index',
    'search/search-index',
    'search/knowledge',
    'search/bytes',
    'handbook/parse',
  ];
  writeFileSync(
    entry,
    parts.map((part) => `export * from ${JSON.stringify(join(root, 'src', `${part}.ts`))};`).join('\n'),
  );
  const build = await rolldown({ input: entry, cwd: root, platform: 'node', logLevel: 'silent' });
  const file = join(folder, 'engine.mjs');
  await build.write({ file, format: 'esm' });
  await build.close();
  return import(pathToFileURL(file).href);
}

function numbers(values) {
  return values.map((value) => (Number.isNaN(value) ? '–' : value.toFixed(2))).join(' / ');
}

function share(value) {
  return `${(100 * value).toFixed(1)} %`;
}

await main();
