import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';
import { compileDeck } from '../../src/storage/compile-deck.ts';
import { readKnowledge } from '../../src/storage/own-knowledge.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const knowledge = readKnowledge(root);

/** A handbook of so many questions, near-duplicates among them, in a file of its own. */
function source(name: string, count: number) {
  const cards = Array.from({ length: count }, (_, at) => {
    const points = ['调度器', 'kube-proxy', `节点 ${at % 7}`].map(
      (thing) => `- **${thing}**：${'滚动更新 '.repeat(at % 5)}`,
    );
    return `### 第 ${at} 题：HPA 怎样扩容 web-${at % 50}？\n\n先看 \`kubectl get hpa\`。\n\n${points.join('\n')}\n`;
  });
  return { name, bytes: Buffer.from(`---\norder: ${count}\n---\n${cards.join('\n')}`) };
}

function compiled(sources: ReturnType<typeof source>[], worker?: () => Worker) {
  return compileDeck('own', '', sources, knowledge, worker && { worker });
}

const bundled = () =>
  new Worker(`${root}/dist/index-worker.js`, { workerData: root, execArgv: [], stderr: true });
const broken = () => new Worker('throw new Error()', { eval: true, stderr: true });

test.each([
  ['one file', [source('a.md', 2000)], bundled, ['started', 'index']],
  ['files that change places', [source('a.md', 1500), source('b.md', 700)], bundled, ['started', 'index']],
  ['a thread that fails', [source('a.md', 2000)], broken, ['started']],
])('%s: the deck is byte for byte what it is without a thread', async (_, sources, worker, expected) => {
  const seen: string[] = [];
  const watched = () => {
    seen.push('started');
    return worker().on('message', (said) => said instanceof Uint8Array && seen.push('index'));
  };
  const { bytes } = await compiled(sources, watched);
  expect(seen).toEqual(expected);
  expect(bytes.equals((await compiled(sources)).bytes)).toBe(true);
});

test('a small handbook needs no thread', async () => {
  const never = () => {
    throw new Error('started');
  };
  expect((await compiled([source('a.md', 20)], never)).cards).toHaveLength(20);
});
