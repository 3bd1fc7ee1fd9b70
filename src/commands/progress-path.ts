import { lookUpFiles } from '../storage/look-ups.ts';
import { logFiles } from '../storage/read-log.ts';
import { pathsOf } from '../storage/user-paths.ts';
import { json, visible } from '../terminal/sanitize.ts';
import type { Run } from './specification.ts';

/** Where the learner's progress is kept: the folder alone, so that a script can use it, or all folders as JSON. */
export const run: Run = async ({ options, context, lang }) => {
  const paths = pathsOf(context, lang);
  const text = options['json']
    ? json({ ...paths, files: logFiles(paths.data), lookups: lookUpFiles(paths.data) })
    : paths.data;
  // A script must get the folder as it is; a terminal must not be led astray.
  context.stdout.write(`${context.stdout.isTTY ? visible(text) : text}\n`);
  return 0;
};
