import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Language } from '../language.ts';
import type { EventBody, LogEvent } from '../memory/event.ts';
import { fold, type Progress } from '../memory/fold.ts';
import { messages } from '../messages.ts';
import { deviceName } from './device.ts';
import { type Log, LogError, openLog } from './log.ts';
import type { Paths } from './paths.ts';
import { readLog } from './read-log.ts';
import { ulids } from './ulid.ts';
import { pathsOf } from './user-paths.ts';

/** The learner's history: what the log says now, and the only way to add to it. */
export interface History {
  readonly paths: Paths;
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
 * the first event.
 * @throws Failure when there is no place for it.
 */
export function openHistory(context: Context, lang: Language): History {
  const paths = pathsOf(context, lang);
  const events: LogEvent[] = [...readLog(paths.data).events];
  const nextId = ulids(context.random);
  let log: Log | undefined;
  let progress: Progress | undefined;
  return {
    paths,
    events,
    progress: () => {
      progress ??= fold(events);
      return progress;
    },
    record: (body) => {
      const at = context.now();
      const event = { ...body, id: nextId(at), at, offset: context.utcOffset(at) } as LogEvent;
      try {
        log ??= openLog(paths.data, deviceName(paths.state, context.random));
        log.append(event);
      } catch (error) {
        throw new Failure(whyUnwritten(error, paths, lang));
      }
      events.push(event);
      progress = undefined;
      return event;
    },
  };
}

function whyUnwritten(error: unknown, paths: Paths, lang: Language): string {
  const say = messages(lang);
  const code = error instanceof LogError ? error.code : ((error as NodeJS.ErrnoException).code ?? '');
  return code === 'full' ? say.diskFull(paths.data) : say.notRecorded(paths.data, code || String(error));
}
