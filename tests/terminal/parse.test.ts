import { describe, expect, test } from 'vitest';
import type { Block } from '../../src/terminal/blocks.ts';
import { parseMarkdown } from '../../src/terminal/parse.ts';
import { plainInline } from '../../src/terminal/plain.ts';

/** A tree in brief: types, and the words of what has inlines. */
function brief(blocks: readonly Block[]): unknown[] {
  return blocks.map((block) => {
    switch (block.type) {
      case 'paragraph':
      case 'heading':
        return `${block.type}: ${plainInline(block.body)}`;
      case 'code':
        return `code ${block.lang}: ${block.marks.map(([, text]) => text).join('')}`;
      case 'quote':
        return [block.alert ?? 'quote', ...brief(block.body)];
      case 'list':
        return [
          block.start ?? 'bullets',
          ...block.items.map(({ done, body }) => (done === undefined ? brief(body) : [done, ...brief(body)])),
        ];
      case 'table':
        return ['table', ...[block.head, ...block.rows].map((row) => row.map(plainInline).join('|'))];
      case 'details':
        return ['details', plainInline(block.summary), ...brief(block.body)];
      case 'footnote':
        return [`note ${block.label}`, ...brief(block.body)];
      default:
        return block.type;
    }
  });
}

describe('blocks', () => {
  test.each<[string, string, unknown[]]>([
    ['an alert', '> [!tip]\n> 写 requests', [['tip', 'paragraph: 写 requests']]],
    ['an alert with its text below', '> [!NOTE]\n>\n> - a', [['note', ['bullets', ['paragraph: a']]]]],
    ['no alert', '> [!FOO]\n> a', [['quote', 'paragraph: [!FOO]\na']]],
    [
      'tasks',
      '- [x] a\n- [ ] b\n- c',
      [['bullets', [true, 'paragraph: a'], [false, 'paragraph: b'], ['paragraph: c']]],
    ],
    ['a list that does not start at 1', '7. a\n8. b', [[7, ['paragraph: a'], ['paragraph: b']]]],
    [
      'cells beyond the head are kept',
      '| a | b |\n|---|---|\n| 1 | 2 | 3 \\| 4 |',
      [['table', 'a|b', '1|2|3 | 4']],
    ],
    [
      'footnotes are numbered as they are met',
      'x[^b] y[^a] z[^b]\n\n[^a]: A\n[^b]: 中文\n  更多',
      ['paragraph: x y z', ['note 1', 'paragraph: 中文\n更多'], ['note 2', 'paragraph: A']],
    ],
    ['a footnote that nobody refers to', 'x\n\n[^a]: A', ['paragraph: x', ['note 1', 'paragraph: A']]],
    ['a reference without footnote', 'x[^a]', ['paragraph: x[^a]']],
    ['a definition that no link uses', 'x\n\n[注]: 小心', ['paragraph: x', 'paragraph: [注]: 小心']],
    ['a definition that hides a comment', 'x\n\n[//]: # (todo)', ['paragraph: x']],
    ['a definition that is used', '[a]\n\n[A]: http://x', ['paragraph: a']],
    ['comments are left out', 'a <!-- b --> c\n\n<!-- d\n\ne -->\n\nf', ['paragraph: a  c', 'paragraph: f']],
    [
      'details hold Markdown',
      '<details><summary>Q</summary>\n\n**A**\n\n</details>\n\nB',
      [['details', 'Q', 'paragraph: A'], 'paragraph: B'],
    ],
    ['details without an end', '<details>\n\na', [['details', '', 'paragraph: a']]],
    [
      'lists and headings of HTML',
      '<h2>T</h2>\n<ul><li>a</li><li>b<br>c</li></ul>',
      ['heading: T', ['bullets', ['paragraph: a'], ['paragraph: b\nc']]],
    ],
    ['preformatted HTML', '<pre><code>a &lt; b\n  c</code></pre>', ['code : a < b\n  c']],
    ['words of the fence', '```yaml {1,3} title="a"\nk: v\n```', ['code yaml: k: v']],
  ])('%s', (_, markdown, tree) => expect(brief(parseMarkdown(markdown))).toEqual(tree));
});

describe('HTML in running text', () => {
  test.each([
    ['<NodeIP>:<NodePort>', '<NodeIP>:<NodePort>'],
    ['kubectl label node <name> <label>', 'kubectl label node <name> <label>'],
    ['<b>粗</b> <span style="x">文</span>', '粗 文'],
    ['x<sup>2</sup> H<sub>2</sub>O', 'x^2 H_2O'],
    ['</b> alone', '</b> alone'],
    ['<b>never closed', '<b>never closed'],
    ['<i><b>crossed</i></b>', '<b>crossed</b>'],
    ['<constructor> <toString>', '<constructor> <toString>'],
    ['a<br/>b', 'a\nb'],
    ['<img src="a/b.png"> <img alt="图" src="x">', 'b.png 图'],
  ])('%s', (markdown, words) => {
    const [block] = parseMarkdown(markdown);
    expect(block?.type === 'paragraph' && plainInline(block.body)).toBe(words);
  });

  test('a link of HTML and a key', () => {
    expect(parseMarkdown('<a href="https://x">y</a> <kbd>q</kbd>')).toEqual([
      {
        type: 'paragraph',
        body: [
          { type: 'link', href: 'https://x', title: '', body: [{ type: 'text', text: 'y' }] },
          { type: 'text', text: ' ' },
          { type: 'key', text: 'q' },
        ],
      },
    ]);
  });
});

test('the tree is JSON', () => {
  const tree = parseMarkdown(
    '# a\n\n- [x] `b` <b>c</b>\n\n```yaml\nk: 1\n```\n\n|a|\n|-|\n|[l](u "t")|\n\nx[^1]\n\n[^1]: n',
  );
  expect(JSON.parse(JSON.stringify(tree))).toEqual(tree);
});
