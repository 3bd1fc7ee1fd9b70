// Loaded before the program: how long it takes to load its code, and from a card's bytes to its painted text.
const fs = require('node:fs');
const vm = require('node:vm');

const { readFileSync, readSync, writeSync, writeFileSync } = fs;
let load = 0;
let read;
let written;
let used;

function timed(work) {
  const start = performance.now();
  const result = work();
  if (written === undefined) load += performance.now() - start;
  return result;
}

fs.readFileSync = (...args) => timed(() => readFileSync(...args));
vm.Script = class extends vm.Script {
  constructor(...args) {
    const start = performance.now();
    super(...args);
    if (written === undefined) load += performance.now() - start;
  }
};

// The card's own bytes are the last that are read of the deck before the text is written.
fs.readSync = (...args) => {
  const count = readSync(...args);
  if (written === undefined) {
    used = process.cpuUsage();
    read = performance.now();
  }
  return count;
};
fs.writeSync = (...args) => {
  if (args[0] === 1 && written === undefined) {
    written = performance.now();
    const { user, system } = process.cpuUsage(used);
    used = (user + system) / 1000;
  }
  return writeSync(...args);
};
process.on('exit', () => {
  writeFileSync(process.env.K8SQ_PROBE, JSON.stringify({ load, render: written - read, processor: used }));
});
