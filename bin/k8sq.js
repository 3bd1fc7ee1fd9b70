#!/usr/bin/env node
'use strict';
const fs = require('node:fs');
const vm = require('node:vm');

// Neither node:path nor node:module: what they would do here takes a line, and each costs a part of the start.
const root = __dirname.slice(0, -'/bin'.length);
const dist = `${root}/dist/`;

/** Streams of Node's that were asked for: they may still hold text when the program is done. */
const streams = new Map();

function stream(name) {
  const known = streams.get(name);
  if (known) return known;
  const made = process[name];
  streams.set(name, made);
  // A reader that closes early (`k8sq list | head`) is no error.
  made.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
  return made;
}

/** Everything that a look-up and the full program share of the world. */
const world = {
  get stdin() {
    return stream('stdin');
  },
  get stderr() {
    return stream('stderr');
  },
  get stdout() {
    return stream('stdout');
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
  get live() {
    return world;
  },
  hostname: () => require('node:os').hostname(),
  now: Date.now,
  utcOffset: (at) => -new Date(at).getTimezoneOffset(),
  random: Math.random,
  thread: (name) => {
    if (require('node:os').availableParallelism() < 2) return undefined;
    const { Worker } = require('node:worker_threads');
    return new Worker(dist + name, { workerData: root, execArgv: [] });
  },
};

/** Modules that ran without a code cache that V8 accepts: they get one when the program ends, for the next start. */
const unpacked = [];

/** A module of `dist`. Compiling one is half of what a look-up costs, so its pack holds V8's code cache too (`pack.js`). */
function load(name) {
  const file = dist + name;
  const known = require.cache[file];
  if (known) return known.exports;
  const { source, cachedData } = packed(file) ?? { source: require('./pack.js').sourceOf(file) };
  const script = new vm.Script(source, { filename: file, cachedData });
  if (script.cachedDataRejected !== false) unpacked.push({ file, source, script });
  const loaded = new module.constructor(file);
  loaded.filename = file;
  require.cache[file] = loaded;
  const scoped = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
  script.runInThisContext()(loaded.exports, scoped, loaded, file, dist);
  loaded.loaded = true;
  return loaded.exports;
}

function packed(file) {
  try {
    const pack = fs.readFileSync(`${file.slice(0, -2)}${process.versions.v8}.pack`);
    const end = 4 + pack.readUInt32LE(0);
    return { source: pack.latin1Slice(4, end), cachedData: pack.subarray(end) };
  } catch {
    return undefined;
  }
}

/** Another version of Node than the one that built: its packs are made as modules are used, where we may write. */
function packForNextTime() {
  const { writePack } = require('./pack.js');
  try {
    for (const { file, source, script } of unpacked) writePack(file, source, script);
  } catch {
    // A start without packs is slower, no more.
  }
}

/**
 * The world of a command line: what it prints is written at once, without the streams that Node would make, which cost
 * more than the answer of a look-up. Undefined where such a write would not do (the console of Windows).
 */
function plainWorld() {
  const stdout = outputTo(1);
  if (!stdout) return undefined;
  let stderr;
  const stdin = {
    get isTTY() {
      return terminal()?.isTTY(0) ?? stream('stdin').isTTY;
    },
    [Symbol.asyncIterator]: () => stream('stdin')[Symbol.asyncIterator](),
  };
  return Object.create(world, {
    stdin: { value: stdin },
    stdout: { value: stdout },
    stderr: {
      get: () => {
        stderr ??= outputTo(2) ?? stream('stderr');
        return stderr;
      },
    },
  });
}

function outputTo(fd) {
  if (process.platform === 'win32') return undefined;
  const write = (text) => writeAll(fd, text);
  if (isPipe(fd) || !fs.fstatSync(fd, { throwIfNoEntry: false })?.isCharacterDevice()) return { write };
  const { TTY, isTTY } = terminal() ?? {};
  if (!TTY) return undefined;
  return isTTY(fd) ? new Terminal(write, new TTY(fd, {})) : { write };
}

/** Whether Linux says that it is a pipe or a socket: the first `fstat` of a process takes four times as long to tell. */
function isPipe(fd) {
  if (process.platform !== 'linux') return false;
  try {
    const target = fs.readlinkSync(`/proc/self/fd/${fd}`);
    return target.startsWith('pipe:') || target.startsWith('socket:');
  } catch {
    return false;
  }
}

/** What a look-up needs of a terminal. */
class Terminal {
  isTTY = true;
  #handle;

  constructor(write, handle) {
    this.write = write;
    this.#handle = handle;
  }

  get columns() {
    return this.#size()[0];
  }

  get rows() {
    return this.#size()[1];
  }

  #size() {
    const size = [0, 0];
    return this.#handle.getWindowSize(size) === 0 ? size : [0, 0];
  }
}

/**
 * What Node itself asks a terminal with. The public way to a terminal's width is `process.stdout`, which loads forty
 * modules for it, a tenth of the whole start. Nothing depends on this: where it is gone, the streams serve.
 */
function terminal() {
  const { noDeprecation } = process;
  process.noDeprecation = true;
  try {
    return process.binding('tty_wrap');
  } catch {
    return undefined;
  } finally {
    process.noDeprecation = noDeprecation;
  }
}

function writeAll(fd, text) {
  // Nearly always all of it is taken at once, and then it need not be made bytes before.
  let rest = text;
  while (rest.length > 0) {
    try {
      const written = fs.writeSync(fd, rest);
      if (typeof rest === 'string' && written < Buffer.byteLength(rest)) rest = Buffer.from(rest);
      rest = typeof rest === 'string' ? '' : rest.subarray(written);
    } catch (error) {
      if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
      if (error.code !== 'EAGAIN') {
        if (fd === 1) writeAll(2, `k8sq: ${error.message}\n`);
        process.exit(2);
      }
      // A pipe that somebody else made non-blocking is full for now.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  }
  return true;
}

async function run(argv) {
  const context = plainWorld() ?? world;
  // A plain line does without the command-line parser and starts much faster.
  return (await load('look-up.js').quick(argv, context)) ?? load('cli.js').main(argv, context);
}

run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
  if (unpacked.length > 0) packForNextTime();
  // All is written: taking the process apart in an orderly way would cost more than the look-up.
  if (streams.size === 0) process.exit();
});
