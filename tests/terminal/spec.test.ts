import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeEntities } from '../../src/terminal/entities.ts';
import { renderMarkdown } from '../../src/terminal/markdown.ts';
import { colourAt, lookAt } from './looks.ts';
import { stripped, violationsOf } from './violations.ts';

interface Example {
  readonly example: number;
  readonly section: string;
  readonly markdown: string;
  readonly html: string;
}

function examplesOf(file: string): readonly Example[] {
  const text = readFileSync(new URL(`../fixtures/terminal/${file}.json`, import.meta.url), 'utf8');
  return (JSON.parse(text) as { readonly cases: readonly Example[] }).cases;
}

/** Letters and digits of the text of the expected HTML, and how often each is there. */
function lettersOf(text: string): Map<string, number> {
  const found = new Map<string, number>();
  for (const [letter] of text.matchAll(/[\p{L}\p{N}]/gu)) found.set(letter, (found.get(letter) ?? 0) + 1);
  return found;
}

function textOf(html: string): string {
  const bare = html
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<img[^>]*?alt="([^"]*)"[^>]*>/g, '$1')
    .replace(/<\/?[a-zA-Z][^>]*>|<[!?][^>]*>/g, ' ');
  return decodeEntities(bare);
}

function missing(html: string, output: string): string[] {
  const there = lettersOf(stripped(output));
  return [...lettersOf(textOf(html))]
    .filter(([letter, count]) => (there.get(letter) ?? 0) < count)
    .map(([letter]) => letter);
}

const examples = [
  ...examplesOf('commonmark').map((each) => ['CommonMark', each] as const),
  ...examplesOf('gfm').map((each) => ['GFM', each] as const),
];

describe.each([20, 60, Number.POSITIVE_INFINITY])('at %s columns no text is lost', (columns) => {
  test.each(examples.map(([spec, each]) => [`${spec} ${each.example}`, each] as const))(
    '%s',
    (_, { markdown, html }) => {
      expect(missing(html, renderMarkdown(markdown, lookAt(columns)))).toEqual([]);
    },
  );
});

test('no line of any example is wider than the terminal or leaves a style open', () => {
  for (const [spec, { example, markdown }] of examples) {
    const { wide, style } = violationsOf(markdown, renderMarkdown(markdown, colourAt(24)), 24);
    expect({ spec, example, wide, style }).toEqual({ spec, example, wide: [], style: [] });
  }
});
