import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SCHEDULE_DEFAULTS, type ScheduleOptions } from '../memory/schedule.ts';
import { type Ages, Standing } from '../memory/standing.ts';
import { VERSION } from '../version.ts';
import { writeCache } from './cache-file.ts';
import type { ReadPart } from './log-lines.ts';
import { compare, type LogMark, markOf } from './log-mark.ts';
import { LogReader, logFiles, readLog } from './read-log.ts';
import { decodeSnapshot, encodeSnapshot, type Snapshot } from './snapshot-format.ts';

/** Where a learner stands, by the logs in a folder. */
export interface Standings {
  readonly standing: Standing;
  /** Damaged lines. */
  readonly damaged: number;
  /** Names of logs that cannot be read. */
  readonly unreadable: readonly string[];
  /** Types of events not known to this program, by id. */
  readonly unknown: ReadonlyMap<string, string>;
  /** A snapshot saved reading. */
  readonly isResumed: boolean;
  /**
   * Keeps the snapshot that would have saved reading, or does nothing where little would be saved. Takes as long as
   * reading all bytes of the logs once: for when nobody waits any more. Never throws.
   */
  keep(): void;
}

export interface SnapshotOptions extends Ages {
  /** The folder of the logs. */
  readonly folder: string;
  /** Where the snapshot is; it need not exist, nor its folder, nor need they be writable. */
  readonly file: string;
  readonly schedule: Partial<ScheduleOptions>;
  /** Tells the file that a snapshot is prepared in from those of other programs. */
  readonly unique: () => string;
  /** Bytes of logs that are quicker read than kept; `WORTH` unless tests say another. */
  readonly worth?: number;
}

/** The dependency that states come from, with its version: another may give others. */
export const SCHEDULER = 'ts-fsrs 5.4.2';

const WORTH = 64 * 1024;

/** One byte in so many may be read anew at each start, before the snapshot is made again. */
const SHARE = 1024;

/**
 * Where the learner stands: what a fold of all events of all logs gives, but from a snapshot and what came after it
 * where there is one that fits. A snapshot that is missing, damaged, of other logs or other settings is done without.
 * @throws the system's error when the folder is there but may not be read.
 */
export function openStanding(options: SnapshotOptions): Standings {
  const files = logFiles(options.folder);
  const key = keyOf(options);
  const snapshot = readSnapshot(options.file);
  const resumed = snapshot?.key === key ? resume(snapshot, files, options) : undefined;
  return resumed ?? rebuilt(key, options);
}

/** Everything that decides what the same logs come to. */
function keyOf({ folder, schedule }: SnapshotOptions): string {
  return JSON.stringify([VERSION, SCHEDULER, folder, { ...SCHEDULE_DEFAULTS, ...schedule }]);
}

function readSnapshot(file: string): Snapshot | undefined {
  try {
    return decodeSnapshot(readFileSync(file));
  } catch {
    return undefined;
  }
}

/** Goes on from a snapshot; undefined when the logs are not those it was made of, or what is new changes the old. */
function resume(
  snapshot: Snapshot,
  files: readonly string[],
  options: SnapshotOptions,
): Standings | undefined {
  const { marks } = snapshot;
  if ([...marks.keys()].some((name) => !files.includes(name))) return undefined;
  const reader = new LogReader();
  const parts = new Map<string, ReadPart>();
  let isProved = false;
  for (const name of files) {
    const path = join(options.folder, name);
    const mark = marks.get(name);
    const { verdict, hasMore } = mark ? compare(path, mark) : { verdict: 'same', hasMore: true };
    if (verdict === 'changed') return undefined;
    if (verdict === 'proved') isProved = true;
    const part = hasMore ? reader.read(path, name, mark) : mark;
    if (!part) return undefined;
    parts.set(name, part);
  }
  const standing = new Standing(snapshot.checkpoint, options.schedule);
  if (!standing.add(reader.events())) return undefined;
  const unknown = new Map([...snapshot.unknown, ...reader.unknown]);
  const damaged = snapshot.damaged + reader.problems.length;
  const all = sizeOf(parts);
  const isWorth = isProved || all - sizeOf(marks) > Math.max(options.worth ?? WORTH, all / SHARE);
  const keep = isWorth ? keeper(snapshot.key, standing, parts, damaged, unknown, options) : () => {};
  return { standing, damaged, unreadable: [], unknown, isResumed: true, keep };
}

function rebuilt(key: string, options: SnapshotOptions): Standings {
  const { events, problems, unknown, parts } = readLog(options.folder);
  const standing = Standing.of(events, options.schedule, options);
  const unreadable = problems.filter(({ code }) => code === 'unreadable').map(({ file }) => file);
  const damaged = problems.length - unreadable.length;
  const isWorth = unreadable.length === 0 && sizeOf(parts) > (options.worth ?? WORTH);
  const keep = isWorth ? keeper(key, standing, parts, damaged, unknown, options) : () => {};
  return { standing, damaged, unreadable, unknown, isResumed: false, keep };
}

function sizeOf(parts: ReadonlyMap<string, ReadPart>): number {
  let sum = 0;
  for (const { size } of parts.values()) sum += size;
  return sum;
}

/** Keeps what was read of logs, unless one of them is not what was read any more. */
function keeper(
  key: string,
  standing: Standing,
  parts: ReadonlyMap<string, ReadPart>,
  damaged: number,
  unknown: ReadonlyMap<string, string>,
  { folder, file, unique, now, recent }: SnapshotOptions,
): () => void {
  // What this process itself records comes after what it has read.
  const checkpoint = standing.checkpoint({ now, ...(recent !== undefined && { recent }) });
  return () => {
    const marks = new Map<string, LogMark>();
    for (const [name, part] of parts) {
      const mark = markOf(join(folder, name), part);
      if (!mark) return;
      marks.set(name, mark);
    }
    writeCache(file, encodeSnapshot({ key, checkpoint: checkpoint(), marks, damaged, unknown }), unique());
  };
}
