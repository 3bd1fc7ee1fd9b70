import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../src/commands/all.ts';
import { ROOT } from '../world.ts';

/** Files that hold what the program says, and what it is said to do. */
const FILES = [
  'README.md',
  'docs/DATA.md',
  'docs/STATS.md',
  'src/messages.ts',
  ...readdirSync(join(ROOT, 'src', 'terminal'))
    .filter((name) => /messages\.ts$|scorecard-markdown\.ts$/.test(name))
    .map((name) => `src/terminal/${name}`),
];

/** Every `k8sq command … --option` that a text names. */
function named(text: string): { command: string; options: string[] }[] {
  return [...text.matchAll(/k8sq ((?:deck|progress) [a-z]+|[a-z]+)((?: (?:[\w.+/-]|\$\{\w+\})+)*)/g)].map(
    ([, command = '', rest = '']) => ({ command, options: rest.match(/(?<= )--?[a-z][a-z-]*/g) ?? [] }),
  );
}

test.each(FILES.map((file) => [file]))('%s names only options that there are', (file) => {
  for (const { command, options } of named(readFileSync(join(ROOT, file), 'utf8'))) {
    const spec = COMMANDS.find(({ name }) => name === command);
    if (!spec) continue;
    const known = spec.options.flatMap(({ flags }) =>
      flags.split(/[ ,]+/).filter((word) => word.startsWith('-')),
    );
    for (const option of options)
      expect([...known, '--lang', '--help'], `k8sq ${command} ${option}`).toContain(option);
  }
});

test('the reading of texts finds what it should', () => {
  expect(
    named('a (k8sq drill --fresh) and `k8sq progress reset --yes`, k8sq plan +10d --minutes 15'),
  ).toEqual([
    { command: 'drill', options: ['--fresh'] },
    { command: 'progress reset', options: ['--yes'] },
    { command: 'plan', options: ['--minutes'] },
  ]);
});
