import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { homeWith, planned, reviewed } from '../commands/practice-home.ts';
import { TestTerminal } from './terminal.ts';

const HISTORY = [reviewed(1, 'hpa-vs-vpa', 'good', 1), planned('2027-06-30', 15)];

// Answers are longer than the screen, and so is what these show.
test.each([['hpa'], ['show hpa'], ['stats'], ['plan today']])(
  'k8sq %s on a terminal goes through the pager',
  async (line) => {
    const terminal = new TestTerminal(line.split(' '), {
      home: homeWith(HISTORY),
      env: { PAGER: "sed -n '1s/^/paged: /p;$s/.*/the end/p'" },
    });
    expect((await terminal.exited).exitCode).toBe(0);
    await terminal.see(/paged: [\s\S]*the end/);
  },
);

test('a pager that is not there is none', async () => {
  const terminal = new TestTerminal(['hpa', '--lang', 'en'], { env: { PAGER: 'no-such-pager-anywhere' } });
  expect((await terminal.exited).exitCode).toBe(0);
  await terminal.see(/Also:|还有：|参考/);
});

test('less, where there is one, shows the beginning and gives the terminal back', async () => {
  const terminal = new TestTerminal(['hpa']);
  const hasLess = spawnSync('sh', ['-c', 'command -v less']).status === 0;
  if (hasLess) {
    await terminal.see('HPA');
    await terminal.see(/:$/);
    terminal.press('q');
  }
  expect((await terminal.exited).exitCode).toBe(0);
});
