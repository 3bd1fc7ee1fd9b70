import { resolve } from 'node:path';
import { Failure } from '../failure.ts';
import { readSource } from '../storage/handbook-files.ts';
import { importProgress } from '../storage/progress.ts';
import { ulids } from '../storage/ulid.ts';
import { pathsOf } from '../storage/user-paths.ts';
import { progressMessages } from '../terminal/progress-messages.ts';
import { json, visibleLine } from '../terminal/sanitize.ts';
import { onFiles } from './progress-failure.ts';
import type { Invocation, Run } from './specification.ts';

/** Adds the events of an export, or of any log, that are not there yet; `-` is the standard input. */
export const run: Run = async (invocation) => {
  const { words, options, context, lang } = invocation;
  const say = progressMessages(lang);
  const name = words[0] ?? '-';
  const text = await textOf(name, invocation);
  const { data } = pathsOf(context, lang);
  const id = ulids(context.random)(context.now());
  const { written, known, bad, file } = onFiles(data, lang, () => importProgress(data, text, id));
  if (written + known === 0) throw new Failure(visibleLine(say.notALog(name)));
  const report = options['json']
    ? json({ written, known, bad, file: file ?? null })
    : say.imported(written, known, bad);
  context.stdout.write(`${report}\n`);
  return 0;
};

async function textOf(name: string, { context, lang }: Invocation): Promise<string> {
  if (name !== '-') {
    const bytes = readSource({ name, path: resolve(context.cwd, name) }, lang);
    return Buffer.from(bytes).toString('utf8');
  }
  if (context.stdin.isTTY) context.stderr.write(`${progressMessages(lang).typeAnImport}\n`);
  const pieces: Buffer[] = [];
  for await (const piece of context.stdin) pieces.push(Buffer.from(piece as Uint8Array));
  return Buffer.concat(pieces).toString('utf8');
}
