import { dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { lookUpFiles } from '../storage/look-ups.ts';
import { resetProgress } from '../storage/progress.ts';
import { readLog } from '../storage/read-log.ts';
import { ulids } from '../storage/ulid.ts';
import { pathsOf } from '../storage/user-paths.ts';
import { progressMessages } from '../terminal/progress-messages.ts';
import { askYesNo } from '../terminal/question.ts';
import { visibleLine } from '../terminal/sanitize.ts';
import { onFiles } from './progress-failure.ts';
import { readLogs } from './progress-read.ts';
import type { Run } from './specification.ts';

/** Starts over: moves the logs aside after asking, deletes nothing. Exit code 1 when the answer is no. */
export const run: Run = async ({ options, context, lang }) => {
  const say = progressMessages(lang);
  const { data } = pathsOf(context, lang);
  const { files, events } = readLogs(data, lang, () => readLog(data));
  const hasLookUps = lookUpFiles(data).length > 0;
  if (files.length === 0 && !hasLookUps) {
    context.stdout.write(`${visibleLine(say.empty(data))}\n`);
    return 0;
  }
  if (options['yes'] !== true) {
    if (!context.stdin.isTTY || !context.stdout.isTTY) throw new Failure(say.resetNeedsYes);
    if (!(await askYesNo(context, visibleLine(say.askReset(events.length, hasLookUps, data))))) {
      context.stdout.write(`${say.notReset}\n`);
      return 1;
    }
  }
  const id = ulids(context.random)(context.now());
  const [first = data] = onFiles(data, lang, () => resetProgress(data, id));
  context.stdout.write(`${visibleLine(say.reset(dirname(first)))}\n`);
  return 0;
};
