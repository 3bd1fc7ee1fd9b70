import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/terminal/markdown.ts';
import { displayWidth } from '../../src/terminal/width.ts';
import { colourAt, lookAt } from './looks.ts';
import { UNSEEN, VERY_LONG } from './unseen.ts';
import { countOf, violationsOf } from './violations.ts';

const WIDTHS = Array.from({ length: 181 }, (_, index) => 20 + index);

describe('handbooks that nobody has seen', () => {
  test.each(Object.entries(UNSEEN))('%s: no violation from 20 to 200 columns', (_, markdown) => {
    for (const columns of WIDTHS) {
      const found = violationsOf(markdown, renderMarkdown(markdown, colourAt(columns)), columns);
      expect({ columns, found, count: countOf(found) }).toMatchObject({ count: 0 });
    }
  });

  test.each(Object.entries(UNSEEN))(
    '%s: within a terminal whose ambiguous characters are wide',
    (_, markdown) => {
      for (const columns of WIDTHS) {
        for (const line of renderMarkdown(markdown, lookAt(columns, { wideAmbiguous: true })).split('\n'))
          expect(displayWidth(line, 2), line).toBeLessThanOrEqual(columns);
      }
    },
  );

  test('a very long card', () => {
    for (const columns of [20, 40, 80, 120]) {
      const found = violationsOf(VERY_LONG, renderMarkdown(VERY_LONG, colourAt(columns)), columns);
      expect({ columns, found, count: countOf(found) }).toMatchObject({ count: 0 });
    }
  });
});
