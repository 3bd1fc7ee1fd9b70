import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encode } from '../../src/memory/event.ts';
import { run, temporaryFolder } from '../world.ts';

const BEFORE = '## 基础\n\n### etcd 是什么？\n\n一个强一致的键值存储。\n';
const AFTER = '## 基础\n\n### 什么是 etcd？\n\n一个强一致的键值存储。\n';

/** The renames in a log. */
function renames(folder: string): unknown[] {
  return readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"rename"'))
      .map((line) => JSON.parse(line)),
  );
}

test('the history of a card follows its id when the question is reworded, once', async () => {
  const home = temporaryFolder();
  const deck = join(home, 'mine.md');
  const data = join(home, '.local', 'share', 'k8sq');
  const world = { env: { HOME: home }, cwd: home };
  writeFileSync(deck, BEFORE);
  const [, id] =
    /"id": "([^"]+)"/.exec((await run(['show', 'etcd', '--deck', deck, '--json'], world)).stdout) ?? [];
  mkdirSync(data, { recursive: true });
  const review = {
    type: 'review',
    id: '01J0000000000000000000000A',
    at: 1,
    offset: 0,
    deck: 'mine',
  } as const;
  writeFileSync(
    join(data, 'reviews-test.jsonl'),
    `${encode({ ...review, card: id ?? '', rating: 'good', ms: 1 })}\n`,
  );
  writeFileSync(deck, AFTER);
  await run(['list', '--deck', deck], world);
  await run(['list', '--deck', deck], world);
  expect(renames(data)).toMatchObject([{ type: 'rename', deck: 'mine', card: id, to: '什么是-etcd' }]);
});
