import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { WeakSpot } from '../../src/memory/weak-spots.ts';
import { NOON, run, temporaryFolder } from '../world.ts';
import { DAY, dataOf, homeWith, linesOf, reviewed, withSettings } from './practice-home.ts';

const lookUpsOf = (home: string): string[] =>
  linesOf<Record<string, string>>(home, /^lookups-/).map(({ deck, card, by }) => `${deck} ${card} ${by}`);

test.each<[string, number | undefined, string[]]>([
  ['show hpa', undefined, ['k8s hpa-vs-vpa show']],
  ['hpa', 80, ['k8s hpa-vs-vpa show']],
  ['show hpa --plain', undefined, ['k8s hpa-vs-vpa show']],
  // The only hit opens at once on a terminal.
  ['search hpa topic:autoscaling -n 1', 80, ['k8s hpa-vs-vpa search']],
  ['search hpa topic:autoscaling -n 1', undefined, []],
  ['search hpa -n 1 --no-open', 80, []],
  // A list is not an answer, nor is data for a program, nor what was not found or chosen.
  ['search hpa', undefined, []],
  ['show hpa --json', undefined, []],
  ['show zzzzqqq', undefined, []],
  ['random --seed 3', undefined, []],
])('k8sq %s (columns: %s) keeps %j', async (line, columns, expected) => {
  const home = temporaryFolder();
  const world = columns === undefined ? {} : { columns };
  await run(line.split(' '), { ...world, env: { HOME: home, PAGER: 'cat' } });
  expect(lookUpsOf(home)).toEqual(expected);
});

test('turned off by the setting or the environment, nothing is kept', async () => {
  const home = withSettings(temporaryFolder(), '{"lookups":false}');
  await run(['hpa'], { env: { HOME: home } });
  const other = temporaryFolder();
  await run(['hpa'], { env: { HOME: other, K8SQ_LOOKUPS: '0' } });
  expect([lookUpsOf(home), lookUpsOf(other)]).toEqual([[], []]);
});

/** A home in which a card was looked up on so many days. */
function lookedUp(home: string, card: string, times: number): string {
  mkdirSync(dataOf(home), { recursive: true });
  const lines = Array.from({ length: times }, (_, index) =>
    JSON.stringify({ v: 1, at: NOON - index * DAY, offset: 480, deck: 'k8s', card, by: 'show' }),
  );
  writeFileSync(join(dataOf(home), 'lookups-test.jsonl'), `${lines.join('\n')}\n`);
  return home;
}

const stats = async (home: string, words: string[] = [], env = {}) =>
  (await run(['stats', ...words], { env: { HOME: home, ...env } })).stdout;
const weak = async (home: string, words: string[] = [], env = {}): Promise<WeakSpot[]> =>
  JSON.parse(await stats(home, [...words, '--json'], env)).weakSpots;

describe('weak spots', () => {
  const failed = [
    reviewed(1, 'what-is-kubernetes', 'again', 3),
    reviewed(2, 'what-is-kubernetes', 'again', 2),
    reviewed(3, 'what-is-kubernetes', 'good', 1),
  ];

  test('are cards looked up or failed often, in one ranking', async () => {
    expect(await weak(lookedUp(homeWith(failed), 'hpa-vs-vpa', 5))).toEqual([
      { deck: 'k8s', card: 'hpa-vs-vpa', lookedUp: 5, failed: 0, asked: 0, score: 5 },
      { deck: 'k8s', card: 'what-is-kubernetes', lookedUp: 0, failed: 2, asked: 3, score: 4 },
    ]);
  });

  test('are shown with their reasons', async () => {
    expect(await stats(lookedUp(homeWith(failed), 'hpa-vs-vpa', 5))).toMatch(
      /\n薄弱处\n.*HPA.*\n {2}14 天内查了 5 次\n.*\n {2}最近 3 次问到，忘了 2 次\n\n最难的题\n[\s\S]*\n专练薄弱的：k8sq drill --weak\n$/,
    );
  });

  test('are shown before the first review too', async () => {
    expect(await stats(lookedUp(temporaryFolder(), 'hpa-vs-vpa', 3))).toMatch(
      /^还没有练习记录。.*\n\n薄弱处\n.*HPA.*\n {2}14 天内查了 3 次\n/,
    );
  });

  test('of a category alone', async () => {
    expect(await weak(lookedUp(homeWith(failed), 'hpa-vs-vpa', 5), ['-c', 'storage'])).toEqual([]);
  });

  test('without look-ups where these are turned off', async () => {
    const home = lookedUp(homeWith(failed), 'hpa-vs-vpa', 5);
    const ids = (spots: WeakSpot[]) => spots.map(({ card }) => card);
    expect(ids(await weak(home, [], { K8SQ_LOOKUPS: 'off' }))).toEqual(['what-is-kubernetes']);
    expect(ids(await weak(withSettings(home, '{"lookups":false}')))).toEqual(['what-is-kubernetes']);
  });
});

describe('progress', () => {
  test('export leaves look-ups out, and import does not take them', async () => {
    const home = lookedUp(homeWith([reviewed(1, 'hpa-vs-vpa', 'good', 1)]), 'pod', 3);
    const { stdout } = await run(['progress', 'export'], { env: { HOME: home } });
    expect(stdout.trimEnd().split('\n')).toHaveLength(1);
    const file = join(dataOf(home), 'lookups-test.jsonl');
    expect((await run(['progress', 'import', file], { env: { HOME: home } })).code).toBe(2);
  });

  test('path --json names their files, check does not mind them', async () => {
    const home = lookedUp(homeWith([reviewed(1, 'hpa-vs-vpa', 'good', 1)]), 'pod', 3);
    const { stdout } = await run(['progress', 'path', '--json'], { env: { HOME: home } });
    expect(JSON.parse(stdout)).toMatchObject({
      files: ['reviews-test.jsonl'],
      lookups: ['lookups-test.jsonl'],
    });
    expect((await run(['progress', 'check'], { env: { HOME: home } })).code).toBe(0);
  });

  test('reset moves them aside with the logs, and where there is nothing else', async () => {
    for (const events of [[reviewed(1, 'hpa-vs-vpa', 'good', 1)], []]) {
      const home = lookedUp(homeWith(events), 'pod', 3);
      const { code, stdout } = await run(['progress', 'reset', '--yes'], { env: { HOME: home } });
      const folder = /原来的记录在 (.*)，移回/.exec(stdout)?.[1] ?? '';
      expect({ code, files: readdirSync(folder) }).toEqual({
        code: 0,
        files: ['lookups-test.jsonl', ...(events.length > 0 ? ['reviews-test.jsonl'] : [])],
      });
      expect(lookUpsOf(home)).toEqual([]);
    }
  });
});
