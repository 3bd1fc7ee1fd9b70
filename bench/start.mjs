// How long k8sq takes from the shell, as multiples of `node -e 0` in the same run. Commands take turns (A B C A B C …),
// so that a machine that slows down slows all of them; figures are medians of ratios to the bare start beside them.
//   npm run bench            30 rounds
//   npm run bench -- 60      60 rounds
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const rounds = Number(process.argv[2] ?? 30);
const home = mkdtempSync(join(tmpdir(), 'k8sq-bench-'));
const installed = join(home, 'k8sq');
symlinkSync(join(root, 'bin', 'k8sq.js'), installed);

// Certificates that Node reads at every start would hide what is measured.
const { NODE_EXTRA_CA_CERTS: _, ...env } = process.env;
const options = {
  env: { ...env, HOME: home, LANG: 'zh_CN.UTF-8', TERM: 'xterm-256color' },
  encoding: 'utf8',
};

const found = (name) => spawnSync('which', [name], options).status === 0;
const inTerminal = found('script');
const terminal = (line) => ['script', ['-qec', `stty cols 80 rows 24; ${line}`, '/dev/null']];

const pairs = [
  ['search hpa', [installed, ['search', 'hpa']]],
  ['show hpa', [installed, ['show', 'hpa']]],
  ['--help', [installed, ['--help']]],
  ['list', [installed, ['list']]],
  ['random', [installed, ['random', '--seed', '3']]],
  ['k8sq alone', [installed, []]],
].map(([name, command]) => ({ name, command, bare: [process.execPath, ['-e', '0']] }));

if (inTerminal) {
  const bare = terminal(`${process.execPath} -e 0`);
  for (const line of ['search hpa --no-open', 'show hpa --no-pager'])
    pairs.push({ name: `${line} (terminal)`, command: terminal(`${installed} ${line}`), bare });
}

const handbook = join(root, 'data', 'zh');
for (const [name, tool, args] of [
  ['rg hpa', 'rg', ['-i', 'hpa', handbook]],
  ['fzf --filter', 'fzf', ['--filter', 'hpa']],
  ['bat', 'bat', ['--color=always', join(handbook, 'autoscaling.md')]],
  ['lowdown', 'lowdown', ['-tterm', join(handbook, 'autoscaling.md')]],
  ['tldr', 'tldr', ['kubectl']],
]) {
  if (found(tool)) pairs.push({ name, command: [tool, args], bare: [process.execPath, ['-e', '0']] });
  else console.log(`${name}: not installed, skipped`);
}

/** Milliseconds that a command takes as a whole process. */
function time([program, args]) {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(program, args, { ...options, input: '' });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')} exited ${status}: ${stderr}`);
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

try {
  const ratios = new Map(pairs.map(({ name }) => [name, []]));
  const bares = [];
  for (let round = -1; round < rounds; round++) {
    for (const { name, command, bare } of pairs) {
      const base = time(bare);
      const own = time(command);
      if (round < 0) continue; // the first round warms the file cache
      ratios.get(name).push(own / base);
      bares.push(base);
    }
  }
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model} × ${cpus().length}, ${rounds} rounds; node -e 0: ${median(bares).toFixed(0)} ms`,
  );
  console.log(`| what | × node -e 0 |\n|---|---|`);
  for (const [name, values] of ratios) console.log(`| ${name} | ${median(values).toFixed(2)} |`);
} finally {
  rmSync(home, { recursive: true, force: true });
}
