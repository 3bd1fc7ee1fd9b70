import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { type Decoded, decode, type LogEvent, settle } from '../memory/event.ts';

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
  /** Lines of event types or versions this program does not know, by type: kept, ignored, worth one warning. */
  readonly unknown: ReadonlyMap<string, number>;
  readonly files: readonly string[];
}

/** One line that is not empty. */
export interface LogLine {
  readonly text: string;
  readonly line: number;
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
  const events = collector();
  const problems: LogProblem[] = [];
  const unknown = new Map<string, string>();
  const files = logFiles(folder);
  for (const file of files) {
    try {
      for (const { text, line } of lines(join(folder, file))) {
        const { found, damaged } = decodeLine(text);
        if (damaged) problems.push({ code: damaged, file, line });
        for (const each of found) {
          if (each.kind === 'unknown') unknown.set(each.id, each.type);
          else events.add(each.event);
        }
      }
    } catch {
      problems.push({ code: 'unreadable', file, line: 0 });
    }
  }
  return { events: events.all(), problems, unknown: countByValue(unknown), files };
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

function countByValue(types: ReadonlyMap<string, string>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const type of types.values()) counts.set(type, (counts.get(type) ?? 0) + 1);
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

/** The lines of a file piece by piece, without byte order mark and CR; a log may be larger than a string can be. */
export function* lines(path: string): Generator<LogLine> {
  const file = openSync(path, 'r');
  try {
    const piece = Buffer.allocUnsafe(1 << 20);
    const decoder = new StringDecoder('utf8');
    let rest = '';
    let line = 0;
    for (;;) {
      const count = readSync(file, piece, 0, piece.length, null);
      const parts = (rest + (count === 0 ? decoder.end() : decoder.write(piece.subarray(0, count)))).split(
        '\n',
      );
      rest = count === 0 ? '' : (parts.pop() as string);
      for (const part of parts) {
        line++;
        const text = trimLine(part, line);
        if (text !== '') yield { text, line };
      }
      if (count === 0) return;
    }
  } finally {
    closeSync(file);
  }
}

function trimLine(text: string, line: number): string {
  const start = line === 1 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const end = text.endsWith('\r') ? text.length - 1 : text.length;
  return start === 0 && end === text.length ? text : text.slice(start, end);
}
