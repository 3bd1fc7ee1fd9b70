import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Paths } from './paths.ts';

/**
 * The name of this device in the names of its logs: eight letters made up once and kept in the state folder,
 * which is not synced between devices. `random` is uniform in [0, 1).
 */
export function deviceName(paths: Paths, random: () => number): string {
  const file = join(paths.state, 'device');
  const known = read(file);
  if (known) return known;
  const name = Array.from({ length: 8 }, () => Math.floor(random() * 36).toString(36)).join('');
  mkdirSync(paths.state, { recursive: true, mode: 0o700 });
  try {
    // Of two first drills at once, one makes the file and both take that name.
    writeFileSync(file, `${name}\n`, { flag: 'wx' });
  } catch {
    return read(file) ?? name;
  }
  return name;
}

function read(file: string): string | undefined {
  try {
    const name = readFileSync(file, 'utf8').trim();
    return /^[a-z0-9]{8}$/.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}
