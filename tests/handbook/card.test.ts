import { describe, expect, it } from 'vitest';
import { parseHandbook } from '../../src/handbook/parse.ts';
import { codes } from './fixture.ts';

const CARD = `---
title: 弹性伸缩
topic: autoscaling
---
## 提高

### HPA 与 VPA 有什么区别？
<!-- card
id: hpa-vs-vpa
en: "HPA vs VPA: what is the difference?"
aliases: [hpa, 水平扩缩, 1.30, yes]
group: autoscaling
from: "Kubernetes中的HPA: 是什么？"
-->

HPA 改副本数。

#### 要点
- ★ **调什么**：改 \`scale\`。 <!-- kw: 副本|replicas; 请求 -->
  - 细节
- **谁提供**：内置。
1. **也算**：编号。

#### 示例
\`\`\`yaml
#### 要点
- 不是要点
\`\`\`

#### 追问
1. **会中断吗？** 会。
2. 要多久？一分钟。

#### 易错
- ✗ “甲” → 乙。

#### 参考
- [页面](https://kubernetes.io/zh-cn/docs/concepts/x/)
`;

describe('a card of our format', () => {
  const handbook = parseHandbook(CARD, 'a.md');
  const [card] = handbook.cards;

  it('has no problems', () => {
    expect(codes(handbook)).toEqual([]);
  });

  it('reads the comment as text, and leaves it out of the answer', () => {
    expect(card).toMatchObject({
      id: 'hpa-vs-vpa',
      title: 'HPA 与 VPA 有什么区别？',
      en: 'HPA vs VPA: what is the difference?',
      aliases: ['hpa', '水平扩缩', '1.30', 'yes'],
      group: 'autoscaling',
      from: 'Kubernetes中的HPA: 是什么？',
      topic: 'autoscaling',
      section: '提高',
      line: 7,
    });
    expect(card?.answer.startsWith('HPA 改副本数。')).toBe(true);
    expect(card?.answer).not.toContain('<!-- card');
  });

  it('knows its parts and their lines', () => {
    expect(card?.parts.map(({ kind, title, line }) => [kind, title, line])).toEqual([
      ['lead', '', 16],
      ['points', '要点', 18],
      ['example', '示例', 24],
      ['followups', '追问', 30],
      ['pitfalls', '易错', 34],
      ['references', '参考', 37],
    ]);
  });

  it('knows its key points with their words', () => {
    expect(card?.keyPoints).toEqual([
      { text: '**调什么**：改 `scale`。\n- 细节', must: true, terms: [['副本', 'replicas'], ['请求']] },
      { text: '**谁提供**：内置。', must: false, terms: [] },
      { text: '**也算**：编号。', must: false, terms: [] },
    ]);
  });

  it('knows its follow-ups', () => {
    expect(card?.followUps).toEqual([
      { question: '会中断吗？', answer: '会。' },
      { question: '要多久？', answer: '一分钟。' },
    ]);
  });

  it('takes English names of parts', () => {
    const { cards } = parseHandbook(
      '### Q?\n\nA.\n\n#### Key points\n- a\n\n#### Comparison\n\n#### Examples\n\n#### Follow-ups\n\n#### Pitfalls:\n\n#### References\n',
      'a.md',
    );
    expect(cards[0]?.parts.map(({ kind }) => kind)).toEqual([
      'lead',
      'points',
      'comparison',
      'example',
      'followups',
      'pitfalls',
      'references',
    ]);
  });
});

describe('key points without their own part', () => {
  it.each<[string, string, string[]]>([
    ['numbered paragraphs', '引子：\n\n1、甲。\n\n2、乙。', ['甲。', '乙。']],
    [
      'dots below a numbered paragraph',
      '1、甲：\n\n·子一\n\n·子二\n\n2、乙。',
      ['甲：\n·子一\n·子二', '乙。'],
    ],
    ['paragraphs that an item announces', '1、甲：\n\n子一。\n\n2、乙。', ['甲：\n子一。', '乙。']],
    [
      'the last item does not take the summary',
      '1、甲。\n\n2、乙：\n\n子。\n\n综上，如此。',
      ['甲。', '乙：\n子。'],
    ],
    ['a list', '引子：\n\n- 甲\n  - 子\n- 乙', ['甲\n- 子', '乙']],
    ['numbers', '1. 甲\n2. 乙', ['甲', '乙']],
    ['bullets that an item announces', '1. 甲\n2. 乙：\n\n- 子\n\n3. 丙', ['甲', '乙：\n- 子', '丙']],
    ['code in an item', '1. 甲：\n```\nx\n```\n2. 乙', ['甲：\n```\nx\n```', '乙']],
    ['brackets', '（1）甲。\n\n（2）乙。', ['甲。', '乙。']],
    ['dots', '· 甲。\n\n· 乙。', ['甲。', '乙。']],
    [
      'bold leads',
      '首先,**甲** 是这样。\n\n其次,**乙** 是那样。\n\n没有名字。',
      ['首先,**甲** 是这样。', '其次,**乙** 是那样。'],
    ],
    ['plain text', '只有一段话。', []],
    ['items of other parts', '一段话。\n\n#### 追问\n- 甲', []],
  ])('%s', (_, answer, points) => {
    const { cards } = parseHandbook(`### 问？\n\n${answer}\n`, 'a.md');
    expect(cards[0]?.keyPoints.map(({ text }) => text)).toEqual(points);
  });
});

