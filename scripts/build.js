// Bundles src into dist (CommonJS: it starts faster than ESM), compiles the built-in deck with the result, and packs
// what a quick start needs with V8's code cache.
import { rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { build } from 'rolldown';
import { packStart } from './pack.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = `${root}dist`;

/** Chunks of a quick start, in the order in which they claim modules: what each of these needs at once. */
const GROUPS = [
  ['look-up', 'src/quick.ts'],
  ['browse', 'src/commands/list.ts', 'src/commands/random.ts'],
  ['search', 'src/commands/lookup.ts'],
  ['own', 'src/storage/user-deck.ts'],
  ['lists', 'src/commands/lists.ts'],
  ['screen', 'src/commands/answers.ts'],
  ['prose', 'src/terminal/compose.ts'],
  ['answer', 'src/terminal/compose-answer.ts'],
  ['commands', 'src/commands/loaders.ts', 'src/commands/all.ts', 'src/commands/nearest.ts'],
  ['history', 'src/commands/glance.ts'],
  ['drill', 'src/commands/drill.ts'],
];

/** Modules that some modules import, and what those import, statically. */
function needed(roots, context) {
  const found = new Set(roots.map((path) => root + path));
  for (const id of found) for (const next of context.getModuleInfo(id)?.importedIds ?? []) found.add(next);
  return found;
}

const claimed = new Map();

/** An export as the bundler writes it: a getter, for a binding that may change. */
const GETTER =
  /Object\.defineProperty\(exports, (["'])([\w$]+)\1, \{\s*enumerable: true,\s*get: function ?\(\) ?\{\s*return ([\w$]+);\s*\}\s*\}\);/g;

/** A namespace for `import()` as the bundler writes it: a getter for each export, made by its runtime. */
const NAMESPACE = /(\w+)\.__exportAll\(\{([^{}]*)\}\)/g;

/** The bundler's runtime, a file of its own. */
const RUNTIME = /const (\w+) = require\((["'])[^"']*rolldown-runtime[^"']*\2\);\n/;

/** Chunks of our own modules that a quick start loads. */
const LEAN = GROUPS.map(([name]) => name);

/**
 * Exports as plain values in chunks of our own modules, whose bindings never change: a hundred getters are made at every
 * start, and the memory that they take is what makes a look-up collect garbage. What is then left of the runtime is
 * nothing but what `import()` gives, whose getters are written out, so that its file need not be read.
 */
const plainExports = {
  name: 'plain-exports',
  renderChunk(code, { name }) {
    if (!LEAN.includes(name)) return null;
    const plain = code
      .replace(GETTER, 'exports.$2 = $3;')
      .replace(
        NAMESPACE,
        (_, _runtime, entries) =>
          `{${entries.replaceAll(/([\w$]+): \(\) => ([\w$]+)/g, 'get $1() { return $2; }')}}`,
      );
    const runtime = RUNTIME.exec(plain);
    return runtime && plain.split(runtime[1]).length === 2 ? plain.replace(RUNTIME, '') : plain;
  },
};

/**
 * marked makes its regular expressions for emphasis when it is loaded, and to read their classes of Unicode takes half
 * of that time. `src/terminal/lexer.ts` finds emphasis itself, so that they are never asked.
 */
const withoutEmphasis = {
  name: 'marked-without-emphasis',
  transform(code, id) {
    if (!id.endsWith('marked.esm.js')) return null;
    const never = 'e.includes("u")&&t.startsWith("^")?{exec:()=>null}:new RegExp(t,e)';
    const lean = code.replace('getRegex:()=>new RegExp(t,e)', `getRegex:()=>${never}`);
    if (lean === code) throw new Error('marked makes its regular expressions in another way');
    return lean;
  },
};

rmSync(dist, { recursive: true, force: true });
await build({
  cwd: root,
  input: {
    quick: 'src/quick.ts',
    cli: 'src/cli.ts',
    compile: 'src/storage/compile.ts',
    'index-worker': 'src/storage/index-worker.ts',
  },
  platform: 'node',
  // Holds native code for each platform; only `k8sq optimize` loads it.
  external: ['@open-spaced-repetition/binding'],
  logLevel: 'warn',
  // gray-matter can evaluate JavaScript front matter; the parser replaces the engine that does.
  checks: { eval: false },
  plugins: [withoutEmphasis, plainExports],
  output: {
    dir: dist,
    format: 'cjs',
    // The look-up runs as a script of its own (bin/k8sq.js), and a script may not `import()`.
    dynamicImportInCjs: false,
    minify: true,
    entryFileNames: '[name].js',
    chunkFileNames: ({ name }) => (name === 'look-up' ? '[name].js' : '[name]-[hash].js'),
    minifyInternalExports: false,
    codeSplitting: {
      groups: GROUPS.map(([name, ...roots], place) => ({
        debugName: name,
        priority: GROUPS.length - place,
        name: (id, context) => {
          if (!claimed.has(name)) claimed.set(name, needed(roots, context));
          return claimed.get(name).has(id) ? name : null;
        },
      })),
    },
  },
});
writeFileSync(`${dist}/package.json`, '{ "type": "commonjs" }\n');

const { compileBuiltIn } = createRequire(import.meta.url)(`${dist}/compile.js`);
const faults = await compileBuiltIn(root);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exit(1);
await packStart(root);
