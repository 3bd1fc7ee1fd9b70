import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Best of several rounds: the machine's own time, without what else it was doing. */
function best(work) {
  for (let i = 0; i < 200; i++) work();
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 10; round++) {
    const start = performance.now();
    for (let i = 0; i < 30; i++) work();
    least = Math.min(least, (performance.now() - start) / 30);
  }
  return least;
}

/** Milliseconds to parse, and to lay out and paint, once everything is compiled. */
export function warmTime({ parseMarkdown, layout, paint }, markdown, look) {
  const tree = parseMarkdown(markdown);
  return { parse: best(() => parseMarkdown(markdown)), layout: best(() => paint(layout(tree, look), look)) };
}

/** Milliseconds of the first render in a fresh process, over at most 60 answers. */
export function coldTimes(parseMarkdown, view, answers) {
  const every = Math.max(1, Math.floor(answers.length / 60));
  const times = [];
  const loads = [];
  for (let i = 0; i < answers.length; i += every) {
    const file = join(dirname(view), 'answer.json');
    writeFileSync(file, JSON.stringify([{ kind: 'lead', title: '', body: parseMarkdown(answers[i]) }]));
    const { stdout } = spawnSync(
      process.execPath,
      [fileURLToPath(new URL('./worker.mjs', import.meta.url)), view, file],
      { encoding: 'utf8' },
    );
    const [load, time] = stdout.split(' ').map(Number);
    loads.push(load);
    times.push(time);
  }
  const at = (list, share) => list.toSorted((a, b) => a - b)[Math.floor((list.length - 1) * share)];
  return { load: at(loads, 0.5), median: at(times, 0.5), p95: at(times, 0.95) };
}
