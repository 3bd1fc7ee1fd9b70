#!/usr/bin/env node
'use strict';
const fs = require('node:fs');
const vm = require('node:vm');

// Neither node:path nor node:module: what they would do here takes a line, and each costs a part of the start.
const root = __dirname.slice(0, -'/bin'.length);
const dist = `${root}/dist/`;

/** Set when a stream of Node's was made, which may still hold text when the program is done. */
let hasStream = false;

/** Everything that a look-up and the full program share of the world. */
const world = {
  get stdin() {
    return process.stdin;
  },
  get stderr() {
    hasStream = true;
    return process.stderr;
  },
  get stdout() {
    hasStream = true;
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
 * A module of `dist`. Compiling one is half of what a look-up costs, so the build packs those of a quick start: the
 * length of the source, the source in Latin-1, V8's code cache of it. In one file they cannot disagree; a cache that
 * another version of V8 made is refused by V8 itself, and the source compiled.
 */
function load(name) {
  const file = dist + name;
  const known = require.cache[file];
  if (known) return known.exports;
  let pack;
  try {
    pack = fs.readFileSync(file.replace(/js$/, 'pack'));
  } catch {
    return require(file);
  }
  const end = 4 + pack.readUInt32LE(0);
  const script = new vm.Script(pack.latin1Slice(4, end), { filename: file, cachedData: pack.subarray(end) });
  const loaded = new module.constructor(file);
  loaded.filename = file;
  require.cache[file] = loaded;
  const scoped = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
  script.runInThisContext()(loaded.exports, scoped, loaded, file, dist);
  loaded.loaded = true;
  return loaded.exports;
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
  const code = await load('look-up.js').quick(argv, context);
  if (code !== undefined) {
    // All is written: taking the process apart in an orderly way would cost more than the look-up.
    if (stdout && !hasStream) process.exit(code);
    return code;
  }
  if (stdout) allowEarlyClose();
  return load('cli.js').main(argv, world);
}

run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
