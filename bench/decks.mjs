// How k8sq takes large handbooks of a user's own: the time of the first command, which compiles, and then what `search`
// and `show` cost against a deck of 75 questions, and `show` of an answer that was not shown yet. Whole processes through
// bin/k8sq.js that take turns.
//   node bench/decks.mjs [--rounds 15] [--counts 75,1000,10000,50000] [--posted|--short]
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { fullHandbook, postedHandbook, shortHandbook } from './decks/handbooks.mjs';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '15' },
    counts: { type: 'string', default: '75,1000,10000' },
    posted: { type: 'boolean', default: false },
    short: { type: 'boolean', default: false },
  },
});
const rounds = Number(values.rounds);
const counts = values.counts.split(',').map(Number);
/** The handbook's maker, and a query for something that many of its cards speak of, and some ask. */
const [make, QUERY] = handbookKind();

const program = fileURLToPath(new URL('../bin/k8sq.js', import.meta.url));
const usage = fileURLToPath(new URL('decks/usage.cjs', import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'k8sq-decks-'));
const cache = join(home, 'cache');
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;

/** Wall clock and processor time in milliseconds, and the most memory held in MB, of a command as a whole process. */
function take(words) {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, ['-r', usage, ...words], {
    cwd: home,
    env: { ...env, HOME: home, XDG_CACHE_HOME: cache, LANG: 'zh_CN.UTF-8' },
    encoding: 'utf8',
  });
  const wall = Number(process.hrtime.bigint() - begun) / 1e6;
  if (status !== 0) throw new Error(`${words.join(' ')} exited ${status}: ${stderr}`);
  return { wall, ...JSON.parse(stderr.split('\n').at(-1)) };
}

function handbookKind() {
  if (values.short) return [shortHandbook, '探针和证书有什么不同'];
  return [values.posted ? postedHandbook : fullHandbook, '滚动更新 回滚'];
}

/** A large deck keeps the answers that were shown: this takes them away again. */
function forgetShown() {
  const folder = join(cache, 'k8sq', 'decks');
  for (const name of readdirSync(folder))
    if (name.endsWith('.answers')) rmSync(join(folder, name), { recursive: true });
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const least = (numbers) => Math.min(...numbers);

try {
  console.log(`Node ${process.version}, ${cpus()[0]?.model} × ${cpus().length}, ${rounds} rounds\n`);
  console.log('| questions | characters | first command | processor time | a question | memory |');
  console.log('|---|---|---|---|---|---|');
  for (const count of counts) {
    const text = make(count);
    const file = join(home, `${count}.md`);
    writeFileSync(file, text);
    const { wall, cpu, memory } = take([program, 'search', 'pod', '--deck', file]);
    const row = [count, text.length, `${(wall / 1000).toFixed(2)} s`, `${(cpu / 1000).toFixed(2)} s`];
    console.log(`| ${[...row, `${(cpu / count).toFixed(2)} ms`, `${memory.toFixed(0)} MB`].join(' | ')} |`);
  }
  const commands = [
    { name: 'show, the first time', command: 'show', isFirst: true },
    { name: 'show', command: 'show', isFirst: false },
    { name: 'search', command: 'search', isFirst: false },
  ].flatMap(({ command, ...kind }) =>
    counts.map((count) => ({
      ...kind,
      count,
      words: [program, command, QUERY, '--deck', join(home, `${count}.md`)],
    })),
  );
  const bare = [];
  const taken = commands.map(() => []);
  for (let round = -1; round < rounds; round++) {
    const base = take(['-e', '0']);
    if (round >= 0) bare.push(base);
    commands.forEach(({ words, isFirst }, at) => {
      if (isFirst) forgetShown();
      const one = take(words);
      if (round >= 0) taken[at].push(one);
    });
  }
  console.log(`\nnode -e 0: ${median(bare.map(({ wall }) => wall)).toFixed(0)} ms\n`);
  console.log(`| what | questions | least time against ${counts[0]} | processor time | memory over node |`);
  console.log('|---|---|---|---|---|');
  commands.forEach(({ name, count }, at) => {
    const first = taken[commands.findIndex((command) => command.name === name)];
    const ratio = (key) => least(taken[at].map((one) => one[key])) / least(first.map((one) => one[key]));
    const memory = median(taken[at].map((one) => one.memory)) - median(bare.map((one) => one.memory));
    console.log(
      `| ${name} | ${count} | ${ratio('wall').toFixed(2)} | ${ratio('cpu').toFixed(2)} | ${memory.toFixed(1)} MB |`,
    );
  });
} finally {
  rmSync(home, { recursive: true, force: true });
}
