import { readdirSync, readFileSync, statSync, unlinkSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import { decodeHeader, type ScorecardHeader } from '../drill/scorecard-header.ts';
import { replaceFile, writeNew } from './new-file.ts';
import type { Paths } from './paths.ts';

/** A saved scorecard of a mock interview. */
export interface SavedMock {
  readonly header: ScorecardHeader;
  readonly path: string;
  readonly markdown: string;
}

/** The scorecard so far of an interview that is going on: what is left of it when the machine dies. */
export interface MockDraft {
  /** Replaces the draft. A failure is not reported: the log has every rating, and the end tries again. */
  write(markdown: string): void;
  /** Says that the interview still goes on. */
  touch(): void;
  remove(): void;
}

/** The scorecards of a learner: Markdown files in `mocks` in the data folder. */
export interface MockStore {
  readonly folder: string;
  /**
   * Saves a scorecard as `<stamp>.md`, whole or not at all, and never over another: a name that is taken gets
   * `-2`, `-3` … Gives the path.
   * @throws the system's error when it cannot be written.
   */
  save(stamp: string, markdown: string): string;
  /** The saved scorecards, oldest first; files that are none, or are damaged, are left out. */
  read(): SavedMock[];
  /** The draft of the interview that began at `stamp`. Nothing is written yet. */
  draft(stamp: string): MockDraft;
  /**
   * Saves the drafts that interviews left behind when they were killed; a draft that was touched within
   * `DRAFT_ALIVE` belongs to one that still runs. Gives the paths of the scorecards.
   */
  rescue(): string[];
}

/** A running interview touches its draft more often than this; milliseconds. */
export const DRAFT_ALIVE = 60_000;

const SAVED = /^\d{4}-\d{2}-\d{2}-\d{6}(?:-\d+)?\.md$/;
const DRAFT = /^mock-(\d{4}-\d{2}-\d{2}-\d{6})-[a-z0-9]+\.md$/;

/** The scorecards in a learner's folders. Nothing is made before the first is saved. */
export function openMocks(paths: Paths, { now, random }: Pick<Context, 'now' | 'random'>): MockStore {
  const folder = join(paths.data, 'mocks');
  const unique = Math.floor(random() * 36 ** 6).toString(36);

  function save(stamp: string, markdown: string): string {
    for (let number = 1; ; number++) {
      const path = join(folder, `${stamp}${number > 1 ? `-${number}` : ''}.md`);
      if (writeNew(path, markdown, unique)) return path;
    }
  }

  return {
    folder,
    save,
    read: () =>
      namesIn(folder, SAVED)
        .flatMap((name) => savedAt(join(folder, name)))
        .sort(byTime),
    draft: (stamp) => draftAt(join(paths.state, `mock-${stamp}-${unique}.md`), now, unique),
    rescue: () =>
      namesIn(paths.state, DRAFT).flatMap((name) => {
        const draft = join(paths.state, name);
        try {
          if (Math.abs(now() - statSync(draft).mtimeMs) < DRAFT_ALIVE) return [];
          const path = save(DRAFT.exec(name)?.[1] ?? '', readFileSync(draft, 'utf8'));
          unlinkSync(draft);
          return [path];
        } catch {
          // It stays where it is; the next time may do better.
          return [];
        }
      }),
  };
}

function draftAt(path: string, now: () => number, unique: string): MockDraft {
  const touch = (): void => quietly(() => utimesSync(path, now() / 1000, now() / 1000));
  return {
    write(markdown) {
      quietly(() => replaceFile(path, markdown, unique));
      touch();
    },
    touch,
    remove: () => quietly(() => unlinkSync(path)),
  };
}

function savedAt(path: string): SavedMock[] {
  const markdown = textOf(path);
  const header = decodeHeader(markdown);
  return header ? [{ header, path, markdown }] : [];
}

function byTime(a: SavedMock, b: SavedMock): number {
  const later = Date.parse(a.header.at) - Date.parse(b.header.at);
  // `….md` comes before `…-2.md`.
  return later || a.path.length - b.path.length || (a.path < b.path ? -1 : 1);
}

function namesIn(folder: string, pattern: RegExp): string[] {
  try {
    return readdirSync(folder).filter((name) => pattern.test(name));
  } catch {
    return [];
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function quietly(work: () => void): void {
  try {
    work();
  } catch {
    // A draft is a second safety only.
  }
}
