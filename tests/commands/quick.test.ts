import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quick } from '../../src/quick.ts';
import { NOT_RUN, run } from '../world.ts';
import { CASES, nameOf } from './cases.ts';

/** Command lines that look-ups are made of, right and wrong. */
const LINES: readonly (readonly string[])[] = [
  ['search', 'hpa'],
  ['search', 'hpa', '-n', '2'],
  ['search', '-n', '2', 'hpa', 'vpa'],
  ['search', 'hpa', '--number=2', '--json'],
  ['search', 'hpa', '-n2'],
  ['search', 'hpa', '-n', 'two'],
  ['search', 'hpa', '-c', '弹性', '-l', '提高'],
  ['search', 'hpa', '-c', 'nothing-like-it'],
  ['search', 'hpa', '--titles', '--no-open'],
  ['search', '--lang', 'en', 'zzzz'],
  ['show', 'hpa', '--plain'],
  ['show', 'hpa', '--no-pager'],
  ['show', '--', '-hpa'],
  ['show'],
  ['hpa'],
  ['hpa', '--json'],
  ['怎么', '灰度', '发布'],
  ['list'],
  ['-h'],
  ['search', '-h'],
];

test.each(LINES.map((line) => [line.join(' '), line] as const))(
  'k8sq %s: the short way gives what the full program gives',
  async (_, line) => {
    for (const columns of [undefined, 72]) {
      const world = columns === undefined ? {} : { columns, env: { PAGER: 'cat' } };
      const short = await run(line, world, quick);
      if (short.code === NOT_RUN) expect(short).toEqual({ code: NOT_RUN, stdout: '', stderr: '' });
      else expect(short).toEqual(await run(line, world));
    }
  },
);

test('ordinary lines go the short way', async () => {
  for (const line of [
    ['search', 'hpa'],
    ['show', 'hpa'],
    ['hpa'],
    ['search', 'hpa', '-n', '3'],
    ['show', 'hpa', '--json'],
    ['list'],
    ['random', '--seed', '3'],
    [],
    ['stats', '--json'],
    ['progress', 'path'],
  ])
    expect((await run(line, {}, quick)).code).toBe(0);
});

test('what is not plain, or looks like a mistyped command, is left alone', async () => {
  for (const line of [
    ['list', 'hpa'],
    ['serach', 'hpa'],
    ['--version'],
    ['--lang', 'en'],
    ['show', '-h'],
    ['drill', '-x'],
    ['progress'],
    ['progress', 'import'],
    ['progress', 'import', 'a', 'b'],
    [''],
  ])
    expect((await run(line, {}, quick)).code).toBe(NOT_RUN);
});

test.each(CASES.map((each) => [nameOf(each), each] as const))('%s', async (_, { argv, env }) => {
  const world = env ? { env } : {};
  const short = await run(argv, world, quick);
  if (short.code !== NOT_RUN) expect(short).toEqual(await run(argv, world));
});

const word = fc.constantFrom(
  'hpa',
  'pod',
  '探针',
  '-n',
  '3',
  '-1',
  '--json',
  '--titles',
  '--plain',
  '-c',
  '网络',
  '--',
  '-x',
  '--lang',
  'en',
  '--no-open',
  '--number=2',
);

test('whatever the words: the short way declines, or agrees', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('search', 'show'),
      fc.array(word, { maxLength: 5 }),
      async (name, words) => {
        const short = await run([name, ...words], {}, quick);
        if (short.code !== NOT_RUN) expect(short).toEqual(await run([name, ...words]));
      },
    ),
    { numRuns: 60 },
  );
});
