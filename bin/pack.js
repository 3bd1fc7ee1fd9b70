'use strict';
const fs = require('node:fs');

/**
 * Where the pack of a module of `dist` is, for this version of V8: the length of its source, the source in Latin-1, and
 * V8's code cache. In one file they cannot disagree, which a source and a cache beside it can: V8 compares their lengths
 * only. `bin/k8sq.js` has the same rule in a line, because loading this file would cost a part of the start.
 */
function packOf(file) {
  return file.replace(/js$/, `${process.versions.v8}.pack`);
}

/** The source of a module as a pack holds it: a string of Latin-1 costs V8 neither decoding nor twice the memory. */
function sourceOf(file) {
  const text = fs.readFileSync(file, 'utf8');
  const escaped = text.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return `(function (exports, require, module, __filename, __dirname) { ${escaped}\n});`;
}

/** Writes the pack of a module whose script has run, so that the cache holds the functions that were needed. */
function writePack(file, source, script) {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(source.length);
  const pack = packOf(file);
  const draft = `${pack}.${process.pid}`;
  try {
    fs.writeFileSync(
      draft,
      Buffer.concat([length, Buffer.from(source, 'latin1'), script.createCachedData()]),
    );
    fs.renameSync(draft, pack);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

module.exports = { sourceOf, writePack };
