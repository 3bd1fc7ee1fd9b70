import {
  closeSync,
  fdatasyncSync,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readSync,
  writeSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { encode, type LogEvent } from '../memory/event.ts';

/** The calls an append makes; tests hand in disks that are full or broken. */
export interface Disk {
  open(path: string, flags: string): number;
  size(file: number): number;
  /** The byte at a position. */
  byteAt(file: number, position: number): number | undefined;
  /** One write at the end of the file; gives the count of bytes written, which may be short. */
  write(file: number, bytes: Buffer): number;
  sync(file: number): void;
  close(file: number): void;
  makeFolder(path: string): void;
  /** Makes a new file's name survive a power cut, where the system can. */
  syncFolder(path: string): void;
}

/**
 * An event is not on disk; nothing was acknowledged. `code` is `full`, `sync` (the disk did not confirm), or the
 * system's code such as `EACCES`.
 */
export class LogError extends Error {
  readonly code: string;
  readonly path: string;

  constructor(code: string, path: string, cause?: unknown) {
    super(`${code}: ${path}`, { cause });
    this.code = code;
    this.path = path;
  }
}

export interface Log {
  /** The file that the next event goes to. */
  readonly path: string;
  /**
   * Returns only when the event is on disk.
   * @throws {LogError} when it may not be; the same event may be appended again.
   */
  append(event: LogEvent): void;
}

/**
 * The log of one device in a folder: `reviews-<device>.jsonl`, made on the first append. A file is only ever
 * appended to: no lock, no rewriting, no truncating. Each append opens the file anew, so a log that was moved
 * aside meanwhile is not written to behind the user's back.
 */
export function openLog(folder: string, device: string, disk: Disk = realDisk): Log {
  let path = join(folder, `reviews-${device}.jsonl`);
  let moves = 0;
  return {
    get path() {
      return path;
    },
    append(event) {
      if (appendTo(disk, path, 'a+', event) === undefined) return;
      // After a failed sync the kernel may report the next one as fine although the data is gone, so the
      // same event goes to a file that has no unsynced past. Readers drop the repeat by its id.
      path = join(folder, `reviews-${device}-${event.id}-${moves++}.jsonl`);
      const failure = appendTo(disk, path, 'ax+', event);
      if (failure !== undefined) throw new LogError('sync', path, failure);
    },
  };
}

/**
 * Look at the last byte, write once, check the count, sync.
 * @returns why the sync failed, or undefined when the event is on disk.
 */
function appendTo(disk: Disk, path: string, flags: string, event: LogEvent): unknown {
  let file: number;
  try {
    disk.makeFolder(dirname(path));
    file = disk.open(path, flags);
  } catch (error) {
    throw asLogError(error, path);
  }
  try {
    const size = disk.size(file);
    // A torn last line stays as it is; without the line break this event would be lost with it.
    const torn = size > 0 && disk.byteAt(file, size - 1) !== LINE_FEED;
    const bytes = Buffer.from(`${torn ? '\n' : ''}${encode(event)}\n`);
    if (disk.write(file, bytes) !== bytes.length) throw new LogError('full', path);
    return syncFailure(() => {
      disk.sync(file);
      if (size === 0) disk.syncFolder(dirname(path));
    });
  } catch (error) {
    throw asLogError(error, path);
  } finally {
    disk.close(file);
  }
}

/** A file system that has no sync (some in user space and on networks) is used as it is, not refused. */
function syncFailure(sync: () => void): unknown {
  try {
    sync();
    return undefined;
  } catch (error) {
    return NO_SYNC.includes((error as NodeJS.ErrnoException).code ?? '') ? undefined : error;
  }
}

const NO_SYNC = ['EINVAL', 'ENOTSUP', 'ENOSYS'];

const LINE_FEED = 0x0a;

function asLogError(error: unknown, path: string): LogError {
  if (error instanceof LogError) return error;
  const code = (error as NodeJS.ErrnoException).code ?? 'write';
  return new LogError(code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : code, path, error);
}

export const realDisk: Disk = {
  open: (path, flags) => openSync(path, flags, 0o600),
  size: (file) => fstatSync(file).size,
  byteAt(file, position) {
    const byte = Buffer.alloc(1);
    return readSync(file, byte, 0, 1, position) === 1 ? byte[0] : undefined;
  },
  write: (file, bytes) => writeSync(file, bytes, 0, bytes.length, null),
  sync: fdatasyncSync,
  close: closeSync,
  makeFolder: (path) => void mkdirSync(path, { recursive: true, mode: 0o700 }),
  syncFolder(path) {
    let folder: number;
    try {
      folder = openSync(path, 'r');
    } catch {
      return; // Windows cannot open a folder and needs no such sync.
    }
    try {
      fsyncSync(folder);
    } catch (error) {
      // Some file systems refuse to sync a folder; any other failure is a real one.
      if (
        !['EINVAL', 'ENOTSUP', 'EBADF', 'EISDIR', 'EPERM'].includes(
          (error as NodeJS.ErrnoException).code ?? '',
        )
      )
        throw error;
    } finally {
      closeSync(folder);
    }
  },
};
