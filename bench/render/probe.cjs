// Loaded before the program: how long it takes from the last bytes read to the text written.
const start = performance.now();
const fs = require('node:fs');

const { readSync, writeSync, writeFileSync } = fs;
let loaded;
let read;
fs.readSync = (...args) => {
  loaded ??= performance.now();
  const count = readSync(...args);
  read = performance.now();
  return count;
};
let written;
fs.writeSync = (...args) => {
  if (args[0] === 1) written ??= performance.now();
  return writeSync(...args);
};
process.on('exit', () => {
  writeFileSync(process.env.K8SQ_PROBE, JSON.stringify({ load: loaded - start, render: written - read }));
});
