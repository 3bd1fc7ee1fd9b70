import { parentPort, workerData } from 'node:worker_threads';
import { study } from './study.mjs';

const memory = await import(workerData.memory);
parentPort.on('message', ({ cell, name, seeds }) => {
  parentPort.postMessage(seeds.map((seed) => study(name, seed, cell, memory)));
});
