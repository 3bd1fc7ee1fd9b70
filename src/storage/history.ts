import { join } from 'node:path';
import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Language } from '../language.ts';
import type { EventBody, LogEvent, Review } from '../memory/event.ts';
import { countedReviews, type Progress } from '../memory/fold.ts';
import { Standing } from '../memory/standing.ts';
import { messages } from '../messages.ts';
import { type LogFaults, progressMessages } from '../terminal/progress-messages.ts';
import { visibleLine } from '../terminal/sanitize.ts';
import { deviceName } from './device.ts';
import { type Log, LogError, openLog } from './log.ts';
import { type Paths, settingsFile } from './paths.ts';
import { readLog } from './read-log.ts';
import { readSettings, type Settings } from './settings.ts';
import { openStanding, type Standings } from './snapshot.ts';
import { ulids } from './ulid.ts';
import { pathsOf } from './user-paths.ts';

/** Latest events that may change without the whole log being told again, once it had to be. */
const RETOLD = 2000;

/** The learner's history: what the log says now, and the only way to add to it. */
export interface History {
  readonly paths: Paths;
  readonly settings: Settings;
  /** What the events of the log add up to, those recorded by this process included. */
  progress(): Progress;
  /** All reviews that count, oldest first, under the cards' present ids; the whole log is read for them. */
  reviews(): Review[];
  /**
   * Stamps an event and returns when it is on disk.
   * @throws Failure when it cannot be written; nothing was recorded then.
   */
  record(body: EventBody): LogEvent;
}

/**
 * Opens the history in the user's data folder; a first use is an empty history, and nothing is written before
 * the first event. Damage, and events that this program does not know, are one sentence on stderr; so are
 * settings that do not count. A snapshot in the cache folder (snapshot.ts) saves telling the whole log again.
 * @throws Failure when there is no place for it, or it may not be read.
 */
export function openHistory(context: Context, lang: Language): History {
  const paths = pathsOf(context, lang);
  const { settings, problems } = readSettings(paths.config);
  const schedule = { retention: settings.retention, leechLapses: settings.leechLapses };
  const opened = readable(paths, lang, () =>
    openStanding({
      folder: paths.data,
      file: join(paths.cache, 'history'),
      schedule,
      now: context.now(),
      unique: () => Math.floor(context.random() * 2 ** 48).toString(36),
    }),
  );
  context.later?.(opened.keep);
  const say = progressMessages(lang);
  const faults = faultsOf(opened);
  if (faults) context.stderr.write(`${visibleLine(say.warning(faults))}\n`);
  if (problems.length > 0)
    context.stderr.write(`${visibleLine(say.settings(settingsFile(paths.config), problems))}\n`);
  const nextId = ulids(context.random);
  const events = (): readonly LogEvent[] => readable(paths, lang, () => readLog(paths.data)).events;
  let file: Log | undefined;
  let standing: Standing | undefined = opened.standing;
  let recent = RETOLD;
  return {
    paths,
    settings,
    progress: () => {
      if (!standing) {
        standing = Standing.of(events(), schedule, { now: context.now(), recent });
        // Who undoes this far back goes on: telling it all again becomes rare.
        recent *= 4;
      }
      return standing.progress;
    },
    reviews: () => countedReviews(events()),
    record: (body) => {
      const at = context.now();
      const event = { ...body, id: nextId(at), at, offset: context.utcOffset(at) } as LogEvent;
      try {
        file ??= openLog(paths.data, deviceName(paths.state, context.random, context.hostname));
        file.append(event);
      } catch (error) {
        throw new Failure(whyUnwritten(error, paths, lang));
      }
      // What changes old events has to be told from the log.
      if (!standing?.add([event])) standing = undefined;
      return event;
    },
  };
}

function readable<T>(paths: Paths, lang: Language, read: () => T): T {
  try {
    return read();
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new Failure(progressMessages(lang).unreadable(paths.data, code));
  }
}

/** What a log has to be warned of, or undefined. */
function faultsOf({ damaged, unreadable, unknown }: Standings): LogFaults | undefined {
  if (damaged === 0 && unreadable.length === 0 && unknown.size === 0) return undefined;
  return { lines: damaged, files: unreadable.length, unknown: unknown.size };
}

function whyUnwritten(error: unknown, paths: Paths, lang: Language): string {
  const say = messages(lang);
  const code = error instanceof LogError ? error.code : ((error as NodeJS.ErrnoException).code ?? '');
  return code === 'full' ? say.diskFull(paths.data) : say.notRecorded(paths.data, code || String(error));
}
