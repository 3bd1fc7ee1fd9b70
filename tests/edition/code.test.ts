import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse, parseAllDocuments } from 'yaml';
import { ROOT } from '../world.ts';
import { blocks } from './edition.ts';

interface Api {
  readonly served: Readonly<Record<string, string[]>>;
  readonly configuration: Readonly<Record<string, string[]>>;
  readonly removed: readonly { apiVersion: string; kinds: string[]; since: string }[];
  readonly kubectl: { readonly flags: string[]; readonly commands: Readonly<Record<string, string[]>> };
}

const read = (name: string): string => readFileSync(join(ROOT, 'data', 'kubernetes', name), 'utf8');
const api = JSON.parse(read('1.36.json')) as Api;
const extensions = parse(read('extensions.yaml')) as { apiVersion: string; kinds: string[] }[];

const live = new Set(
  [api.served, api.configuration]
    .flatMap((group) => Object.entries(group))
    .concat(extensions.map(({ apiVersion, kinds }) => [apiVersion, kinds]))
    .flatMap(([version, kinds]) => kinds.map((kind) => `${version} ${kind}`)),
);

/** Files that are no API objects: recognised by the key that only they have. */
const OTHER_FILES = ['groups', 'appVersion', 'scrape_configs', 'route'];

const manifests = blocks('yaml').flatMap((block) =>
  parseAllDocuments(block.text).map((document) => ({ ...block, document })),
);

test('every YAML block parses', () => {
  const broken = manifests.filter(({ document }) => document.errors.length > 0);
  expect(broken.map(({ card, document }) => `${card}: ${document.errors[0]?.message}`)).toEqual([]);
  expect(manifests.length).toBeGreaterThan(60);
});

test('every manifest is of an API that the checked version serves, and has a name', () => {
  const wrong = manifests.flatMap(({ card, document }) => {
    const object = document.toJS() as Record<string, unknown> | null;
    if (object === null) return [`${card}: an empty document`];
    if (OTHER_FILES.some((key) => key in object)) return [];
    const name = `${object['apiVersion']} ${object['kind']}`;
    return live.has(name) ? [] : [`${card}: ${name}`];
  });
  expect(wrong).toEqual([]);
});

test('the list of removed APIs and the list of served ones do not meet', () => {
  const both = api.removed.flatMap(({ apiVersion, kinds }) => kinds.map((kind) => `${apiVersion} ${kind}`));
  expect(both.filter((name) => live.has(name))).toEqual([]);
  expect(both).toContain('policy/v1beta1 PodSecurityPolicy');
});

const commandLines = blocks('bash', 'shell', 'sh').flatMap(({ card, text }) =>
  text
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .flatMap((line) => line.replace(/(^|\s)#.*$/, '').split(/&&|\|\||[|;]/))
    .map((line) => ({ card, words: line.trim().match(/"[^"]*"|'[^']*'|\S+/g) ?? [] })),
);
const kubectlLines = commandLines.filter(({ words }) => words[0] === 'kubectl');

test('every kubectl line uses a real subcommand and real flags', () => {
  expect(kubectlLines.length).toBeGreaterThan(80);
  const wrong = kubectlLines.flatMap(({ card, words }) =>
    faultsOf(words.slice(1)).map((fault) => `${card}: ${fault} in: ${words.join(' ')}`),
  );
  expect(wrong).toEqual([]);
});

test.each([
  [['get', 'pods', '-o', 'wide'], []],
  [['gte', 'pods'], ['no subcommand gte']],
  [['get', 'pods', '--wach'], ['no flag --wach']],
  [['-n', 'kube-system', 'rollout', 'status', 'deploy/web', '--timeout=1m'], []],
  [['exec', 'web', '--', 'ls', '--color'], []],
])('kubectl %j has the faults %j', (words, faults) => {
  expect(faultsOf(words)).toEqual(faults);
});

/** What is wrong with the words after `kubectl`: an unknown subcommand or flags that it does not have. */
function faultsOf(words: readonly string[]): string[] {
  const end = words.indexOf('--');
  const own = end < 0 ? words : words.slice(0, end);
  const names = own.filter((word, index) => !word.startsWith('-') && !takesValue(own[index - 1]));
  const [first = ''] = names;
  if (api.kubectl.commands[first] === undefined) return [`no subcommand ${first}`];
  const full = [3, 2, 1].map((length) => names.slice(0, length).join(' '));
  const name = full.find((words) => api.kubectl.commands[words] !== undefined) ?? first;
  const known = new Set([...api.kubectl.flags, ...(api.kubectl.commands[name] ?? [])]);
  return own
    .filter((word) => word.startsWith('-') && word !== '-')
    .map((word) => word.replace(/=.*$/, ''))
    .filter((flag) => !known.has(flag) && !known.has(flag.slice(0, 2)))
    .map((flag) => `no flag ${flag}`);
}

function takesValue(word: string | undefined): boolean {
  return word === '-n' || word === '--namespace' || word === '--context' || word === '-s';
}
