import { Failure } from '../failure.ts';
import type { Language } from '../language.ts';
import { progressMessages } from '../terminal/progress-messages.ts';

/**
 * Reads the logs of a folder.
 * @throws Failure when the system refuses.
 */
export function readLogs<T>(folder: string, lang: Language, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== 'string') throw error;
    throw new Failure(progressMessages(lang).unreadable(folder, code));
  }
}
