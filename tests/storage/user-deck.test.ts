import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, temporaryFolder } from '../world.ts';

/** A handbook of so many questions; only the first is about taints. */
function handbook(count: number): string {
  const others = Array.from(
    { length: count },
    (_, at) => `### 第 ${at} 题：服务怎样通信？\n\n看 web-${at}。\n`,
  );
  return `### 污点和容忍是什么？\n\n- **污点**：节点排斥 Pod。\n\n${others.join('\n')}`;
}

// A machine that lost its power may keep a file's name and size in the folder, and not the end of its bytes.
test('a deck in the cache that lost its end is compiled anew', async () => {
  const home = temporaryFolder();
  const file = join(home, 'own.md');
  writeFileSync(file, handbook(60));
  const lines = [
    ['show', '污点', '--deck', file],
    ['search', 'web-7', '--deck', file, '--json'],
    ['list', '--deck', file],
  ];
  const answers = () =>
    Promise.all(lines.map((line) => run(line, { env: { HOME: home, XDG_CACHE_HOME: join(home, 'cache') } })));
  const whole = await answers();
  expect(whole.map(({ code }) => code)).toEqual([0, 0, 0]);
  const folder = join(home, 'cache', 'k8sq', 'decks');
  const [deck = ''] = readdirSync(folder);
  const bytes = readFileSync(join(folder, deck));
  for (const part of [0, 0.001, 0.1, 0.5, 0.9, 1 - 1 / bytes.length]) {
    truncateSync(join(folder, deck), Math.floor(bytes.length * part));
    expect(await answers()).toEqual(whole);
    expect(readFileSync(join(folder, deck)).equals(bytes)).toBe(true);
  }
});
