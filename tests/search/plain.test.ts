import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plain, withoutComments } from '../../src/search/fields.ts';

const marks = fc.string({
  unit: fc.constantFrom('<!--', '-->', '](', ')', '[', ' ', '\n', 'a', '-', '<!-', '>'),
  maxLength: 14,
});

/** What it is meant to be; of text that never ends a comment or a target this looks to the end again and again. */
const meant = (markdown: string): string =>
  markdown.replace(/<!--[\s\S]*?-->/g, ' ').replace(/\]\([^)\s]*\)/g, '] ');

test('comments and targets of links are left out of what is searched', () => {
  expect(plain('见 [文档](https://k8s.io/)<!-- 草稿 --> 完')).toBe('见 [文档]   完');
  fc.assert(
    fc.property(marks, (markdown) => {
      expect(plain(markdown)).toBe(meant(markdown));
    }),
    { numRuns: 2000 },
  );
});

test('nobody looks for the end of a comment behind the last one', () => {
  const open = '<!-- a '.repeat(200_000);
  expect(withoutComments(`a<!-- b -->${open}`, '')).toBe(`a${open}`);
  expect(plain('[a]('.repeat(200_000))).toBe('[a]('.repeat(200_000));
});
