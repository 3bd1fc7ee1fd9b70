import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Writes a file that can be made again. Readers see the one before or this one, never half of one; the last of several
 * writers, whose `unique` differ, wins. Never throws: a cache that cannot be written only costs time.
 */
export function writeCache(file: string, bytes: Buffer, unique: string): void {
  const draft = `${file}.${unique}.tmp`;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(draft, bytes, { mode: 0o600 });
    renameSync(draft, file);
  } catch {
    discard(draft);
  }
}

function discard(draft: string): void {
  try {
    rmSync(draft, { force: true });
  } catch {
    // Where no file can be there is none.
  }
}
