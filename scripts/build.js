// Bundles src into dist (CommonJS: it starts faster than ESM) and compiles the built-in deck with the result.
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist`;
const quick = `${root}src/quick.ts`;

/** Modules that a look-up needs at once: what `quick.ts` imports, and what that imports, statically. */
function needed(getModuleInfo) {
  const found = new Set([quick]);
  for (const id of found) for (const next of getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}

let lookUp;

rmSync(dist, { recursive: true, force: true });
await build({
  cwd: root,
  input: { quick, cli: 'src/cli.ts', compile: 'src/storage/compile.ts' },
  platform: 'node',
  // Holds native code for each platform; only `k8sq optimize` loads it.
  external: ['@open-spaced-repetition/binding'],
  logLevel: 'warn',
  // gray-matter can evaluate JavaScript front matter; the parser replaces the engine that does.
  checks: { eval: false },
  output: {
    dir: dist,
    format: 'cjs',
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    codeSplitting: {
      groups: [
        {
          debugName: 'look-up',
          name: (id, context) => {
            lookUp ??= needed((module) => context.getModuleInfo(module));
            return lookUp.has(id) ? 'look-up' : null;
          },
        },
      ],
    },
  },
});
writeFileSync(`${dist}/package.json`, '{ "type": "commonjs" }\n');

const { compileBuiltIn } = createRequire(import.meta.url)(`${dist}/compile.js`);
const faults = compileBuiltIn(root);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
