import { closeSync, openSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Decoded, decode, type LogEvent, settle } from '../memory/event.ts';
import { eachLine, NOTHING_READ, type ReadPart } from './log-lines.ts';
import { reviewReader } from './review-line.ts';

/** A line that holds no event (`torn`, `shape`), or a file that cannot be read (`unreadable`, line 0). */
export interface LogProblem {
  readonly code: 'torn' | 'shape' | 'unreadable';
  readonly file: string;
  /** 1-based. */
  readonly line: number;
}

export interface LogContents {
  /** Every event once, in the order of files and lines. */
  readonly events: readonly LogEvent[];
  readonly problems: readonly LogProblem[];
  /** Types of the events of types or versions this program does not know, by id: kept, ignored, worth one warning. */
  readonly unknown: ReadonlyMap<string, string>;
  /** How much was read of each file that can be read. */
  readonly parts: ReadonlyMap<string, ReadPart>;
  readonly files: readonly string[];
}

/** Names of the logs in a folder, sorted: of all devices, and the copies that file syncing made. */
export function logFiles(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /^reviews-.*\.jsonl$/.test(name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** The union of all logs in a folder; a folder that does not exist is an empty history. */
export function readLog(folder: string): LogContents {
  const files = logFiles(folder);
  const reader = new LogReader();
  const parts = new Map<string, ReadPart>();
  for (const name of files) {
    const part = reader.read(join(folder, name), name);
    if (part) parts.set(name, part);
  }
  return { events: reader.events(), problems: reader.problems, unknown: reader.unknown, parts, files };
}

/** Reads logs or what was added to them, and takes together what they hold. */
export class LogReader {
  readonly problems: LogProblem[] = [];
  readonly unknown = new Map<string, string>();
  readonly #events = collector();
  readonly #readReview = reviewReader();

  /** Reads a file after what has been read of it, and gives how much it is then; undefined when it cannot be read. */
  read(path: string, name: string, after: ReadPart = NOTHING_READ): ReadPart | undefined {
    try {
      return onFile(path, (file) => eachLine(file, (...line) => this.#take(name, ...line), after));
    } catch {
      this.problems.push({ code: 'unreadable', file: name, line: 0 });
      return undefined;
    }
  }

  events(): readonly LogEvent[] {
    return this.#events.all();
  }

  #take(file: string, bytes: Buffer, start: number, end: number, line: number): void {
    const review = this.#readReview(bytes, start, end);
    if (review) {
      this.#events.add(review);
      return;
    }
    const { found, damaged } = decodeLine(bytes.toString('utf8', start, end));
    if (damaged) this.problems.push({ code: damaged, file, line });
    for (const each of found) {
      if (each.kind === 'unknown') this.unknown.set(each.id, each.type);
      else this.#events.add(each.event);
    }
  }
}

/**
 * Events without repeats. As long as ids rise, as they do in the log of one device, none can repeat; the table
 * of ids is made only when that ends.
 */
function collector() {
  const rising: LogEvent[] = [];
  let last = '';
  let byId: Map<string, LogEvent> | undefined;
  return {
    add(event: LogEvent) {
      if (byId === undefined && event.id > last) {
        rising.push(event);
        last = event.id;
        return;
      }
      byId ??= new Map(rising.map((each) => [each.id, each]));
      const other = byId.get(event.id);
      byId.set(event.id, other === undefined ? event : settle(other, event));
    },
    all: (): readonly LogEvent[] => (byId === undefined ? rising : [...byId.values()]),
  };
}

/** How many of each type there are of `unknown` events. */
export function countByType(unknown: ReadonlyMap<string, string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const type of unknown.values()) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

/**
 * Reads a line that may be damaged. Another program may have written on after a torn record without a line
 * break; the whole records of such a line are still good. (Within a record the quotes of `{"v":` are escaped.)
 */
export function decodeLine(text: string): { found: Good[]; damaged: 'torn' | 'shape' | undefined } {
  const whole = decode(text);
  if (whole.kind !== 'bad') return { found: [whole], damaged: undefined };
  const parts = text.split(/(?=\{"v":)/);
  const found = parts.length === 1 ? [] : parts.map(decode).filter((each) => each.kind !== 'bad');
  return { found, damaged: whole.reason };
}

type Good = Exclude<Decoded, { kind: 'bad' }>;

/** Visits the lines of a log as texts. */
export function eachText(path: string, visit: (text: string) => void): void {
  onFile(path, (file) => eachLine(file, (bytes, start, end) => visit(bytes.toString('utf8', start, end))));
}

function onFile<T>(path: string, work: (file: number) => T): T {
  const file = openSync(path, 'r');
  try {
    return work(file);
  } finally {
    closeSync(file);
  }
}
