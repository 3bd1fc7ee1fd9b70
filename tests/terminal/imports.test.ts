import { readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const TERMINAL = fileURLToPath(new URL('../../src/terminal/', import.meta.url));

/** Everything that is loaded when a module is: its files, and the packages they name. */
function loadedBy(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  const source = readFileSync(file, 'utf8');
  for (const [, clause = '', target = ''] of source.matchAll(
    /^(?:import|export)\s+(?!type\b)([^;]*?)from\s+'([^']+)'/gm,
  )) {
    if (/^\{\s*(?:type [^,}]+,?\s*)+\}\s*$/.test(clause)) continue;
    if (target.startsWith('.')) loadedBy(resolve(dirname(file), target), seen);
    else seen.add(target);
  }
  return seen;
}

const packagesOf = (file: string): string[] =>
  [...loadedBy(join(TERMINAL, file))].filter((name) => !name.startsWith('/'));

test('an answer from its tree needs no package at all', () => {
  expect(packagesOf('answer-view.ts')).toEqual([]);
  expect([...loadedBy(join(TERMINAL, 'answer-view.ts'))].join()).not.toMatch(
    /highlight|entity-table|lexer|word-table|pieces|compose\.ts/,
  );
});

test('an answer from Markdown needs the parser only', () => {
  expect(packagesOf('answer.ts')).toEqual(['marked']);
});

test('nothing here asks the engine for a segmenter', () => {
  for (const file of loadedBy(join(TERMINAL, 'answer.ts'))) {
    if (file.startsWith('/')) expect(readFileSync(file, 'utf8')).not.toMatch(/Intl\./);
  }
});
