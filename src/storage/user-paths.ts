import { homedir, userInfo } from 'node:os';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';
import { findPaths, NoHomeError, type Paths } from './paths.ts';

/**
 * The user's folders.
 * @throws Failure when no home folder can be found.
 */
export function pathsOf(context: Context, lang: Language): Paths {
  try {
    return findPaths(context.env, context.platform, systemHomes);
  } catch (error) {
    if (error instanceof NoHomeError) throw new Failure(messages(lang).noHome);
    throw error;
  }
}

/** What the system says is the user's home; a container may run as a user that it does not know. */
function systemHomes(): string[] {
  return [() => userInfo().homedir, homedir].flatMap((ask) => {
    try {
      return [ask()];
    } catch {
      return [];
    }
  });
}
