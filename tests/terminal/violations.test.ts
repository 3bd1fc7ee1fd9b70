import { Marked } from 'marked';
import { markedTerminal } from 'marked-terminal';
import { describe, expect, test } from 'vitest';
import { countOf, violationsOf } from './violations.ts';

/** The checker must see what it is there for. */
describe('the checker finds', () => {
  test.each([
    ['a wide line', '一二三四五六', '一二三四五六', 10, 'wide'],
    ['a comma at the beginning', '一二，三', '一二\n，三', 10, 'kinsoku'],
    ['a bracket at the end', '一（二）', '一（\n二）', 10, 'kinsoku'],
    ['one behind a bar', '> 一，二', '▐ 一\n▐ ，二', 10, 'kinsoku'],
    ['a word torn', 'see kube-apiserver now', 'see kube-api\nserver now', 20, 'split'],
    ['code torn at a space', '用 `kubectl get pods` 看', '用 kubectl get\npods 看', 30, 'split'],
    ['a style left open', 'a b', '\x1b[1ma\nb\x1b[0m', 10, 'style'],
    ['a link left open', 'a b', '\x1b]8;;http://x\x1b\\a b', 10, 'style'],
    ['lost text', '一二三', '一三', 10, 'lost'],
    ['a cut cell', '| a |\n|---|\n| 很长格 |', 'a\n很长…', 10, 'lost'],
    ['raw marks', '这是**粗**的', '这是**粗**的', 30, 'raw'],
    ['raw references', 'a &amp; b', 'a &amp; b', 30, 'raw'],
  ] as const)('%s', (_, markdown, output, columns, kind) => {
    expect(violationsOf(markdown, output, columns)[kind]).toHaveLength(1);
  });

  test('no fault in a word that goes on in Korean and is too long', () => {
    expect(countOf(violationsOf('（a）http://b/cd/한국어', '（a）http://b/\ncd/한국어', 14))).toBe(0);
    expect(countOf(violationsOf('（a）http://b/cd/', '（a）http://b/\ncd/', 14))).toBe(1);
  });

  test('nothing in what is right', () => {
    expect(countOf(violationsOf('看 **粗** `a b`，再看', '看 \x1b[1m粗\x1b[0m\na b，再看', 12))).toBe(0);
  });

  test('much in what marked-terminal makes of a Chinese list', () => {
    const markdown =
      '- **要点：**这是一个足够长的列表项，里面有 `kubectl get pods` 和其他东西，所以必须折行才能放得下。';
    const baseline = new Marked(markedTerminal({ reflowText: true, width: 30 }));
    expect(countOf(violationsOf(markdown, baseline.parse(markdown) as string, 30))).toBeGreaterThan(0);
  });
});
