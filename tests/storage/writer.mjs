// Appends reviews until it is killed, or `count` of them, and says on stdout which ones were acknowledged.
// Usage: node writer.mjs <bundled log.ts> <folder> <device> <prefix of ids> [count]
import { writeSync } from 'node:fs';

const [bundle, folder, device, prefix, count = 'Infinity'] = process.argv.slice(2);
const { openLog } = await import(bundle);
const log = openLog(folder, device);
for (let number = 0; number < Number(count); number++) {
  const id = `${prefix}${String(number).padStart(6, '0')}`;
  try {
    log.append({
      type: 'review',
      id,
      at: number,
      offset: 0,
      deck: 'k8s',
      card: `card ${number}`,
      rating: 'good',
      ms: 1,
    });
  } catch (error) {
    writeSync(1, `refused ${id} ${error.code}\n`);
    break;
  }
  writeSync(1, `saved ${id}\n`);
}
