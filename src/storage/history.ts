import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Language } from '../language.ts';
import type { EventBody, LogEvent } from '../memory/event.ts';
import { advance, fold, type Progress } from '../memory/fold.ts';
import { messages } from '../messages.ts';
import { type LogFaults, progressMessages } from '../terminal/progress-messages.ts';
import { visibleLine } from '../terminal/sanitize.ts';
import { deviceName } from './device.ts';
import { type Log, LogError, openLog } from './log.ts';
import { type Paths, settingsFile } from './paths.ts';
import { type LogContents, readLog } from './read-log.ts';
import { readSettings, type Settings } from './settings.ts';
import { ulids } from './ulid.ts';
import { pathsOf } from './user-paths.ts';

/** The learner's history: what the log says now, and the only way to add to it. */
export interface History {
  readonly paths: Paths;
  readonly settings: Settings;
  /** Events that the log holds, those recorded by this process included. */
  readonly events: readonly LogEvent[];
  /** What the events add up to. */
  progress(): Progress;
  /**
   * Stamps an event and returns when it is on disk.
   * @throws Failure when it cannot be written; nothing was recorded then.
   */
  record(body: EventBody): LogEvent;
}

/**
 * Opens the history in the user's data folder; a first use is an empty history, and nothing is written before
 * the first event. Damage, and events that this program does not know, are one sentence on stderr; so are
 * settings that do not count.
 * @throws Failure when there is no place for it, or it may not be read.
 */
export function openHistory(context: Context, lang: Language): History {
  const paths = pathsOf(context, lang);
  const log = readWhole(paths, lang);
  const { settings, problems } = readSettings(paths.config);
  const say = progressMessages(lang);
  const faults = faultsOf(log);
  if (faults) context.stderr.write(`${visibleLine(say.warning(faults))}\n`);
  if (problems.length > 0)
    context.stderr.write(`${visibleLine(say.settings(settingsFile(paths.config), problems))}\n`);
  const events: LogEvent[] = [...log.events];
  const nextId = ulids(context.random);
  let file: Log | undefined;
  let progress: Progress | undefined;
  return {
    paths,
    settings,
    events,
    progress: () => {
      progress ??= fold(events, { retention: settings.retention, leechLapses: settings.leechLapses });
      return progress;
    },
    record: (body) => {
      const at = context.now();
      const event = { ...body, id: nextId(at), at, offset: context.utcOffset(at) } as LogEvent;
      try {
        file ??= openLog(paths.data, deviceName(paths.state, context.random, context.hostname));
        file.append(event);
      } catch (error) {
        throw new Failure(whyUnwritten(error, paths, lang));
      }
      events.push(event);
      progress &&= advance(progress, event);
      return event;
    },
  };
}

function readWhole(paths: Paths, lang: Language): LogContents {
  try {
    return readLog(paths.data);
  } catch (error) {
    const { code = String(error) } = error as NodeJS.ErrnoException;
    throw new Failure(progressMessages(lang).unreadable(paths.data, code));
  }
}

/** What a log has to be warned of, or undefined. */
function faultsOf({ problems, unknown }: LogContents): LogFaults | undefined {
  const files = problems.filter(({ code }) => code === 'unreadable').length;
  const newer = [...unknown.values()].reduce((sum, count) => sum + count, 0);
  if (problems.length === 0 && newer === 0) return undefined;
  return { lines: problems.length - files, files, unknown: newer };
}

function whyUnwritten(error: unknown, paths: Paths, lang: Language): string {
  const say = messages(lang);
  const code = error instanceof LogError ? error.code : ((error as NodeJS.ErrnoException).code ?? '');
  return code === 'full' ? say.diskFull(paths.data) : say.notRecorded(paths.data, code || String(error));
}
