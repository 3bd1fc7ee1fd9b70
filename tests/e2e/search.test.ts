import { expect, test } from 'vitest';
import { TestTerminal } from './terminal.ts';

test('on a terminal the hits are listed, picked from, read, and come back to', async () => {
  const terminal = new TestTerminal(['search', '滚动更新', '-n', '4'], {
    columns: 80,
    rows: 40,
    env: { PAGER: 'cat' },
  });
  await terminal.see('选一题');
  terminal.press('ingress');
  await terminal.see(/❯ Ingress 是什么/);
  terminal.press('\r');
  await terminal.see(/参考[\s\S]*选一题/);
  terminal.press('\u0003');
  expect((await terminal.exited).exitCode).toBe(0);
});

test('--no-open only lists', async () => {
  const terminal = new TestTerminal(['search', 'hpa', '--no-open'], { columns: 40, rows: 40 });
  expect((await terminal.exited).exitCode).toBe(0);
  const screen = await terminal.see('hpa-vs-vpa');
  expect(screen).not.toContain('选一题');
});

test('an answer that stands alone is shown under the list', async () => {
  const terminal = new TestTerminal(['search', 'externalname'], { columns: 80, rows: 200 });
  expect((await terminal.exited).exitCode).toBe(0);
  const screen = await terminal.see('service-types');
  expect(screen).toMatch(/ 2\. [\s\S]*参考/);
  expect(screen).not.toContain('选一题');
});
