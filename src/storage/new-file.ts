import {
  closeSync,
  constants,
  copyFileSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a text to a file that does not exist yet, whole or not at all, on disk when it returns. False when the name
 * is taken: what is there stays. `unique` tells the hidden file it is prepared in from those of others.
 * @throws the system's error when it cannot be written.
 */
export function writeNew(path: string, text: string, unique: string): boolean {
  const temporary = prepared(path, text, unique);
  try {
    return named(temporary, path);
  } finally {
    unlinkSync(temporary);
  }
}

/**
 * Writes a text to a file in place of what is there, whole or not at all.
 * @throws the system's error when it cannot be written; the file is then as it was.
 */
export function replaceFile(path: string, text: string, unique: string): void {
  renameSync(prepared(path, text, unique), path);
}

function prepared(path: string, text: string, unique: string): string {
  const folder = dirname(path);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const temporary = join(folder, `.${basename(path)}-${unique}.tmp`);
  const file = openSync(temporary, 'w', 0o600);
  try {
    const bytes = Buffer.from(text);
    // A full disk gives a short count without an error.
    if (writeSync(file, bytes) !== bytes.length)
      throw Object.assign(new Error('disk full'), { code: 'ENOSPC' });
    fsyncSync(file);
  } catch (error) {
    unlinkSync(temporary);
    throw error;
  } finally {
    closeSync(file);
  }
  return temporary;
}

/** Gives a finished file its name; false when the name is taken. */
function named(temporary: string, path: string): boolean {
  const attempts = [
    () => linkSync(temporary, path),
    // Some file systems know no links.
    () => copyFileSync(temporary, path, constants.COPYFILE_EXCL),
  ];
  let reason: unknown;
  for (const attempt of attempts) {
    try {
      attempt();
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
      reason = error;
    }
  }
  throw reason;
}
