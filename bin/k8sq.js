#!/usr/bin/env node
'use strict';
const path = require('node:path');

const context = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  platform: process.platform,
  signals: {
    on: (signal, listener) => {
      process.on(signal, listener);
      return () => process.off(signal, listener);
    },
    raise: (signal) => process.kill(process.pid, signal),
  },
  root: path.dirname(__dirname),
  now: Date.now,
  utcOffset: (at) => -new Date(at).getTimezoneOffset(),
  random: Math.random,
};

// A reader that closes early (`k8sq list | head`) is no error.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    throw error;
  });
}

async function run(argv) {
  // A plain look-up does without the full program and starts much faster.
  const code = await require('../dist/quick.js').quick(argv, context);
  return code ?? require('../dist/cli.js').main(argv, context);
}

run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
