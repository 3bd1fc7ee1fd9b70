// What a learner recalls on the day of the interview, by policy, at equal time. Usage:
//   node bench/learners.mjs [--learners 400] [--cells 75x14x15,200x14x15]   cards x days x minutes a day
//   node bench/learners.mjs --all [--learners 60]                           7 to 60 days, 5 to 60 minutes, 75 to 300 cards
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { rolldown } from 'rolldown';
import { POLICIES } from './learners/policies.mjs';

const NAMES = Object.keys(POLICIES);

async function main() {
  const { values } = parseArgs({
    options: {
      learners: { type: 'string' },
      cells: { type: 'string' },
      all: { type: 'boolean', default: false },
    },
  });
  const cells = values.all ? allCells() : (values.cells ?? '75x14x15,200x14x15').split(',').map(cellOf);
  const learners = Number(values.learners ?? (values.all ? 60 : 400));
  const folder = await mkdtemp(join(tmpdir(), 'learners-'));
  const memory = await bundleMemory(folder);
  const workers = Array.from(
    { length: availableParallelism() },
    () => new Worker(new URL('./learners/worker.mjs', import.meta.url), { workerData: { memory } }),
  );
  try {
    console.log(header(learners));
    for (const cell of cells) console.log(row(cell, await runCell(cell, learners, workers)));
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
    await rm(folder, { recursive: true });
  }
}

/** The code under test, as plain JavaScript for any Node. */
async function bundleMemory(folder) {
  const source = (name) => JSON.stringify(join(import.meta.dirname, '../src/memory', name));
  const entry = 'virtual:memory';
  const build = await rolldown({
    input: entry,
    platform: 'node',
    plugins: [
      {
        name: 'memory',
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) =>
          id === entry
            ? `export { Standing } from ${source('standing.ts')};
               export { queue } from ${source('queue.ts')};
               export { planGain, planReport } from ${source('plan.ts')};`
            : undefined,
      },
    ],
  });
  const file = join(folder, 'memory.mjs');
  await build.write({ file, format: 'esm' });
  await build.close();
  return pathToFileURL(file).href;
}

function cellOf(text) {
  const [cards, days, minutes] = text.split('x').map(Number);
  return { cards, days, minutes };
}

function allCells() {
  return [7, 14, 30, 60].flatMap((days) =>
    [5, 15, 30, 60].flatMap((minutes) => [75, 150, 300].map((cards) => ({ cards, days, minutes }))),
  );
}

/** Every policy on the same learners, spread over the workers in small parts. */
async function runCell(cell, learners, workers) {
  const tasks = NAMES.flatMap((name) =>
    Array.from({ length: Math.ceil(learners / 10) }, (_, part) => ({
      name,
      cell,
      seeds: Array.from({ length: Math.min(10, learners - part * 10) }, (_, index) => part * 10 + index + 1),
    })),
  );
  const results = Object.fromEntries(NAMES.map((name) => [name, []]));
  await Promise.all(
    workers.map(async (worker) => {
      for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) {
        const found = await ask(worker, task);
        for (const [index, seed] of task.seeds.entries()) results[task.name][seed - 1] = found[index];
      }
    }),
  );
  return results;
}

async function ask(worker, task) {
  const failed = new AbortController();
  const { signal } = failed;
  try {
    worker.postMessage(task);
    const failure = once(worker, 'error', { signal }).then(([error]) => Promise.reject(error));
    failure.catch(() => {});
    const [found] = await Promise.race([once(worker, 'message', { signal }), failure]);
    return found;
  } finally {
    failed.abort();
  }
}

function header(learners) {
  const titles = [
    'cards',
    'days',
    'min',
    ...NAMES,
    'FSRS uses',
    'ours − FSRS',
    'ours − shuffle',
    'promised − true',
  ];
  const note = `Mean recall on the day in %, ${learners} learners; differences are paired, with 95 % intervals.`;
  return `${note}\n\n| ${titles.join(' | ')} |\n|${titles.map(() => '--:|').join('')}`;
}

function row({ cards, days, minutes }, results) {
  const recall = (name) => results[name].map((each) => each.recall);
  const difference = (a, b) => interval(a.map((value, index) => value - b[index]));
  const cells = [
    cards,
    days,
    minutes,
    ...NAMES.map((name) => mean(recall(name)).toFixed(1)),
    `${mean(results['FSRS 0.90'].map((each) => each.used)).toFixed(0)} %`,
    difference(recall('ours'), recall('FSRS 0.90')),
    difference(recall('ours'), recall('shuffle')),
    interval(results.ours.map((each) => each.promised - each.recall)),
  ];
  return `| ${cells.join(' | ')} |`;
}

const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

function interval(values) {
  const centre = mean(values);
  const variance = values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1);
  return `${centre >= 0 ? '+' : '−'}${Math.abs(centre).toFixed(2)} ± ${(1.96 * Math.sqrt(variance / values.length)).toFixed(2)}`;
}

await main();
