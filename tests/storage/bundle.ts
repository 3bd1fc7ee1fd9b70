import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { onTestFinished } from 'vitest';

/** A folder for one test, removed afterwards. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'k8sq-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Bundles a source file to plain JavaScript, so that a child process can import it on any Node. */
export async function bundle(source: string, folder: string): Promise<string> {
  const build = await rolldown({ input: source, platform: 'node' });
  const file = join(folder, 'bundle.mjs');
  await build.write({ file, format: 'esm' });
  await build.close();
  return file;
}
