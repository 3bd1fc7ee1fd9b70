import { closeSync, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { LookUp } from '../memory/look-up.ts';

/** Only the newest look-ups count, and they are at the end: about nine thousand of each device are read, not more. */
const TAIL = 1 << 20;

/** Names of the look-up files in a folder, sorted: of all devices, and the copies that file syncing made. */
export function lookUpFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^lookups-.*\.jsonl$/.test(name))
      .sort();
  } catch {
    return [];
  }
}

/**
 * The newest look-ups of all files in a folder, each once, oldest first. `offsetAt` gives the minutes east of UTC
 * for look-ups that do not say their own: to ask the system for it takes longer than to write the line. Whatever cannot
 * be read, or is no look-up, is left out: nothing is lost with it that a learner would miss.
 */
export function readLookUps(folder: string, offsetAt: (at: number) => number): LookUp[] {
  const found = new Map<string, LookUp>();
  for (const name of lookUpFiles(folder)) {
    for (const line of tailOf(join(folder, name)).split('\n')) {
      const lookUp = lookUpOf(line, offsetAt);
      if (lookUp) found.set(`${lookUp.at}\n${lookUp.deck}\n${lookUp.card}`, lookUp);
    }
  }
  return [...found.values()].sort((a, b) => a.at - b.at);
}

/** The end of a file; a first line that is cut is no JSON and falls away later. */
function tailOf(path: string): string {
  try {
    const file = openSync(path, 'r');
    try {
      const { size } = fstatSync(file);
      const bytes = Buffer.alloc(Math.min(size, TAIL));
      const count = readSync(file, bytes, 0, bytes.length, size - bytes.length);
      return bytes.toString('utf8', 0, count);
    } finally {
      closeSync(file);
    }
  } catch {
    return '';
  }
}

function lookUpOf(line: string, offsetAt: (at: number) => number): LookUp | undefined {
  if (!line.startsWith('{')) return undefined;
  try {
    const { v, at, offset: said, deck, card, by } = JSON.parse(line) as Record<string, unknown>;
    if (!isWithin(at, 0, 8.64e15)) return undefined;
    const offset = said ?? offsetAt(at);
    const isWhole =
      v === 1 &&
      isWithin(offset, -1440, 1440) &&
      typeof deck === 'string' &&
      typeof card === 'string' &&
      (by === 'search' || by === 'show' || by === 'drill');
    return isWhole ? { at, offset, deck, card, by } : undefined;
  } catch {
    return undefined;
  }
}

function isWithin(value: unknown, low: number, high: number): value is number {
  return typeof value === 'number' && value >= low && value <= high;
}
