import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { renderInline, renderMarkdown } from '../../src/terminal/markdown.ts';
import { displayWidth } from '../../src/terminal/width.ts';
import { colourAt, lookAt } from './looks.ts';
import { line, markdownDocument } from './random-markdown.ts';
import { countOf, stripped, violationsOf } from './violations.ts';

const columns = fc.integer({ min: 20, max: 200 });
const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]/;

describe('random documents', () => {
  test('have no violation at any width', () => {
    fc.assert(
      fc.property(markdownDocument, columns, (markdown, width) => {
        const found = violationsOf(markdown, renderMarkdown(markdown, colourAt(width)), width);
        expect({ found, count: countOf(found) }).toMatchObject({ count: 0 });
      }),
      { numRuns: 300 },
    );
  });

  test('fit also where ambiguous characters take two columns', () => {
    fc.assert(
      fc.property(markdownDocument, columns, fc.boolean(), (markdown, width, wideAmbiguous) => {
        for (const each of renderMarkdown(markdown, lookAt(width, { wideAmbiguous })).split('\n')) {
          expect(displayWidth(each, 2)).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 200 },
    );
  });

  test('are the same text whatever the colours', () => {
    fc.assert(
      fc.property(markdownDocument, columns, (markdown, width) => {
        const plain = renderMarkdown(markdown, lookAt(width));
        expect(stripped(renderMarkdown(markdown, colourAt(width, { theme: 'dark' })))).toBe(plain);
        expect(plain).not.toContain('\x1b');
      }),
      { numRuns: 100 },
    );
  });

  test('wrap to the same words as they have unwrapped', () => {
    fc.assert(
      fc.property(line, columns, (markdown, width) => {
        const squeeze = (text: string): string => text.replace(/\s+/g, '');
        const whole = renderMarkdown(markdown, lookAt(Number.POSITIVE_INFINITY));
        expect(squeeze(renderMarkdown(markdown, lookAt(width)))).toBe(squeeze(whole));
      }),
      { numRuns: 300 },
    );
  });
});

describe('any text at all', () => {
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc
      .array(
        fc.constantFrom(
          '\x1b',
          '\x9b',
          '&#27;',
          '&#x9b;',
          '\u202e',
          '[31m',
          ']8;;http://x\x07',
          '```',
          '`',
          '**',
          '<',
          '>',
          '|',
          '\n',
          '- ',
          '1. ',
          '[^1]',
          '[^1]: ',
          '文',
          'a',
          '\t',
          '\r',
        ),
        { maxLength: 40 },
      )
      .map((parts) => parts.join('')),
  );

  test('sends no control character and never runs over the edge', () => {
    fc.assert(
      fc.property(anything, columns, (text, width) => {
        const output = renderMarkdown(text, colourAt(width, { hyperlinks: true }));
        const plain = stripped(output);
        expect(plain).not.toMatch(CONTROL);
        for (const each of plain.split('\n')) expect(displayWidth(each)).toBeLessThanOrEqual(width);
      }),
      { numRuns: 1000 },
    );
  });

  test('stays on one line inline', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const output = renderInline(text, colourAt(80));
        expect(output).not.toContain('\n');
        expect(stripped(output)).not.toMatch(CONTROL);
      }),
      { numRuns: 500 },
    );
  });
});
