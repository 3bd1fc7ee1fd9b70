// Bundles src into dist (CommonJS: it starts faster than ESM) and compiles the built-in deck with the result.
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import Module, { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
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
    // The look-up runs as a script of its own (bin/k8sq.js), and a script may not `import()`.
    dynamicImportInCjs: false,
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: '[name]-[hash].js',
    minifyInternalExports: false,
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
await keepCodeCache();

/** V8's code cache of the look-up, made after it ran, so that it holds the functions that a look-up needs. */
async function keepCodeCache() {
  const name = readdirSync(dist).find((each) => /^look-up-.*\.js$/.test(each));
  const file = join(dist, name);
  const script = new vm.Script(Module.wrap(readFileSync(file, 'utf8')), { filename: file });
  const module = { exports: {} };
  const require = createRequire(file);
  script.runInThisContext().call(module.exports, module.exports, require, module, file, dirname(file));
  const silent = { write: () => true };
  const context = {
    stdout: silent,
    stderr: silent,
    env: { LANG: 'zh_CN.UTF-8' },
    root,
    platform: process.platform,
  };
  for (const line of [
    ['search', 'hpa'],
    ['show', 'hpa'],
    ['search', 'tanzhen'],
  ])
    await module.exports.quick(line, { ...context, stdin: {} });
  writeFileSync(file.replace(/js$/, 'cache'), script.createCachedData());
}
