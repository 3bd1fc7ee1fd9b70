import { describe, expect, test } from 'vitest';
import type { Card, PartKind } from '../../src/handbook/card.ts';
import { renderAnswer, renderQuestion } from '../../src/terminal/answer.ts';
import { viewAnswer } from '../../src/terminal/answer-view.ts';
import { composeAnswer } from '../../src/terminal/compose-answer.ts';
import { colourAt, lookAt } from './looks.ts';
import { countOf, violationsOf } from './violations.ts';

const ANSWER = `HPA 改**副本数**，VPA 改每个 Pod 的**资源请求**；HPA 内置，VPA 要另装。

#### 要点
- ★ **调什么**：HPA 通过目标的 \`scale\` 子资源改副本数；VPA 改容器的 requests。 <!-- kw: 副本; requests -->
- ★ **谁提供**：HPA 是核心 API \`autoscaling/v2\`；VPA 要单独安装。 <!-- kw: 内置 -->
- **怎么选**：负载能分摊就用 HPA，请求不知道写多少就先看 VPA 的建议。 <!-- kw: 建议 -->

#### 对比
| | HPA | VPA |
|---|---|---|
| 改什么 | 副本数 | requests |

#### 示例
\`\`\`yaml
kind: HorizontalPodAutoscaler
spec:
  maxReplicas: 10   # 上限
\`\`\`

#### 追问
1. **4 个副本、目标 60%、当前 90%，会扩到几个？** ⌈4 × 90 ÷ 60⌉ = 6。
2. 没有粗体的追问。

#### 易错
- ✗ “HPA 按 limits 计算利用率，所以一定要写 limits” → 分母是 requests，limits 不参与。
- ✗ 没有箭头
- 普通一项

#### 参考
- [Pod 水平自动扩缩](https://kubernetes.io/zh-cn/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/)
- <https://example.com/>
- 一本书

#### 别的
随便写的一部分，引用[文档][d]。

[d]: https://example.com/d
`;

const KINDS: Readonly<Record<string, PartKind>> = {
  要点: 'points',
  对比: 'comparison',
  示例: 'example',
  追问: 'followups',
  易错: 'pitfalls',
  参考: 'references',
};

const card: Pick<Card, 'title' | 'answer' | 'parts'> = {
  title: 'HPA 与 VPA 有什么区别？',
  answer: ANSWER,
  parts: [...ANSWER.matchAll(/^#### (.*)$/gm)].map(([, title = '']) => ({
    kind: KINDS[title] ?? 'other',
    title,
    markdown: '',
    line: 1,
  })),
};
const place = { topic: '弹性伸缩', section: '提高' };

describe('an answer', () => {
  test.each([40, 80, 120])('at %i columns', async (columns) => {
    await expect(`${renderAnswer(card, place, lookAt(columns))}\n`).toMatchFileSnapshot(
      `../fixtures/terminal/golden/answer-${columns}.txt`,
    );
  });

  test('in a pipe', async () => {
    await expect(`${renderAnswer(card, place, lookAt(Number.POSITIVE_INFINITY))}\n`).toMatchFileSnapshot(
      '../fixtures/terminal/golden/answer-pipe.txt',
    );
  });

  test('in colours, with links', async () => {
    const output = renderAnswer(card, place, colourAt(80, { hyperlinks: true }));
    await expect(`${output.replaceAll('\x1b', '␛')}\n`).toMatchFileSnapshot(
      '../fixtures/terminal/golden/answer-colours.txt',
    );
  });

  test('has no violation at any width', () => {
    for (let columns = 20; columns <= 200; columns++) {
      const found = violationsOf(ANSWER, renderAnswer(card, place, colourAt(columns)), columns);
      expect({ columns, found, count: countOf(found) }).toMatchObject({ count: 0 });
    }
  });

  test('is the same from its tree after a trip through JSON', () => {
    const tree = JSON.parse(JSON.stringify(composeAnswer(card, place)));
    expect(viewAnswer(tree, colourAt(60))).toBe(renderAnswer(card, place, colourAt(60)));
  });

  test('without parts is its text', () => {
    const plain = { title: '什么是 Pod？', answer: 'Pod 是一组容器。\n\n1、共享网络。', parts: [] };
    expect(renderAnswer(plain, place, lookAt(40))).toBe(
      '弹性伸缩 › 提高\n什么是 Pod？\n\n▐ Pod 是一组容器。\n\n1、共享网络。',
    );
  });
});

describe('a question', () => {
  test.each([
    ['with its place', place, '弹性伸缩 › 提高\nHPA 与 VPA 有什么区别？'],
    ['without a section', { topic: '弹性伸缩', section: '' }, '弹性伸缩\nHPA 与 VPA 有什么区别？'],
    ['with an aside', { ...place, aside: '3/20' }, '弹性伸缩 › 提高 › 3/20\nHPA 与 VPA 有什么区别？'],
    [
      'from a hostile deck',
      { topic: 'a\x1b[2J', section: '\u202e' },
      'a␛[2J › <U+202E>\nHPA 与 VPA 有什么区别？',
    ],
  ])('%s', (_, where, text) => expect(renderQuestion(card, where, lookAt(80))).toBe(text));
});
