import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../world.ts';
import { TestTerminal } from './terminal.ts';

/** A handbook that no machine reads in half a second. */
function large(): string {
  const points = (at: number) =>
    Array.from(
      { length: 12 },
      (_, point) => `${point + 1}. 第 ${at} 题的第 ${point} 点说明调度器与节点 n${at}x${point} 的关系。`,
    );
  return Array.from(
    { length: 4000 },
    (_, at) => `### 组件 c${at} 是怎么工作的？\n\n${points(at).join('\n')}\n`,
  ).join('\n');
}

test.each([
  ['zh_CN.UTF-8', '正在读取 big.md'],
  ['en_US.UTF-8', 'Reading big.md'],
])(
  'compiling a large handbook shows a bar on the terminal and takes it away (%s)',
  async (lang, label) => {
    const home = temporaryFolder();
    writeFileSync(join(home, 'big.md'), large());
    const terminal = new TestTerminal(['search', 'c77', '--deck', 'big.md', '--no-open', '--titles'], {
      home,
      rows: 40,
      env: { LANG: lang },
    });
    await terminal.see(new RegExp(`[█░]{20} +\\d+ % ${label}`), 30_000);
    expect((await terminal.exited).exitCode).toBe(0);
    const screen = await terminal.see('c77');
    expect(screen).not.toContain(label);
  },
  60_000,
);
