import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { keepsLookUps, noteLookUp } from '../../src/storage/look-up-log.ts';
import { lookUpFiles, readLookUps } from '../../src/storage/look-ups.ts';
import { NOON, temporaryFolder } from '../world.ts';

const contextAt = (home: string, over: Partial<Parameters<typeof noteLookUp>[0]> = {}) =>
  ({
    env: { HOME: home },
    platform: 'linux',
    hostname: () => 'laptop',
    now: () => NOON,
    random: () => 0,
    ...over,
  }) as const;
const dataOf = (home: string): string => join(home, '.local', 'share', 'k8sq');
const FILE = 'lookups-laptop-aaaa.jsonl';

function configOf(home: string, settings: string): string {
  const folder = join(home, '.config', 'k8sq');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.json'), settings);
  return folder;
}

test('a look-up is a line of the device: when, which card, by what, and nothing else', () => {
  const home = temporaryFolder();
  noteLookUp(contextAt(home), 'k8s', 'hpa-vs-vpa', 'show');
  noteLookUp(contextAt(home, { now: () => NOON + 1 }), 'k8s', 'pod', 'search');
  expect(readFileSync(join(dataOf(home), FILE), 'utf8')).toBe(
    `\n{"v":1,"at":${NOON},"deck":"k8s","card":"hpa-vs-vpa","by":"show"}` +
      `\n{"v":1,"at":${NOON + 1},"deck":"k8s","card":"pod","by":"search"}`,
  );
  expect(readLookUps(dataOf(home), () => 480).map(({ card, by }) => `${card} ${by}`)).toEqual([
    'hpa-vs-vpa show',
    'pod search',
  ]);
});

test('after a torn line begins a new one; damage costs only itself', () => {
  const home = temporaryFolder();
  mkdirSync(dataOf(home), { recursive: true });
  const bad = [
    '[]',
    '{}',
    '{"v":1,"at":1}',
    `{"v":2,"at":${NOON},"offset":0,"deck":"k8s","card":"x","by":"show"}`,
  ];
  const torn = `{"v":1,"at":${NOON},"offset":480,"de`;
  writeFileSync(join(dataOf(home), FILE), `${bad.join('\n')}\n${torn}`);
  noteLookUp(contextAt(home), 'k8s', 'pod', 'drill');
  expect(readLookUps(dataOf(home), () => 480).map(({ card }) => card)).toEqual(['pod']);
  expect(readFileSync(join(dataOf(home), FILE), 'utf8')).toContain(`${torn}\n{"v":1`);
});

test('copies that file syncing made are the same look-ups, of all devices, oldest first', () => {
  const home = temporaryFolder();
  for (const [at, card] of [
    [2, 'pod'],
    [1, 'hpa'],
  ] as const)
    noteLookUp(contextAt(home, { now: () => NOON + at }), 'k8s', card, 'show');
  const text = readFileSync(join(dataOf(home), FILE), 'utf8');
  writeFileSync(join(dataOf(home), 'lookups-laptop-aaaa.sync-conflict-1.jsonl'), text);
  writeFileSync(join(dataOf(home), 'lookups-desk-bbbb.jsonl'), text.replaceAll('pod', 'node').slice(0, -1));
  expect(readLookUps(dataOf(home), () => 480).map(({ card }) => card)).toEqual(['hpa', 'node', 'pod']);
});

test('where a look-up does not say its offset, the reader does', () => {
  const home = temporaryFolder();
  mkdirSync(dataOf(home), { recursive: true });
  const said = `{"v":1,"at":${NOON},"offset":-60,"deck":"k8s","card":"pod","by":"show"}`;
  writeFileSync(join(dataOf(home), FILE), said);
  noteLookUp(contextAt(home, { now: () => NOON + 1 }), 'k8s', 'hpa', 'show');
  expect(readLookUps(dataOf(home), (at) => at - NOON).map(({ offset }) => offset)).toEqual([-60, 1]);
});

test('of a file that grew for years only the end is read', () => {
  const home = temporaryFolder();
  mkdirSync(dataOf(home), { recursive: true });
  const line = (at: number) => `{"v":1,"at":${at},"offset":480,"deck":"k8s","card":"x","by":"show"}\n`;
  writeFileSync(join(dataOf(home), FILE), Array.from({ length: 40_000 }, (_, at) => line(at)).join(''));
  const found = readLookUps(dataOf(home), () => 480);
  expect(found.at(-1)?.at).toBe(39_999);
  expect(found.length).toBeGreaterThan(9_000);
  expect(found.length).toBeLessThan(20_000);
});

test.each<[string, (home: string) => Partial<Parameters<typeof noteLookUp>[0]>]>([
  ['no home', () => ({ env: {} })],
  ['a relative home', () => ({ env: { HOME: 'ann' } })],
  [
    'a file where the folder should be',
    (home) => {
      mkdirSync(join(home, '.local'));
      writeFileSync(join(home, '.local', 'share'), '');
      return {};
    },
  ],
  [
    'a folder where the file should be',
    (home) => {
      mkdirSync(join(dataOf(home), FILE), { recursive: true });
      return {};
    },
  ],
  [
    'a full disk',
    (home) => {
      mkdirSync(dataOf(home), { recursive: true });
      symlinkSync('/dev/full', join(dataOf(home), FILE));
      return {};
    },
  ],
])('with %s nothing happens', (_, make) => {
  const home = temporaryFolder();
  const context = contextAt(home, make(home));
  expect(() => noteLookUp(context, 'k8s', 'pod', 'show')).not.toThrow();
  expect(readLookUps(dataOf(home), () => 480)).toEqual([]);
});

test.each<[string, Record<string, string>, string | undefined, boolean]>([
  ['nothing said', {}, undefined, true],
  ['other settings', {}, '{"minutes":5}', true],
  ['true', {}, '\uFEFF{"lookups":true}', true],
  ['false', {}, '{"lookups":false}', false],
  ['something else', {}, '{"lookups":"no"}', false],
  ['settings that cannot be understood, for they may say no', {}, '{"lookups":fal', false],
  ['K8SQ_LOOKUPS=0', { K8SQ_LOOKUPS: '0' }, '{"lookups":true}', false],
  ['K8SQ_LOOKUPS=off', { K8SQ_LOOKUPS: 'OFF' }, undefined, false],
  ['K8SQ_LOOKUPS empty', { K8SQ_LOOKUPS: '' }, undefined, true],
])('kept with %s: %j %j %s', (_, env, settings, expected) => {
  const home = temporaryFolder();
  const config = settings === undefined ? join(home, 'nowhere') : configOf(home, settings);
  expect(keepsLookUps(env, config)).toBe(expected);
});

test('turned off, nothing is written, not even a folder', () => {
  const home = temporaryFolder();
  configOf(home, '{"lookups":false}');
  noteLookUp(contextAt(home), 'k8s', 'pod', 'show');
  expect(readdirSync(home)).toEqual(['.config']);
  expect(lookUpFiles(dataOf(home))).toEqual([]);
});
