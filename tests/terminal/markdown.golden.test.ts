import { describe, expect, test } from 'vitest';
import { renderInline, renderMarkdown } from '../../src/terminal/markdown.ts';
import { CONSTRUCTS } from './constructs.ts';
import { colourAt, lookAt } from './looks.ts';

const WIDTHS = [24, 40, 80];

/** The screens of one construct at each width, one below the other. */
function screensOf(markdown: string): string {
  return WIDTHS.map(
    (columns) => `${`= ${columns} `.padEnd(columns, '=')}\n${renderMarkdown(markdown, lookAt(columns))}\n`,
  ).join('\n');
}

describe('screens at 24, 40 and 80 columns', () => {
  test.each(Object.entries(CONSTRUCTS))('%s', async (name, markdown) => {
    await expect(screensOf(markdown)).toMatchFileSnapshot(`../fixtures/terminal/golden/${name}.txt`);
  });
});

test('a pipe gets one line a paragraph and no escape sequence', async () => {
  const all = Object.entries(CONSTRUCTS).map(
    ([name, markdown]) => `== ${name}\n${renderMarkdown(markdown, lookAt(Number.POSITIVE_INFINITY))}`,
  );
  const text = `${all.join('\n\n')}\n`;
  expect(text).not.toContain('\x1b');
  await expect(text).toMatchFileSnapshot('../fixtures/terminal/golden/pipe.txt');
});

test('ASCII signs only where the terminal has no others', async () => {
  const names = ['bullet-list', 'task-list', 'alerts', 'quote', 'yaml', 'rule', 'table', 'html'];
  const text = names
    .map((name) => renderMarkdown(CONSTRUCTS[name] ?? '', lookAt(40, { ascii: true })))
    .join('\n\n');
  expect(text.match(/[▐╌▪◦▸☐☑↪▾]/g)).toBeNull();
  await expect(`${text}\n`).toMatchFileSnapshot('../fixtures/terminal/golden/ascii.txt');
});

test('colours and links, spelled out', async () => {
  const names = ['emphasis', 'alerts', 'yaml', 'bash', 'links', 'ordered-list'];
  const text = names
    .map((name) => renderMarkdown(CONSTRUCTS[name] ?? '', colourAt(60, { hyperlinks: true })))
    .join('\n\n');
  await expect(`${text.replaceAll('\x1b', '␛')}\n`).toMatchFileSnapshot(
    '../fixtures/terminal/golden/colours.txt',
  );
});

describe('on one line', () => {
  test.each([
    ['**HPA** 与 `VPA`\n有何区别？', 'HPA 与 VPA 有何区别？'],
    ['- a\n- b\n\n```yaml\nk: v\n```', 'a b k: v'],
    ['[文档](https://example.com) 与 ![图](a.png)', '文档 与 图：图'],
    ['| a | b |\n|---|---|\n| c | d |', 'a b c d'],
    ['> 引\n\n---\n\n尾', '引 尾'],
    ['', ''],
  ])('%j', (markdown, text) => expect(renderInline(markdown, lookAt(80))).toBe(text));
});
