import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** One module that exports from many: `{ file: [names] }`, files from the root of the project. */
function gathered(exports) {
  const code = Object.entries(exports).map(
    ([file, names]) => `export { ${names.join(', ')} } from ${JSON.stringify(ROOT + file)};`,
  );
  return {
    name: 'gathered',
    resolveId: (id) => (id === 'gathered' ? id : undefined),
    load: (id) => (id === 'gathered' ? code.join('\n') : undefined),
  };
}

/** Bundles what is asked for from the TypeScript sources, so that plain Node.js 20 can load it; gives the file. */
export async function bundle(exports, folder = mkdtempSync(join(tmpdir(), 'bench-render-'))) {
  const file = join(folder, `${Object.keys(exports).join().replace(/\W+/g, '-')}.mjs`.slice(-80));
  await build({
    input: 'gathered',
    plugins: [gathered(exports)],
    platform: 'node',
    logLevel: 'silent',
    output: { file, format: 'esm', codeSplitting: false },
  });
  return file;
}
