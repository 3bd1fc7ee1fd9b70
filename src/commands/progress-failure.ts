import { Failure } from '../failure.ts';
import type { Language } from '../language.ts';
import { LogError } from '../storage/log.ts';
import { progressMessages } from '../terminal/progress-messages.ts';

/**
 * Does work on the files of the log.
 * @throws Failure that names the path when the system refuses.
 */
export function onFiles<T>(path: string, lang: Language, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const say = progressMessages(lang);
    const code = (error as NodeJS.ErrnoException).code;
    if (typeof code !== 'string') throw error;
    const where = error instanceof LogError ? error.path : path;
    if (code === 'full' || code === 'ENOSPC' || code === 'EDQUOT') throw new Failure(say.diskFull(where));
    throw new Failure(say.unwritable(where, code));
  }
}
