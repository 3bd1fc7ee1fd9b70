import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { renderMarkdown } from '../../src/terminal/markdown.ts';
import { colourAt } from './looks.ts';
import { countOf, violationsOf } from './violations.ts';

const FOLDER = new URL('../../data/zh/', import.meta.url);

/** Questions with their answers, as they stand in a file. */
function cardsOf(file: string): string[] {
  return readFileSync(new URL(file, FOLDER), 'utf8')
    .split(/^(?=### )/m)
    .slice(1);
}

const files = readdirSync(FOLDER).filter((name) => name.endsWith('.md'));

test('there are cards', () => expect(files.flatMap(cardsOf).length).toBeGreaterThan(50));

// Each card at six widths of its own; all cards together meet every width from 20 to 200.
test.each(files)('%s has no violation', (file) => {
  for (const [index, markdown] of cardsOf(file).entries()) {
    for (let turn = 0; turn < 6; turn++) {
      const columns = 20 + ((file.length * 31 + index * 37 + turn * 30) % 181);
      const found = violationsOf(markdown, renderMarkdown(markdown, colourAt(columns)), columns);
      expect({ columns, found, count: countOf(found) }).toMatchObject({ count: 0 });
    }
  }
});
