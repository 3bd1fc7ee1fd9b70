import { statSync } from 'node:fs';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { languageOf } from '../language.ts';
import { messages } from '../messages.ts';
import { builtInPath } from './deck.ts';
import { openDeckFile } from './deck-file.ts';

/** What to say instead of an error that nobody expected: that the built-in deck is damaged, if it is. */
export function installationFailure({ root, env }: Context): Failure | undefined {
  const path = builtInPath(root);
  return isWhole(path) ? undefined : new Failure(messages(languageOf([], env)).damagedDeck(path));
}

function isWhole(path: string): boolean {
  try {
    return statSync(path).size === openDeckFile(path).length;
  } catch {
    return false;
  }
}
