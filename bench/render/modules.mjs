import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const entry = (path) => fileURLToPath(new URL(path, import.meta.url));

async function bundle(input, file) {
  await build({
    input: entry(input),
    platform: 'node',
    logLevel: 'silent',
    output: { file, format: 'esm', codeSplitting: false },
  });
  return file;
}

/** The TypeScript modules that the bench needs, bundled so that plain Node.js 20 can load them. */
export async function bundled() {
  const folder = mkdtempSync(join(tmpdir(), 'bench-render-'));
  const all = await bundle('./entry.ts', join(folder, 'all.mjs'));
  const view = await bundle('../../src/terminal/answer-view.ts', join(folder, 'view.mjs'));
  return { ...(await import(all)), folder, view };
}
