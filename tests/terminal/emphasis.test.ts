import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { emphasisSpans } from '../../src/terminal/emphasis.ts';
import { parseMarkdown } from '../../src/terminal/parse.ts';
import { paragraphsHtml } from './html-of.ts';

interface Cases {
  readonly cases: readonly { readonly name: string; readonly markdown: string; readonly html: string }[];
}

const published = JSON.parse(
  readFileSync(new URL('../fixtures/terminal/cjk-friendly.json', import.meta.url), 'utf8'),
) as Cases;

const commonMark = JSON.parse(
  readFileSync(new URL('../fixtures/terminal/commonmark.json', import.meta.url), 'utf8'),
) as {
  readonly cases: readonly {
    readonly section: string;
    readonly example: number;
    readonly markdown: string;
    readonly html: string;
  }[];
};

/** Both sides spell the same characters differently: `&quot;` and `"`, `&ZeroWidthSpace;` and U+200B. */
function spelled(html: string): string {
  return html
    .trim()
    .replace(/&quot;/g, '"')
    .replace(/&ZeroWidthSpace;/g, '\u200b')
    .replace(/&nbsp;/g, '\u00a0');
}

describe('the published cases of markdown-cjk-friendly', () => {
  test.each(published.cases.map(({ name, markdown, html }) => [name, markdown, html] as const))(
    '%s',
    (_, markdown, html) => {
      const ours = spelled(paragraphsHtml(parseMarkdown(markdown))).split('\n');
      expect(ours).toEqual(spelled(html).split('\n'));
    },
  );
});

describe('CommonMark: emphasis and strong emphasis', () => {
  const cases = commonMark.cases.filter(({ section }) => section === 'Emphasis and strong emphasis');
  const simple = cases.filter(
    ({ html, markdown }) =>
      html.startsWith('<p>') && !/<img|<a href="\*|title=/.test(html) && !markdown.includes('<a '),
  );

  test('most examples are paragraphs', () => expect(simple.length).toBeGreaterThan(115));

  test.each(simple.map(({ example, markdown, html }) => [example, markdown, html] as const))(
    'example %i',
    (_, markdown, html) => {
      expect(spelled(paragraphsHtml(parseMarkdown(markdown)))).toBe(spelled(html));
    },
  );
});

describe('spans', () => {
  test.each([
    ['**注意：**然后', '<strong>注意：</strong>然后'],
    ['这是**“引号”**后', '这是<strong>“引号”</strong>后'],
    ['**bold** ,', '<strong>bold</strong> ,'],
    ['改 **requests** 的值', '改 <strong>requests</strong> 的值'],
    ['**`kubectl`：**看', '<strong><code>kubectl</code>：</strong>看'],
    ['中**（括号）**文', '中<strong>（括号）</strong>文'],
    ['a * b * c', 'a * b * c'],
    ['snake_case_name', 'snake_case_name'],
    ['~~旧~~新', '<del>旧</del>新'],
  ])('%s', (markdown, html) => {
    expect(spelled(paragraphsHtml(parseMarkdown(markdown)))).toBe(`<p>${html}</p>`);
  });

  test('many unmatched marks are read in linear time', () => {
    const line = '**a '.repeat(20_000);
    expect(emphasisSpans(line).size).toBe(0);
    expect(emphasisSpans('a**'.repeat(20_000)).size).toBeGreaterThan(0);
  });
});
