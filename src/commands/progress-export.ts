import { basename, dirname, resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { replaceFile } from '../storage/new-file.ts';
import { exportProgress } from '../storage/progress.ts';
import { pathsOf } from '../storage/user-paths.ts';
import { progressMessages } from '../terminal/progress-messages.ts';
import { visible, visibleLine } from '../terminal/sanitize.ts';
import { onFiles } from './progress-failure.ts';
import { readLogs } from './progress-read.ts';
import type { Run } from './specification.ts';

/** The whole history as one log, to the standard output or a file; every event once, in the order of time. */
export const run: Run = async ({ options, context, lang }) => {
  const say = progressMessages(lang);
  const { data } = pathsOf(context, lang);
  const text = readLogs(data, lang, () => exportProgress(data));
  if (text === '') throw new Failure(say.nothingToExport(data), 1);
  const name = options['output'] as string | undefined;
  if (name === undefined) {
    context.stdout.write(context.stdout.isTTY ? visible(text) : text);
    return 0;
  }
  const file = resolve(context.cwd, name);
  if (dirname(file) === resolve(data) && /^reviews-.*\.jsonl$/.test(basename(file)))
    throw new Failure(say.exportOntoLog(name));
  const unique = Math.floor(context.random() * 36 ** 6).toString(36);
  onFiles(name, lang, () => replaceFile(file, text, unique));
  context.stdout.write(`${visibleLine(say.exported(text.split('\n').length - 1, name))}\n`);
  return 0;
};
