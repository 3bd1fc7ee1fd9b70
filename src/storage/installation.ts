import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { languageOf } from '../language.ts';
import { messages } from '../messages.ts';
import { builtInPath } from './deck.ts';
import { wholeDeckFile } from './deck-file.ts';

/** What to say instead of an error that nobody expected: that the built-in deck is damaged, if it is. */
export function installationFailure({ root, env }: Context): Failure | undefined {
  const path = builtInPath(root);
  return wholeDeckFile(path) ? undefined : new Failure(messages(languageOf([], env)).damagedDeck(path));
}
