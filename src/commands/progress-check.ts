import { type Check, checkProgress } from '../storage/progress.ts';
import { pathsOf } from '../storage/user-paths.ts';
import { ink } from '../terminal/ink.ts';
import type { Look } from '../terminal/look.ts';
import { progressMessages } from '../terminal/progress-messages.ts';
import { json, visibleLine } from '../terminal/sanitize.ts';
import { lookOf } from './look.ts';
import { readLogs } from './progress-read.ts';
import type { Run } from './specification.ts';

/** Damage that is listed line by line; the rest is counted. */
const LISTED = 20;

/** Looks at every line of the log and says what is damaged or unknown; exit code 1 when anything is damaged. */
export const run: Run = async ({ options, context, lang }) => {
  const { data } = pathsOf(context, lang);
  const check = readLogs(data, lang, () => checkProgress(data, context.now()));
  const text = options['json']
    ? json({ folder: data, ...check, unknown: Object.fromEntries(check.unknown) })
    : report(check, data, await lookOf(context, lang)).join('\n');
  context.stdout.write(`${text}\n`);
  return check.problems.length > 0 ? 1 : 0;
};

function report({ files, events, unknown, problems, future }: Check, folder: string, look: Look): string[] {
  const say = progressMessages(look.lang);
  const { bad, good, quiet, warn } = ink(look);
  if (files.length === 0) return [visibleLine(say.empty(folder))];
  const damage = problems.slice(0, LISTED).map(({ file, line, code }) => {
    const place = line > 0 ? `${file}:${line}` : file;
    return `${visibleLine(place)}: ${bad(say.problem[code])}`;
  });
  return [
    visibleLine(say.checked(events, files.length, folder)),
    ...damage,
    ...(problems.length > LISTED ? [say.more(problems.length - LISTED)] : []),
    ...[...unknown].map(([type, count]) => warn(visibleLine(say.unknown(type, count)))),
    ...(future.length > 0 ? [warn(say.future(future.length))] : []),
    problems.length > 0 ? quiet(say.toRepair) : good(say.sound),
  ];
}
