import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Marked } from 'marked';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const PROBE = fileURLToPath(new URL('./probe.cjs', import.meta.url));

const timeOf = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};

const at = (values, share) => values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) * share)];

/**
 * Milliseconds of each piece of work once everything is compiled: the least of many runs, which a busy machine
 * disturbs least, all of them taking turns with a measure that does not change: marked's lexer on the same text.
 */
export function warmTimes(works, markdown) {
  const marked = new Marked();
  const lex = () => marked.lexer(markdown);
  for (let i = 0; i < 300; i++) lex();
  for (const work of works) for (let i = 0; i < 50; i++) work();
  const reference = [];
  const times = works.map(() => []);
  for (let round = 0; round < 40; round++) {
    for (const [index, work] of works.entries()) times[index].push(timeOf(work));
    for (let i = 0; i < 10; i++) reference.push(timeOf(lex));
  }
  return { times: times.map((each) => Math.min(...each)), reference: Math.min(...reference) };
}

/** What the probe saw of `k8sq show` in a process of its own, colours on; the least of some runs of each number. */
function shown(id, columns, home, runs) {
  const report = join(home, 'probe.json');
  const seen = Array.from({ length: runs }, () => {
    const { status, stderr } = spawnSync(
      process.execPath,
      ['-r', PROBE, join(ROOT, 'bin', 'k8sq.js'), 'show', id, '--no-pager'],
      {
        encoding: 'utf8',
        env: {
          PATH: process.env.PATH,
          HOME: home,
          LANG: 'zh_CN.UTF-8',
          TERM: 'xterm-256color',
          COLUMNS: String(columns),
          FORCE_COLOR: '1',
          K8SQ_PROBE: report,
        },
      },
    );
    if (status !== 0) throw new Error(stderr);
    return JSON.parse(readFileSync(report, 'utf8'));
  });
  const least = (name) => Math.min(...seen.map((each) => each[name]));
  return { load: least('load'), render: least('render'), processor: least('processor') };
}

/** Median and 95th percentile over cards, each shown in processes of its own. */
export function coldTimes(ids, columns, runs = 5) {
  const home = mkdtempSync(join(tmpdir(), 'bench-cold-'));
  const cards = ids.map((id) => shown(id, columns, home, runs));
  const of = (name) => {
    const values = cards.map((card) => card[name]);
    return { median: at(values, 0.5), p95: at(values, 0.95) };
  };
  return { load: of('load'), render: of('render'), processor: of('processor') };
}
