import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import vm from 'node:vm';
import { sourceOf, writePack } from '../bin/pack.js';

/** Command lines that are to start quickly; what they run goes into the code caches. */
const LINES = [
  { argv: ['search', 'hpa'] },
  { argv: ['show', 'hpa'] },
  // These two are names that the deck answers; this is searched for.
  { argv: ['search', 'hpa 扩容 tanzhen'] },
  { argv: ['search', 'how does hpa scale', '--no-open'], columns: 80 },
  { argv: ['list'] },
  { argv: ['random', '--seed', '3'] },
  { argv: ['search', 'hpa', '--no-open'], columns: 80 },
  { argv: ['show', 'hpa'], columns: 80 },
  // The deck keeps its answers set for 80 columns; for these they are set.
  { argv: ['show', 'pvc'], columns: 72 },
  { argv: ['show', 'pvc'], columns: 40 },
  { argv: ['--help'] },
  { argv: [] },
  { argv: ['drill', '--seed', '3'], columns: 80, keys: ' 3q' },
];

/** The same on a large handbook of the user's own, compiled before: what else they need is packed too. */
const ownLines = (deck) => [
  { argv: ['search', 'hpa', '--deck', deck] },
  { argv: ['show', 'hpa', '--deck', deck] },
  { argv: ['show', 'pvc', '--deck', deck], columns: 80 },
];
/** Short questions that make a handbook so large that its answers are made when they are shown. */
const FILLING = 1600;

/** Packs the modules of `dist` that those command lines load, after they ran. */
export async function packStart(root) {
  const dist = `${root}dist/`;
  const require = createRequire(dist);
  const scripts = new Map();
  const modules = new Map();
  const load = (name) => {
    const known = modules.get(name);
    if (known) return known.exports;
    const source = sourceOf(dist + name);
    const script = new vm.Script(source, { filename: dist + name });
    scripts.set(name, { script, source });
    const module = { exports: {} };
    modules.set(name, module);
    const scoped = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
    script.runInThisContext()(module.exports, scoped, module, dist + name, dist);
    return module.exports;
  };
  const home = mkdtempSync(join(tmpdir(), 'k8sq-build-'));
  const packed = new Set();
  const runAndPack = async (lines) => {
    for (const line of lines) {
      const context = contextFor(root, home, line);
      if ((await load('look-up.js').quick(line.argv, context)) === undefined)
        await load('cli.js').main(line.argv, context);
    }
    for (const [name, { script, source }] of scripts) {
      if (packed.has(name)) continue;
      packed.add(name);
      writePack(dist + name, source, script);
    }
  };
  try {
    await runAndPack(LINES);
    // Compiles the handbook outside of what is packed: no quick start compiles one.
    const deck = join(home, 'own.md');
    const short = Array.from({ length: FILLING }, (_, at) => `### 第 ${at} 题是什么？\n\n答 ${at}。\n`);
    const full = ['autoscaling', 'storage'].map((name) => readFileSync(`${root}data/zh/${name}.md`, 'utf8'));
    writeFileSync(deck, [...full, ...short].join('\n'));
    const own = ownLines(deck);
    const { quick } = require(`${dist}look-up.js`);
    await quick(own[0].argv, contextFor(root, home, own[0]));
    await runAndPack(own);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** A world of its own for a command line; `keys` are pressed one by one, each when a frame was drawn. */
function contextFor(root, home, { columns, keys = '' }) {
  const stdin = Object.assign(new PassThrough(), {
    isTTY: columns !== undefined,
    setRawMode: () => undefined,
  });
  const waiting = [...keys];
  const stdout = Object.assign(new PassThrough(), columns && { isTTY: true, columns, rows: 24 });
  stdout.write = () => {
    const key = waiting.shift();
    if (key !== undefined) setTimeout(() => stdin.write(key), 20);
    return true;
  };
  return {
    stdin,
    stdout,
    stderr: { write: () => true },
    env: { LANG: 'zh_CN.UTF-8', TERM: 'xterm-256color', HOME: home, PAGER: '' },
    cwd: root,
    root: root.slice(0, -1),
    platform: process.platform,
    signals: { on: () => () => undefined, raise: () => undefined },
    hostname: () => 'build',
    now: Date.now,
    utcOffset: () => 0,
    random: Math.random,
  };
}
