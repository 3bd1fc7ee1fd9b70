import { parentPort, workerData } from 'node:worker_threads';
import { IndexCompiler } from '../search/compile-index.ts';
import type { IndexOrder, IndexReport } from './index-thread.ts';
import { readKnowledge } from './own-knowledge.ts';

/** The other side of `index-thread.ts`: a thread that compiles one index of the cards that it is sent, and ends. */
const compiler = new IndexCompiler(readKnowledge(workerData as string));
let added = 0;

const report = (said: IndexReport, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(said, transfer);

parentPort?.on('message', (order: IndexOrder) => {
  if ('cards' in order) {
    for (const card of order.cards) compiler.add(card);
    added += order.cards.length;
    report(added);
    return;
  }
  const bytes = compiler.finish(order.grouped);
  report(bytes, [bytes.buffer as ArrayBuffer]);
  parentPort?.close();
});
