import { describe, expect, it } from 'vitest';
import { type LintOptions, lintCards } from '../../src/handbook/lint.ts';
import { parseHandbook } from '../../src/handbook/parse.ts';

const GOOD = `### 甲是什么？
<!-- card
id: a
en: "What is A?"
aliases: [a]
-->

一句话的回答，用 \`kubectl top\` 看 Pod 的用量。

#### 要点
- ★ **名字**：第一点，取 10% 的值。 <!-- kw: 甲|a -->
- **名字**：第二点（见 **Pod** 一节）。 <!-- kw: 乙 -->
- **名字**：第三点。 <!-- kw: 丙 -->

#### 示例
\`\`\`yaml
a: 甲b,c
\`\`\`

#### 追问
1. **问题？** 回答。
2. **又一个？** 回答。

#### 易错
- ✗ “错的” → 对的。
- ✗ “又错” → 又对。

#### 参考
- [页面](https://kubernetes.io/zh-cn/docs/concepts/x/)
`;

function lint(text: string, options?: LintOptions): string[] {
  return lintCards(parseHandbook(text, 'a.md'), options).map(({ code, line }) => `${code} ${line}`);
}

describe('lintCards', () => {
  it('has nothing against a card as it should be', () => {
    expect(lint(GOOD)).toEqual([]);
  });

  it.each<[string, string, string, string[]]>([
    ['en is missing', 'en: "What is A?"\n', '', ['style-meta-missing 1']],
    ['aliases are missing', 'aliases: [a]\n', '', ['style-meta-missing 1']],
    ['no first paragraph', '一句话的回答，用 `kubectl top` 看 Pod 的用量。\n', '', ['style-lead-missing 1']],
    ['a long first paragraph', '一句话的回答', '长'.repeat(121), ['style-lead-long 8']],
    [
      'a part is missing',
      '#### 易错\n- ✗ “错的” → 对的。\n- ✗ “又错” → 又对。\n',
      '',
      ['style-part-missing 1'],
    ],
    ['parts out of order', '#### 参考', '#### 对比', ['style-part-missing 1', 'style-part-order 28']],
    ['a part twice', '#### 示例', '#### 要点', ['style-part-repeated 15']],
    ['few points', '- **名字**：第三点。 <!-- kw: 丙 -->\n', '', ['style-points-count 10']],
    ['no point that must be known', '★ ', '', ['style-points-must 10']],
    ['a point without a name', '**名字**：第三点', '第三点', ['style-point-name 13']],
    ['a point without words', ' <!-- kw: 丙 -->', '', ['style-point-keywords 13']],
    ['one follow-up', '2. **又一个？** 回答。\n', '', ['style-followups-count 20']],
    ['one pitfall', '- ✗ “又错” → 又对。\n', '', ['style-pitfalls-count 24']],
    [
      'no link',
      '- [页面](https://kubernetes.io/zh-cn/docs/concepts/x/)',
      '- 页面',
      ['style-references-count 28'],
    ],
    ['a link without the last slash', 'concepts/x/', 'concepts/x', ['style-doc-link 29']],
    ['a link to another language', 'zh-cn/docs', 'ja/docs', ['style-doc-link 29']],
    ['a link to another site', 'https://kubernetes.io/zh-cn/docs/concepts/x/', 'https://example.org/x', []],
    ['code without a language', '```yaml', '```', ['style-fence-language 16']],
    ['no space before Latin', '看 Pod', '看Pod', ['style-spacing 8']],
    ['no space after code', '`kubectl top` 看', '`kubectl top`看', ['style-spacing 8']],
    ['no space beside bold', '见 **Pod** 一节', '见**Pod**一节', ['style-spacing 12', 'style-spacing 12']],
    ['no space after a percentage', '10% 的', '10%的', ['style-spacing 11']],
    ['a half-width comma', '回答，用', '回答,用', ['style-punctuation 8']],
    [
      'half-width brackets',
      '第二点（见 **Pod** 一节）',
      '第二点(见 **Pod** 一节)',
      ['style-punctuation 12', 'style-punctuation 12'],
    ],
    ['a space beside a comma', '回答，用', '回答， 用', ['style-punctuation-space 8']],
  ])('%s', (_, part, replacement, expected) => {
    expect(GOOD).toContain(part);
    expect(lint(GOOD.replace(part, replacement)).sort()).toEqual(expected.sort());
  });

  it('finds terms to avoid, not inside of those to prefer', () => {
    const terms = [
      { prefer: '用量', avoid: ['耗用'] },
      { prefer: '一节课', avoid: ['一节'] },
    ];
    expect(lint(GOOD.replace('用量', '耗用'), { terms })).toEqual(['style-term 8', 'style-term 12']);
    expect(lint(GOOD.replace('一节', '一节课'), { terms })).toEqual([]);
  });

  it('finds sentences that another card has', () => {
    const long = GOOD.replace('用量。', '用量，以及它占节点可分配资源的比例。');
    const twin = long.replace('甲是什么', '乙是什么').replace('id: a', 'id: b');
    const others = parseHandbook(long, 'b.md').cards;
    expect(lint(twin, { others })).toEqual(['style-sentence-repeated 8']);
  });
});
