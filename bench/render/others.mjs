import { spawnSync } from 'node:child_process';
import { Marked } from 'marked';
import { markedTerminal } from 'marked-terminal';

/** Output of a command for a text on its standard input; undefined when it is not there or fails. */
function run(command, args, input) {
  const { status, stdout } = spawnSync(command, args, {
    input,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, FORCE_COLOR: '1', CLICOLOR_FORCE: '1' },
  });
  return status === 0 ? stdout : undefined;
}

/** A renderer that is a program of its own; `works` says whether it is there and able. */
function program(name, candidates, argsFor) {
  const command = candidates.find((each) => run(each, argsFor(80), 'x') !== undefined);
  if (!command) return { name, missing: 'not installed, or too old' };
  return { name, render: (markdown, columns) => run(command, argsFor(columns), markdown) ?? '' };
}

async function hardWrap() {
  try {
    // By a variable: it is no dependency of ours, only there when another package brings it.
    const name = 'wrap-ansi';
    return (await import(name)).default;
  } catch {
    return undefined;
  }
}

const terminal = (options) => new Marked(markedTerminal(options));

/** Every renderer of the comparison: ours last, those that are missing with the reason. */
export async function renderers(ours) {
  const wrap = await hardWrap();
  const raw = terminal({});
  const reflowed = (markdown, columns) => terminal({ reflowText: true, width: columns }).parse(markdown);
  return [
    { name: 'marked-terminal, raw', render: (markdown) => raw.parse(markdown) },
    { name: 'marked-terminal, reflowText', render: reflowed },
    wrap
      ? {
          name: 'the same + wrap-ansi (hard)',
          render: (markdown, columns) => wrap(reflowed(markdown, columns), columns, { hard: true }),
        }
      : { name: 'the same + wrap-ansi', missing: 'wrap-ansi is not installed' },
    program('lowdown', ['lowdown'], (columns) => [
      '-tterm',
      `--term-columns=${columns}`,
      `--term-width=${columns}`,
    ]),
    program('pandoc -t ansi', ['pandoc'], (columns) => ['-f', 'gfm', '-t', 'ansi', `--columns=${columns}`]),
    program('bat', ['bat', 'batcat'], (columns) => [
      '-l',
      'md',
      '--color=always',
      '--style=plain',
      '--paging=never',
      '--wrap=character',
      `--terminal-width=${columns}`,
    ]),
    program('rich', ['rich'], (columns) => ['--markdown', '--force-terminal', '-w', String(columns), '-']),
    richModule(),
    program('glow', ['glow'], (columns) => ['-s', 'dark', '-w', String(columns), '-']),
    { name: 'k8sq', render: ours },
  ];
}

/** rich as a module of Python, which is how its library is installed. */
function richModule() {
  const python = process.env.PYTHON ?? 'python3';
  return program('rich (python -m rich.markdown)', [python], (columns) => [
    '-m',
    'rich.markdown',
    '-c',
    '-w',
    String(columns),
    '-',
  ]);
}
