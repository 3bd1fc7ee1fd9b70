import { Lexer } from 'marked';
import { describe, expect, test, vi } from 'vitest';
import type { Block, Inline } from '../../src/terminal/blocks.ts';
import { DEEPEST, LONGEST, stretches } from '../../src/terminal/bounded-lexer.ts';
import { PLAIN } from '../../src/terminal/look.ts';
import { renderMarkdown } from '../../src/terminal/markdown.ts';
import { parseMarkdown } from '../../src/terminal/parse.ts';

const nested = (open: string, close: string, count: number): string =>
  `${open.repeat(count)}a${close.repeat(count)}`;

/** How many of a thing stand one inside of another. */
function depthOf(things: readonly (Block | Inline)[]): number {
  const inside = things.map((thing): number => {
    if (thing.type === 'list') return 1 + depthOf(thing.items.flatMap(({ body }) => body));
    return 'body' in thing ? 1 + depthOf(thing.body) : 0;
  });
  return inside.reduce((most, depth) => Math.max(most, depth), 0);
}

/** Half of a character. */
const LONE_SURROGATE = /\p{Surrogate}/u;

const lettersOf = (text: string): string => text.replace(/[^a-z]/g, '');

describe('nesting without end is told up to a depth, and what stands below is text', () => {
  // Each of them overflowed the stack.
  test.each([
    ['quotes', '>'.repeat(20_000)],
    ['quotes with spaces', '> '.repeat(20_000)],
    ['quotes with lists', '> - '.repeat(20_000)],
    ['lists with quotes', '- > '.repeat(20_000)],
    ['numbered lists', '1. '.repeat(20_000)],
    ['HTML emphasis', nested('<b>', '</b>', 20_000)],
    ['HTML quotes', nested('<blockquote>', '</blockquote>', 20_000)],
    ['HTML details', nested('<details>', '</details>', 20_000)],
  ])('%s', (_, markdown) => {
    const blocks = parseMarkdown(markdown);
    // A paragraph around the words, and a block of HTML around all.
    expect(depthOf(blocks)).toBeLessThanOrEqual(DEEPEST + 2);
    expect(depthOf(blocks)).toBeGreaterThan(DEEPEST / 2);
    expect(renderMarkdown(markdown, PLAIN)).not.toBe('');
  });

  test('no mark below the bound is lost', () => {
    const levels = 100;
    const shown = renderMarkdown(`${'>'.repeat(levels)}a`, PLAIN);
    expect(shown).toContain(`${'>'.repeat(levels - DEEPEST)}a`);
  });

  test('up to the bound nothing changes', () => {
    expect(depthOf(parseMarkdown(`${'> '.repeat(DEEPEST - 2)}a`))).toBe(DEEPEST - 1);
  });
});

test('a tag without an end holds more elements than a call takes arguments', () => {
  const [paragraph] = parseMarkdown(`<i>${'a<br>'.repeat(150_000)}`);
  expect(paragraph?.type === 'paragraph' && paragraph.body.length).toBeGreaterThan(290_000);
});

describe('a long paragraph is looked through in stretches', () => {
  const rows: [string, string, string][] = [
    ['up to the bound whole', 'a'.repeat(LONGEST), 'a'.repeat(LONGEST)],
    ['at the end of a line', `${'a '.repeat(1500)}\n${'b '.repeat(1500)}`, `${'a '.repeat(1500)}\n`],
    ['at a space', `${'a'.repeat(LONGEST - 1)} b`, `${'a'.repeat(LONGEST - 1)} `],
    [
      'at the end of a sentence',
      `${'字'.repeat(LONGEST - 1)}。${'字'.repeat(9)}`,
      `${'字'.repeat(LONGEST - 1)}。`,
    ],
    ['where there is none of these', 'a'.repeat(LONGEST + 1), 'a'.repeat(LONGEST)],
  ];
  test.each(rows)('%s', (_, text, first) => {
    expect(stretches(text)[0]).toBe(first);
    expect(stretches(text).join('')).toBe(text);
  });

  test('never inside of a character', () => {
    for (const stretch of stretches('😀'.repeat(LONGEST))) expect(stretch).not.toMatch(LONE_SURROGATE);
    for (const stretch of stretches(`a${'😀'.repeat(LONGEST)}`)) expect(stretch).not.toMatch(LONE_SURROGATE);
  });

  test('the marks of each line are told', () => {
    const blocks = parseMarkdown('**a** 和 [b](c)\n'.repeat(1000));
    const body = blocks[0]?.type === 'paragraph' ? blocks[0].body : [];
    expect(body.filter(({ type }) => type === 'strong')).toHaveLength(1000);
    expect(body.filter(({ type }) => type === 'link')).toHaveLength(1000);
  });

  // Each of them is quadratic in what is looked through at once.
  test.each([
    ['openings of links', '[a]('],
    ['ends of addresses', 'http://a.b/&a;'],
    ['emphasis', '*a*b'],
    ['characters that end and open emphasis', 'a**b'],
    ['tags without an end', '<b>'],
  ])('%s', (_, mark) => {
    const looked = vi.spyOn(Lexer.prototype, 'inlineTokens');
    const markdown = mark.repeat(5 * LONGEST);
    const shown = renderMarkdown(markdown, PLAIN);
    const lengths = looked.mock.calls.map(([src]) => src.length);
    looked.mockRestore();
    expect(Math.max(...lengths)).toBeLessThanOrEqual(LONGEST);
    expect(lettersOf(shown)).toBe(lettersOf(markdown));
  });
});
