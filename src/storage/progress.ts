import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { decode, encode, type LogEvent } from '../memory/event.ts';
import { type Disk, LogError, realDisk } from './log.ts';
import { lookUpFiles } from './look-ups.ts';
import { countByType, decodeLine, eachText, type LogProblem, logFiles, readLog } from './read-log.ts';

/** What an import, a repair or an export did. */
export interface Transfer {
  /** Events written. */
  readonly written: number;
  /** Events that were there already. */
  readonly known: number;
  /** Lines that hold no event. */
  readonly bad: number;
  /** The file written, or undefined when there was nothing to write. */
  readonly file: string | undefined;
}

export interface Check {
  readonly files: readonly string[];
  readonly events: number;
  /** Lines of types or versions that this program does not know. */
  readonly unknown: ReadonlyMap<string, number>;
  readonly problems: readonly LogProblem[];
  /** Milliseconds since the epoch of events that lie in the future: a clock was wrong. */
  readonly future: readonly string[];
}

/** The whole history as text: every event once, in the order of time, unknown types included. */
export function exportProgress(folder: string): string {
  const { known, foreign } = wholeLines(folder);
  const events = [...known.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return [...events.map(encode), ...foreign.values()].map((line) => `${line}\n`).join('');
}

/**
 * Adds the events of an export (or of any log) that are not in the folder yet, in a file of their own.
 * @throws {LogError} when they are not all on disk; the same import may be done again.
 */
export function importProgress(folder: string, text: string, id: string, disk: Disk = realDisk): Transfer {
  const { known, foreign } = wholeLines(folder);
  const fresh = new Map<string, string>();
  let bad = 0;
  let old = 0;
  for (const line of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    if (line.trim() === '') continue;
    const { found, damaged } = decodeLine(line);
    if (damaged) bad++;
    for (const each of found) {
      const key = each.kind === 'event' ? each.event.id : each.id;
      if (known.has(key) || foreign.has(key)) old++;
      else fresh.set(key, each.kind === 'event' ? encode(each.event) : line);
    }
  }
  const file = writeWhole(folder, `reviews-import-${id}.jsonl`, [...fresh.values()], disk);
  return { written: fresh.size, known: old, bad, file };
}

/** Looks at every line; changes nothing. `now` is in milliseconds since the epoch. */
export function checkProgress(folder: string, now: number): Check {
  const { files, events, unknown, problems } = readLog(folder);
  const future = events.filter((event) => event.at > now + CLOCK_TOLERANCE).map((event) => event.id);
  return { files, events: events.length, unknown: countByType(unknown), problems, future };
}

const CLOCK_TOLERANCE = 86_400_000;

/**
 * Moves logs that hold damaged lines into the folder `damaged-<id>`, after every whole event of theirs has been
 * written to a new log. Nothing is deleted, and a log is never rewritten.
 * @throws {LogError} when the new log is not on disk; then nothing was moved.
 */
export function repairProgress(
  folder: string,
  id: string,
  disk: Disk = realDisk,
): Transfer & { moved: string[] } {
  const damaged = [
    ...new Set(
      readLog(folder)
        .problems.filter((each) => each.code !== 'unreadable')
        .map((each) => each.file),
    ),
  ];
  if (damaged.length === 0) return { written: 0, known: 0, bad: 0, file: undefined, moved: [] };
  const first = rescue(damaged.map((name) => join(folder, name)));
  const file = writeWhole(folder, `reviews-repaired-${id}.jsonl`, [...first.lines.values()], disk);
  const moved = moveAside(folder, damaged, `damaged-${id}`);
  // A program that was just writing to one of them: its event is in the moved file and not yet in the new one.
  const late = rescue(moved);
  for (const key of first.lines.keys()) late.lines.delete(key);
  writeWhole(folder, `reviews-repaired-${id}-late.jsonl`, [...late.lines.values()], disk);
  return { written: first.lines.size + late.lines.size, known: 0, bad: first.bad, file, moved };
}

/** Moves all logs and look-ups into the folder `reset-<id>` and begins with an empty history; gives the new paths. */
export function resetProgress(folder: string, id: string): string[] {
  return moveAside(folder, [...logFiles(folder), ...lookUpFiles(folder)], `reset-${id}`);
}

interface WholeLines {
  readonly known: Map<string, LogEvent>;
  /** Lines of types or versions this program does not know, by id. */
  readonly foreign: Map<string, string>;
}

function wholeLines(folder: string): WholeLines {
  const known = new Map(readLog(folder).events.map((event) => [event.id, event]));
  const foreign = new Map<string, string>();
  for (const name of logFiles(folder)) {
    eachText(join(folder, name), (text) => {
      const decoded = decode(text);
      if (decoded.kind === 'unknown' && !foreign.has(decoded.id)) foreign.set(decoded.id, text);
    });
  }
  return { known, foreign };
}

function rescue(paths: readonly string[]): { lines: Map<string, string>; bad: number } {
  const whole = new Map<string, string>();
  let bad = 0;
  for (const path of paths) {
    eachText(path, (text) => {
      const { found, damaged } = decodeLine(text);
      if (damaged) bad++;
      for (const each of found) {
        if (each.kind === 'event') whole.set(each.event.id, encode(each.event));
        else if (!damaged) whole.set(each.id, text);
      }
    });
  }
  return { lines: whole, bad };
}

/** A new file with all lines, on disk when this returns; a half-written one keeps a name that is not read. */
function writeWhole(folder: string, name: string, all: readonly string[], disk: Disk): string | undefined {
  if (all.length === 0) return undefined;
  const path = join(folder, name);
  const draft = `${path}.part`;
  disk.makeFolder(folder);
  const file = disk.open(draft, 'w');
  try {
    const bytes = Buffer.from(all.map((line) => `${line}\n`).join(''));
    if (disk.write(file, bytes) !== bytes.length) throw new LogError('full', path);
    disk.sync(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'write';
    throw error instanceof LogError ? error : new LogError(code === 'ENOSPC' ? 'full' : code, path, error);
  } finally {
    disk.close(file);
  }
  renameSync(draft, path);
  disk.syncFolder(folder);
  return path;
}

function moveAside(folder: string, names: readonly string[], into: string): string[] {
  if (names.length === 0) return [];
  mkdirSync(join(folder, into), { recursive: true, mode: 0o700 });
  return names.map((name) => {
    const target = join(folder, into, name);
    renameSync(join(folder, name), target);
    return target;
  });
}
