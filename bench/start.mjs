// How long k8sq takes from the shell, as multiples of `node -e 0` in the same run. Commands take turns (A B C A B C …),
// so that a machine that slows down slows all of them; figures are medians of ratios to the bare start beside them. What
// a terminal is for runs in a pseudo-terminal, and so does the bare start it is compared to.
//   npm run bench            30 rounds
//   npm run bench -- 60      60 rounds
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pty from '@lydell/node-pty';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = Number(process.argv[2] ?? 30);
const home = mkdtempSync(join(tmpdir(), 'k8sq-bench-'));
// As npm links it: the shell finds `env` in the first line, and `env` finds Node.
const installed = join(home, 'k8sq');
symlinkSync(join(root, 'bin', 'k8sq.js'), installed);

// Certificates that Node reads at every start would hide what is measured.
const { NODE_EXTRA_CA_CERTS: _, NO_COLOR: __, ...given } = process.env;
const env = { ...given, HOME: home, LANG: 'zh_CN.UTF-8', TERM: 'xterm-256color' };
const BARE = [process.execPath, ['-e', '0']];

/** The end of a frame: the first question is on the screen. */
const FRAME = '\u001b[?2026l';

const own = (...args) => [installed, args];
const handbook = join(root, 'data', 'zh');
const pairs = [
  { name: '`search hpa`', run: () => piped(own('search', 'hpa')), bare: () => piped(BARE) },
  { name: '`show hpa`', run: () => piped(own('show', 'hpa')), bare: () => piped(BARE) },
  { name: '`--help`', run: () => piped(own('--help')), bare: () => piped(BARE) },
  { name: '`list`', run: () => piped(own('list')), bare: () => piped(BARE) },
  { name: '`random`', run: () => piped(own('random', '--seed', '3')), bare: () => piped(BARE) },
  { name: '`k8sq` alone', run: () => piped(own()), bare: () => piped(BARE) },
  ...[['search', 'hpa', '--no-open'], ['show', 'hpa', '--no-pager'], ['list'], ['random', '--no-pager']].map(
    (line) => ({
      name: `\`${line.join(' ')}\` on a terminal`,
      run: () => onTerminal(own(...line)),
      bare: () => onTerminal(BARE),
    }),
  ),
  {
    name: '`drill` to the first question',
    run: () => onTerminal(own('drill'), FRAME),
    bare: () => onTerminal(BARE),
  },
  ...[
    ['rg -i hpa', 'rg', ['-i', 'hpa', handbook]],
    ['fzf --filter hpa', 'fzf', ['--filter', 'hpa']],
    ['bat', 'bat', ['--color=always', join(handbook, 'autoscaling.md')]],
    ['lowdown', 'lowdown', ['-tterm', join(handbook, 'autoscaling.md')]],
    ['tldr kubectl', 'tldr', ['kubectl']],
  ].flatMap(([name, tool, args]) => {
    if (spawnSync('which', [tool], { env }).status === 0)
      return [{ name, run: () => piped([tool, args]), bare: () => piped(BARE) }];
    console.log(`${name}: not installed, skipped`);
    return [];
  }),
  ...['search', 'show'].map((command) => ({
    name: `the obvious program (bench/start/obvious.mjs), \`${command} hpa\``,
    run: () => piped([process.execPath, [join(root, 'bench', 'start', 'obvious.mjs'), command, 'hpa']]),
    bare: () => piped(BARE),
  })),
];

const since = (begun) => Number(process.hrtime.bigint() - begun) / 1e6;

/** Milliseconds that a command takes as a whole process, its output piped. */
function piped([program, args]) {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(program, args, { env, input: '', encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} exited ${status}: ${stderr}`);
  return since(begun);
}

/** The same in a pseudo-terminal of 80 × 24; `until` some output is there, where it is given. */
function onTerminal([program, args], until) {
  return new Promise((resolve, reject) => {
    const begun = process.hrtime.bigint();
    const child = pty.spawn(program, args, { cols: 80, rows: 24, cwd: home, env });
    let out = '';
    let reached;
    child.onData((data) => {
      out += data;
      if (until === undefined || reached !== undefined || !out.includes(until)) return;
      reached = since(begun);
      child.write('q');
    });
    child.onExit(({ exitCode }) => {
      if (exitCode !== 0) reject(new Error(`${program} ${args.join(' ')} exited ${exitCode}: ${out}`));
      else resolve(until === undefined ? since(begun) : reached);
    });
  });
}

const KEYS = 200;

/**
 * Milliseconds from each key to the frame it brings, inside one drill: reveal, down, tick, up, help, back, rate, and so
 * on, over all cards in a home of its own. Rating a card writes it to the disk first.
 */
function keysToFrames() {
  return new Promise((resolve) => {
    const child = pty.spawn(installed, ['drill', '--all'], { cols: 80, rows: 24, cwd: home, env });
    const keys = [' ', 'j', ' ', 'k', '?', ' ', '3'];
    const times = [];
    let pressed;
    let begun;
    let out = '';
    const press = () => {
      pressed = keys[times.length % keys.length];
      begun = process.hrtime.bigint();
      out = '';
      child.write(pressed);
    };
    child.onData((data) => {
      out += data;
      if (!out.includes(FRAME)) return;
      if (pressed !== undefined) times.push(since(begun));
      if (times.length >= KEYS) child.write('q');
      // A person needs a moment; without it the clock's own frames would be taken for the answer to a key.
      else setTimeout(press, 20);
      pressed = undefined;
      out = '';
    });
    child.onExit(() => resolve(times));
  });
}

const sorted = (values) => [...values].sort((a, b) => a - b);
const quantile = (values, part) =>
  sorted(values)[Math.min(values.length - 1, Math.floor(values.length * part))];

try {
  const ratios = new Map(pairs.map(({ name }) => [name, []]));
  const bares = [];
  for (let round = -1; round < rounds; round++) {
    for (const { name, run, bare } of pairs) {
      const base = await bare();
      const time = await run();
      if (round < 0) continue; // the first round warms the file cache
      ratios.get(name).push(time / base);
      bares.push(base);
    }
  }
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model} × ${cpus().length}, ${rounds} rounds; node -e 0: ${quantile(bares, 0.5).toFixed(0)} ms`,
  );
  console.log('| what | × node -e 0 |\n| --- | --: |');
  for (const [name, values] of ratios) console.log(`| ${name} | ${quantile(values, 0.5).toFixed(2)} |`);
  const keys = await keysToFrames();
  console.log(
    `${keys.length} keys in a drill, from key to frame: median ${quantile(keys, 0.5).toFixed(1)} ms, 99th percentile ${quantile(keys, 0.99).toFixed(1)} ms`,
  );
} finally {
  rmSync(home, { recursive: true, force: true });
}
