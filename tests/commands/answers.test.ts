import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MOST_TREES } from '../../src/storage/compile-deck.ts';
import { run, temporaryFolder } from '../world.ts';

const CARD = (number: number): string =>
  `### 第 ${number} 问：什么是 Pod？\n\nPod 是**一组容器**，见[文档](https://example.com/${number})。\n`;

/** A handbook of so many questions, and what showing the first of them prints at 40 columns. */
async function firstOf(count: number): Promise<string> {
  const folder = temporaryFolder();
  const file = join(folder, 'own.md');
  const cards = Array.from({ length: count }, (_, index) => CARD(index + 1));
  writeFileSync(file, `# 我的手册\n\n## 基础\n\n${cards.join('\n')}`);
  const { code, stdout } = await run(['show', '第', '1', '问', '--deck', file, '--no-pager'], {
    columns: 40,
  });
  expect(code).toBe(0);
  return stdout;
}

test('a handbook too large to keep its answers ready shows the same', async () => {
  const [small, large] = [await firstOf(MOST_TREES), await firstOf(MOST_TREES + 1)];
  expect(small).toContain('一组容器');
  expect(large).toBe(small);
});
