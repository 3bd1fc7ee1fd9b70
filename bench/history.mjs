// What a long history adds to a start: logs of 0, 100,000 and 1,000,000 reviews, each in a home of its own, the commands
// taking turns. With the snapshot that a run before has left, and (`first`) without one, when the whole log is read.
//   node bench/history.mjs            20 rounds, 5 without a snapshot
//   node bench/history.mjs 40 10      40 rounds, 10 without
import { spawnSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as pty from '@lydell/node-pty';
import { generator } from './learners/random.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const program = join(root, 'bin', 'k8sq.js');
const rounds = Number(process.argv[2] ?? 20);
const firstRounds = Number(process.argv[3] ?? 5);
const SIZES = [0, 100_000, 1_000_000];
const DAY = 86_400_000;
const PER_DAY = 300;

const folder = mkdtempSync(join(tmpdir(), 'k8sq-history-'));
// Certificates that Node reads at every start would hide what is measured.
const environment = (home) => ({
  PATH: process.env.PATH,
  HOME: home,
  LANG: 'zh_CN.UTF-8',
  TERM: 'xterm-256color',
});

/** The log of one device up to yesterday: so many reviews a day of the built-in cards, 30 seconds each. */
function writeLog(home, count, cards) {
  const data = join(home, '.local', 'share', 'k8sq');
  mkdirSync(data, { recursive: true });
  const random = generator(7).uniform;
  const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const days = Math.ceil(count / PER_DAY);
  const begin = (Math.floor(Date.now() / DAY) - days) * DAY;
  const file = openSync(join(data, 'reviews-bench.jsonl'), 'w');
  let lines = [];
  for (let number = 0; number < count; number++) {
    const at = begin + Math.floor(number / PER_DAY) * DAY + (number % PER_DAY) * 30_000;
    let time = '';
    for (let rest = at, place = 0; place < 10; place++, rest = Math.floor(rest / 32))
      time = letters[rest % 32] + time;
    let id = time;
    for (let place = 0; place < 16; place++) id += letters[Math.floor(random() * 32)];
    const card = cards[Math.floor(random() * cards.length)];
    const rating = ['again', 'hard', 'good', 'good', 'good', 'good', 'good', 'easy'][
      Math.floor(random() * 8)
    ];
    const ms = 10_000 + Math.floor(random() * 40_000);
    const event = { v: 1, type: 'review', id, at, offset: 480, deck: 'k8s', card, rating, ms };
    lines.push(JSON.stringify({ ...event, mode: 'drill', coverage: Math.round(random() * 100) / 100 }));
    if (lines.length === 10_000 || number === count - 1) {
      writeSync(file, `${lines.join('\n')}\n`);
      lines = [];
    }
  }
  closeSync(file);
}

const since = (begun) => Number(process.hrtime.bigint() - begun) / 1e6;

/** Milliseconds of a whole process. */
function timeRun(home, args) {
  const begun = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, [program, ...args], {
    env: environment(home),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${args.join(' ')} exited ${status}: ${stderr}`);
  return since(begun);
}

/** Milliseconds until the first question of a drill is on the screen. */
function timeDrill(home) {
  return new Promise((resolve) => {
    const begun = process.hrtime.bigint();
    const child = pty.spawn(process.execPath, [program, 'drill'], {
      cols: 80,
      rows: 24,
      cwd: home,
      env: environment(home),
    });
    let shown = '';
    let time;
    child.onData((data) => {
      shown += data;
      // The keys in the footer of the first frame.
      if (time !== undefined || !/\u001b\[\?1049h[\s\S]*退出/.test(shown)) return;
      time = since(begun);
      child.kill('SIGKILL');
    });
    child.onExit(() => resolve(time));
  });
}

const COMMANDS = [
  ['drill', timeDrill],
  ['stats', (home) => timeRun(home, ['stats'])],
  ['k8sq', (home) => timeRun(home, [])],
  ['plan', (home) => timeRun(home, ['plan'])],
];

const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
const cacheOf = (home) => join(home, '.cache', 'k8sq');

async function measure(homes, count, before) {
  const times = new Map();
  for (let round = -1; round < count; round++) {
    for (const [name, time] of COMMANDS) {
      for (const [size, home] of homes) {
        before(home);
        const taken = await time(home);
        if (taken === undefined) throw new Error(`${name} with ${size} reviews showed nothing`);
        const key = `${name} ${size}`;
        if (round >= 0) times.set(key, [...(times.get(key) ?? []), taken]);
      }
    }
  }
  return times;
}

function print(title, times) {
  const added = SIZES.slice(1);
  const columns = [...SIZES, ...added.map((size) => `+ ${size}`), ...added.map((size) => `+ ${size}, best`)];
  console.log(`\n${title}\n| ms | ${columns.join(' | ')} |\n|---|${columns.map(() => '--:|').join('')}`);
  for (const [name] of COMMANDS) {
    const [none, ...others] = SIZES.map((size) => times.get(`${name} ${size}`));
    // Runs that took their turns one after the other were disturbed alike; the best ones were disturbed least.
    const more = others.map((each) => median(each.map((time, round) => time - none[round])));
    const best = others.map((each) => Math.min(...each) - Math.min(...none));
    const cells = [
      ...[none, ...others].map((each) => median(each).toFixed(0)),
      ...[...more, ...best].map((ms) => `+${ms.toFixed(0)}`),
    ];
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}

try {
  const listed = spawnSync(process.execPath, [program, 'list', '--json'], {
    env: environment(folder),
    encoding: 'utf8',
  });
  const cards = JSON.parse(listed.stdout).topics.flatMap(({ sections }) =>
    sections.flatMap(({ cards: each }) => each.map(({ id }) => id)),
  );
  const homes = SIZES.map((size) => [size, join(folder, String(size))]);
  for (const [size, home] of homes) writeLog(home, size, cards);
  console.log(
    `Node ${process.version}, ${cpus()[0]?.model} × ${cpus().length}, ${cards.length} cards, ${rounds} rounds, medians`,
  );
  const first = await measure(homes, firstRounds, (home) =>
    rmSync(cacheOf(home), { recursive: true, force: true }),
  );
  for (const [, home] of homes) timeRun(home, ['stats']);
  const kept = await measure(homes, rounds, () => {});
  print('With the snapshot', kept);
  print('First, without a snapshot', first);
  for (const [size, home] of homes.slice(1)) {
    const bytes = (path) => statSync(path).size;
    const log = bytes(join(home, '.local', 'share', 'k8sq', 'reviews-bench.jsonl'));
    const snapshot = bytes(join(cacheOf(home), 'history'));
    console.log(
      `${size} reviews: log ${(log / 1e6).toFixed(1)} MB, snapshot ${(snapshot / 1e3).toFixed(0)} kB`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
