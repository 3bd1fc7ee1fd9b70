// Bundles src into dist (CommonJS: it starts faster than ESM) and compiles the built-in decks with the result.
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist`;

rmSync(dist, { recursive: true, force: true });
await build({
  cwd: root,
  input: { cli: 'src/cli.ts', compile: 'src/storage/compile.ts' },
  platform: 'node',
  logLevel: 'warn',
  output: {
    dir: dist,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
  },
});
writeFileSync(`${dist}/package.json`, '{ "type": "commonjs" }\n');

const { compileBuiltIn } = createRequire(import.meta.url)(`${dist}/compile.js`);
const faults = compileBuiltIn(root);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
