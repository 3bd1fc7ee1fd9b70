#!/usr/bin/env node
'use strict';
const path = require('node:path');

const root = path.dirname(__dirname);

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
  root,
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

require('../dist/cli.js')
  .main(process.argv.slice(2), context)
  .then((code) => {
    process.exitCode = code;
  });