describe('ids', () => {
  const card = (title: string, comment = '') => `### ${title}\n${comment}\n${title}的答案。\n`;

  it.each<[string, string, string[], string[]]>([
    ['anchors', card('Pod是什么,它与容器(Container)有区别？'), ['pod是什么它与容器container有区别'], []],
    ['the same anchor twice', card('甲 a') + card('甲 A'), ['甲-a', '甲-a-1'], ['question-duplicate 4']],
    ['other headings count', `# 基础\n\n## 提高\n\n${card('提高')}`, ['提高-1'], []],
    ['a written id wins', card('甲', '<!-- card\nid: one\n-->'), ['one'], []],
    [
      'an id taken by a later card',
      card('one') + card('甲', '<!-- card\nid: one\n-->'),
      ['one-1', 'one'],
      [],
    ],
    ['an invalid id', card('甲', '<!-- card\nid: "a b"\n-->'), ['甲'], ['id-invalid 2']],
    [
      'a duplicate id',
      card('甲', '<!-- card\nid: x\n-->') + card('乙', '<!-- card\nid: x\n-->'),
      ['x', '乙'],
      ['id-duplicate 7'],
    ],
    ['a title of marks', card('？？'), ['card'], []],
  ])('%s', (_, text, ids, problems) => {
    const handbook = parseHandbook(text, 'a.md');
    expect(handbook.cards.map(({ id }) => id)).toEqual(ids);
    expect(codes(handbook)).toEqual(problems);
  });
});

describe('card comments', () => {
  const parse = (comment: string) => parseHandbook(`### 甲\n${comment}\n\n答案。\n`, 'a.md');

  it.each<[string, string, Record<string, unknown>, string[]]>([
    [
      'a value with a colon',
      '<!-- card\nid: x\nfrom: 甲: 乙\n-->',
      { id: 'x', from: '甲: 乙' },
      ['card-comment-yaml 4'],
    ],
    ['an unknown key', '<!-- card\nid: x\nlevel: 3\n-->', { id: 'x' }, ['card-comment-key 2']],
    ['one line', '<!-- card id: x -->', { id: 'x' }, []],
    ['empty', '<!-- card -->', { id: '甲' }, []],
    ['aliases as text', '<!-- card\naliases: a，b、c\n-->', { aliases: ['a', 'b', 'c'] }, []],
    ['a prototype key', '<!-- card\n__proto__: { id: y }\nid: x\n-->', { id: 'x' }, ['card-comment-key 2']],
    ['another comment', '<!-- cards are fine -->', { id: '甲' }, []],
    ['two', '<!-- card\nid: x\n-->\n\n<!-- card\nid: y\n-->', { id: 'x' }, ['card-comment-extra 6']],
  ])('%s', (_, comment, card, problems) => {
    const handbook = parse(comment);
    expect(handbook.cards[0]).toMatchObject(card);
    expect(codes(handbook)).toEqual(problems);
  });

  it('reports kw comments without words', () => {
    const text = '### 甲\n\n乙。\n\n#### 要点\n- 丙 <!-- kw: ; | -->\n';
    expect(codes(parseHandbook(text, 'a.md'))).toEqual(['keywords-empty 6']);
  });
});

describe('text that belongs to no question', () => {
  it('is kept, and reported where a section has nothing else', () => {
    const handbook = parseHandbook(
      '# 手册\n\n引言。\n\n## 甲\n\n说明。\n\n### 问？\n\n答。\n\n## 附录\n\n后记。\n',
      'a.md',
    );
    expect(handbook.outside.map(({ line, markdown }) => [line, markdown])).toEqual([
      [3, '引言。'],
      [7, '说明。'],
      [15, '后记。'],
    ]);
    expect(codes(handbook)).toEqual(['text-outside 15']);
  });
});
