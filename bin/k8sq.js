#!/usr/bin/env node
'use strict';
const fs = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

const root = path.dirname(__dirname);

/** Everything that a look-up and the full program share of the world. */
const world = {
  get stdin() {
    return process.stdin;
  },
  get stderr() {
    return process.stderr;
  },
  get stdout() {
    return process.stdout;
  },
  env: process.env,
  get cwd() {
    return process.cwd();
  },
  platform: process.platform,
  signals: {
    on: (signal, listener) => {
      process.on(signal, listener);
      return () => process.off(signal, listener);
    },
    raise: (signal) => process.kill(process.pid, signal),
  },
  root,
  hostname: () => require('node:os').hostname(),
  now: Date.now,
  utcOffset: (at) => -new Date(at).getTimezoneOffset(),
  random: Math.random,
};

/**
 * The look-up's module. Compiling it is half of what a look-up costs, so the build keeps V8's code cache beside it,
 * under the same name with the hash of its source in it; V8 itself rejects a cache that another version made.
 */
function lookUp() {
  const dist = path.join(root, 'dist');
  const names = fs.readdirSync(dist);
  const name = names.find((each) => /^look-up-.*\.js$/.test(each));
  const file = path.join(dist, name);
  const cache = name.replace(/js$/, 'cache');
  return names.includes(cache) ? fromCache(file, path.join(dist, cache)) : require(file);
}

/** A module as `require` would give it, and known to `require` afterwards. */
function fromCache(file, cache) {
  const source = Module.wrap(fs.readFileSync(file, 'utf8'));
  const script = new vm.Script(source, { filename: file, cachedData: fs.readFileSync(cache) });
  const module = new Module(file);
  module.filename = file;
  require.cache[file] = module;
  const scoped = Module.createRequire(file);
  script.runInThisContext().call(module.exports, module.exports, scoped, module, file, path.dirname(file));
  module.loaded = true;
  return module.exports;
}

/**
 * What goes to a pipe or a file is written at once: the stream that Node would make for it costs more than the answer.
 */
function plainOutput() {
  const stat = fs.fstatSync(1, { throwIfNoEntry: false });
  if (!stat || !(stat.isFIFO() || stat.isFile() || stat.isSocket())) return undefined;
  return { write: writeAll };
}

function writeAll(text) {
  let rest = Buffer.from(text);
  while (rest.length > 0) {
    try {
      rest = rest.subarray(fs.writeSync(1, rest));
    } catch (error) {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      if (error.code !== 'EAGAIN') throw error;
      // A pipe that somebody else made non-blocking is full for now.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
  return true;
}

/** A reader that closes early (`k8sq list | head`) is no error. */
function allowEarlyClose() {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      throw error;
    });
  }
}

async function run(argv) {
  const stdout = plainOutput();
  if (!stdout) allowEarlyClose();
  // A plain look-up does without the full program and starts much faster.
  const context = stdout ? Object.create(world, { stdout: { value: stdout } }) : world;
  const code = await lookUp().quick(argv, context);
  if (code !== undefined) return code;
  if (stdout) allowEarlyClose();
  return require('../dist/cli.js').main(argv, world);
}

run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
