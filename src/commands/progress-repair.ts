import { dirname } from 'node:path';
import { Failure } from '../failure.ts';
import { repairProgress } from '../storage/progress.ts';
import { readLog } from '../storage/read-log.ts';
import { ulids } from '../storage/ulid.ts';
import { pathsOf } from '../storage/user-paths.ts';
import { progressMessages } from '../terminal/progress-messages.ts';
import { visibleLine } from '../terminal/sanitize.ts';
import { onFiles } from './progress-failure.ts';
import { readLogs } from './progress-read.ts';
import type { Run } from './specification.ts';

/** Sets damaged logs aside after their whole events went to a new one. Deletes nothing, so it does not ask. */
export const run: Run = async ({ options, context, lang }) => {
  const say = progressMessages(lang);
  const { data } = pathsOf(context, lang);
  const id = ulids(context.random)(context.now());
  readLogs(data, lang, () => readLog(data));
  const { written, bad, file, moved } = onFiles(data, lang, () => repairProgress(data, id));
  const left = readLog(data).problems.filter(({ code }) => code === 'unreadable');
  if (options['json']) {
    const unreadable = left.map((each) => each.file);
    context.stdout.write(
      `${JSON.stringify({ written, bad, file: file ?? null, moved, unreadable }, null, 2)}\n`,
    );
    return left.length > 0 ? 1 : 0;
  }
  const [first] = moved;
  const lines =
    first === undefined
      ? left.length > 0
        ? []
        : [say.nothingToRepair]
      : [say.repaired(written, bad, file), say.movedTo(dirname(first))];
  context.stdout.write(lines.map((line) => `${visibleLine(line)}\n`).join(''));
  if (left.length > 0)
    throw new Failure(visibleLine(say.stillUnreadable(left.map((each) => each.file).join(', '))), 1);
  return 0;
};
