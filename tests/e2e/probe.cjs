// Loaded before the program: notes at its end what it took into the process.
const { writeFileSync } = require('node:fs');

const before = new Set(process.moduleLoadList);
process.on('exit', () => {
  const builtIn = process.moduleLoadList.filter(
    (name) => !before.has(name) && name.startsWith('NativeModule'),
  );
  const files = Object.keys(require.cache).filter((file) => file !== __filename);
  writeFileSync(process.env.K8SQ_PROBE, JSON.stringify({ builtIn, files }));
});
