import { readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run, temporaryFolder } from '../world.ts';

/** More questions than a deck is compiled with answers for. */
const MANY = 1600;

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

test('an answer of a large deck is made once, and made anew when its file changed or what was kept is damaged', async () => {
  const home = temporaryFolder();
  const file = join(home, 'own.md');
  writeFileSync(file, handbook(MANY));
  const env = { HOME: home, XDG_CACHE_HOME: join(home, 'cache') };
  const show = () => run(['show', '污点', '--deck', file], { env });
  const folder = join(home, 'cache', 'k8sq', 'decks');
  const kept = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.json'))
      .map((name) => join(folder, name));
  const first = await show();
  expect(first.stdout).toContain('节点排斥');
  const [answer = '', ...others] = kept();
  expect([answer === '', others]).toEqual([false, []]);
  expect(await show()).toEqual(first);
  // What is shown is what is kept …
  const tree = readFileSync(answer, 'utf8');
  writeFileSync(answer, tree.replaceAll('排斥', '拒收'));
  expect((await show()).stdout).toBe(first.stdout.replaceAll('排斥', '拒收'));
  // … unless its end is lost …
  for (const part of [0, 0.5, 0.99]) {
    truncateSync(answer, Math.floor(Buffer.byteLength(tree) * part));
    expect(await show()).toEqual(first);
    expect(readFileSync(answer, 'utf8')).toBe(tree);
  }
  // … or it is of another edition of the handbook: the card of this number is another one there.
  writeFileSync(file, `### 什么是亲和性？\n\n让 Pod 靠近节点。\n\n${handbook(MANY)}`);
  expect((await run(['show', '亲和性', '--deck', file], { env })).stdout).toContain('靠近');
  expect(kept()).toHaveLength(1);
  expect((await show()).stdout).toContain('节点排斥');
});
