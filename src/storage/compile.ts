import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { problemMessage } from '../handbook/message.ts';
import { BUILT_IN, compileDeck, handbookFiles } from './deck.ts';

/**
 * Compiles the built-in deck of the package at `root` into `dist/`. Gives the sentence of every problem found
 * in our own data: the build fails unless there is none.
 */
export function compileBuiltIn(root: string): string[] {
  const sources = handbookFiles(join(root, 'data', 'zh'), join('data', 'zh'), 'en');
  const deck = compileDeck(BUILT_IN, sources);
  writeFileSync(join(root, 'dist', 'deck-zh.json'), JSON.stringify(deck));
  return deck.problems.map(
    (problem) => `${problem.file}:${problem.line}: ${problem.code}: ${problemMessage(problem, 'en')}`,
  );
}
