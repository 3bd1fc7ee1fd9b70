import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/terminal/markdown.ts';
import { clickable, paint } from '../../src/terminal/paint.ts';
import { BOLD, role, run, UNDERLINE } from '../../src/terminal/style.ts';
import { colourAt, lookAt } from './looks.ts';

describe('addresses that may be opened', () => {
  test.each([
    ['https://k8s.io/a?b=c', 'https://k8s.io/a?b=c'],
    ['HTTP://K8S.io', 'http://K8S.io'],
    ['mailto:a@b.c', 'mailto:a@b.c'],
    ['https://k8s.io/中文 x', 'https://k8s.io/%E4%B8%AD%E6%96%87%20x'],
    ['javascript:alert(1)', undefined],
    ['file:///etc/passwd', undefined],
    ['data:text/html,x', undefined],
    ['docs/a.md', undefined],
  ])('%s', (href, address) => expect(clickable(href)).toBe(address));
});

describe('paint', () => {
  const line = [run('a '), run('b', BOLD), run(' c', BOLD), run('  ')];

  test.each([
    [0, 'a b c'],
    [1, 'a \x1b[1mb c\x1b[0m'],
  ] as const)('at level %i', (level, painted) => expect(paint([line], lookAt(80, { level }))).toBe(painted));

  test('every line opens and closes its own styles', () => {
    const style = UNDERLINE | role('accent');
    expect(paint([[run('a', style)], [run('b', style)]], colourAt(80))).toBe(
      '\x1b[4;35ma\x1b[0m\n\x1b[4;35mb\x1b[0m',
    );
  });

  test('a link over two lines is opened on both', () => {
    const output = renderMarkdown(
      '[一个很长很长的链接标题](https://k8s.io/)',
      colourAt(12, { hyperlinks: true }),
    );
    for (const each of output.split('\n'))
      expect(each).toMatch(/\x1b\]8;;https:\/\/k8s\.io\/\x1b\\.*\x1b\]8;;\x1b\\/);
    expect(output.split('\n').length).toBe(2);
  });

  test('a terminal without links lists them, one that has them does not', () => {
    const markdown = '[a](https://k8s.io/) [b](javascript:x)';
    expect(renderMarkdown(markdown, colourAt(80, { hyperlinks: true, theme: 'mono' }))).not.toContain('[2]');
    expect(renderMarkdown(markdown, lookAt(80))).toBe('a[1] b[2]\n\n[1] https://k8s.io/\n[2] javascript:x');
  });

  test('a control character that comes this far is shown', () => {
    expect(paint([[run('\x1b[2J\x07')]], colourAt(80))).toBe('␛[2J␇');
  });
});
