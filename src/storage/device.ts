import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { inFolder } from './paths.ts';

/**
 * The name of this device in the names of its logs: made once from the host's name and four random letters,
 * and kept in the state folder, which is not synced. When that folder cannot be written the name is the
 * host's alone; two devices that share a file still lose nothing, because syncing keeps both copies.
 */
export function deviceName(stateFolder: string, random: () => number, host: () => string): string {
  const file = inFolder(stateFolder, 'device');
  const kept = read(file);
  if (kept !== undefined) return kept;
  const name = `${slug(host())}-${letters(random)}`;
  try {
    mkdirSync(stateFolder, { recursive: true, mode: 0o700 });
    // Two programs that start at once: the first one names the device.
    writeFileSync(file, `${name}\n`, { flag: 'wx' });
    return name;
  } catch {
    return read(file) ?? slug(host());
  }
}

function read(file: string): string | undefined {
  try {
    const name = readFileSync(file, 'utf8').trim();
    return /^[a-z0-9-]{1,60}$/.test(name) ? name : undefined;
  } catch {
    return undefined;
  }
}

function slug(host: string): string {
  const name = host
    .toLowerCase()
    .replace(/\..*$/, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return name.slice(0, 40) || 'device';
}

function letters(random: () => number): string {
  return Array.from({ length: 4 }, () => 'abcdefghjkmnpqrstvwxyz23456789'[Math.floor(random() * 30)]).join(
    '',
  );
}
