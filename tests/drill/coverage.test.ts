import { describe, expect, test } from 'vitest';
import { coverage, covers, proposeRating } from '../../src/drill/coverage.ts';
import { vocabularyOf } from '../../src/drill/vocabulary.ts';
import type { Card, KeyPoint } from '../../src/handbook/card.ts';
import { parseHandbook } from '../../src/handbook/parse.ts';
import { buildIndex } from '../../src/search/compile-index.ts';
import { shippedKnowledge } from '../search/decks.ts';

const point = (text: string, terms: string[][] = [], must = false): KeyPoint => ({ text, terms, must });

describe('a typed answer covers a point', () => {
  const replicas = point('**调什么**：HPA 改副本数', [
    ['副本', 'replicas'],
    ['请求', 'requests'],
  ]);
  test.each([
    ['HPA 调副本，VPA 调请求', true],
    ['hpa changes Replicas, vpa changes requests', true],
    ['HPA 调 副 本 数, VPA 调 Requests', true],
    ['ＨＰＡ 调副本，ＶＰＡ 调ｒｅｑｕｅｓｔｓ', true],
    ['HPA 调副本', false],
    ['', false],
  ])('%s → %s', (typed, covered) => {
    expect(covers(typed, [replicas]).length > 0).toBe(covered);
  });

  test('a Latin word must stand by itself, hyphens and plurals aside', () => {
    expect(covers('this is about pods', [point('', [['pod']])])).toHaveLength(1);
    expect(covers('podium', [point('', [['pod']])])).toHaveLength(0);
    expect(covers('needs metrics server', [point('', [['metrics-server']])])).toHaveLength(1);
  });

  test('says by which words, as typed and in the order typed', () => {
    expect(covers('就是 Replicas 变多，而 REQUESTS 不变', [replicas])).toEqual([
      { point: 0, by: ['Replicas', 'REQUESTS'] },
    ]);
    expect(covers('得出 ⌈ 的值', [point('公式', [['⌈']])])).toEqual([{ point: 0, by: ['⌈'] }]);
  });
});

const DECK = `
### 污点是什么？
<!-- card
aliases: [污点, taint]
-->
- **污点**：节点不接受没有容忍的 Pod <!-- kw: 污点 -->
- **驱逐保护**：PodDisruptionBudget 限制同时中断的数量 <!-- kw: 干扰预算; 同时|数量 -->
- **删除**：不会立即删除，先进入终止状态 <!-- kw: 不立即删除|终止状态 -->
- **指标**：要装 metrics-server 才有 CPU 指标 <!-- kw: metrics-server -->
- **探针失败**：livenessProbe 失败时重启容器
- 名字由控制器管理器按序号生成

### 什么是缓存穿透？
<!-- card
aliases: [缓存穿透, cache penetration]
-->
- 查不存在的键，每次都打到数据库

### 怎么限流？
- 令牌桶挡住突发
- 缓存穿透时用布隆过滤器
`;

describe('whatever the wording, by the glossary and the names in the deck', () => {
  const { cards } = parseHandbook(DECK, 'deck.md');
  const vocabulary = vocabularyOf(buildIndex(cards, shippedKnowledge()), cards);
  const [first, , third] = cards as [Card, Card, Card];
  const ticks = (typed: string, card = first): number[] =>
    covers(typed, card.keyPoints, vocabulary, card.title).map(({ point: at }) => at);

  test.each([
    ['a taint keeps pods without toleration off the node', [0]],
    ['污点：没有容忍的 pod 上不去', [0]],
    ['PDB 限制同时中断的数量', [1]],
    ['PodDisruptionBudgets limit the number at the same time, 数量', [1]],
    ['pod disruption budget 限制同时中断多少', [1]],
    ['干扰预算管同时中断的数量', [1]],
    ['pod-disruption-budget 管数量', [1]],
    ['不立即删除，先是终止状态', [2]],
    ['不会马上立即被删除', [2]],
    ['install the metricsServer for cpu metrics', [3]],
    ['install the metrcis-server for cpu metrics', [3]],
    ['livenessprobe 失败会重启容器', [4]],
    ['liveness probe fails: container restarts', [4]],
    ['控制器管理器按序号生成名字', [5]],
    ['名字按序号由 controller manager 生成', [5]],
    ['p', []],
    ['a b c d 删 数', []],
    ['会立即删除', []],
    ['不需要 metrics-server', []],
    ['污点是什么', []],
    ['我不知道', []],
    ['今天天气不错，我们去公园散步', []],
    ['serverless podium nodes', []],
  ])('%s → %j', (typed, points) => {
    expect(ticks(typed)).toEqual(points);
  });

  test('another name of what a card is about is known from its aliases', () => {
    expect(ticks('先问过滤器，再防 cache penetration', third)).toEqual([1]);
  });
});

const points = [point('a', [], true), point('b', [], true), point('c'), point('d')];

test.each([
  [[], 0],
  [[0], 2 / 6],
  [[2, 3], 2 / 6],
  [[0, 1, 2, 3], 1],
])('coverage of %j is %d: must-have points count twice', (ticks, part) => {
  expect(coverage(new Set(ticks), points)).toBeCloseTo(part);
});

test.each([
  [[], 'good'],
  [[2], 'again'],
  [[0, 2, 3], 'hard'],
  [[0, 1], 'good'],
  [[0, 1, 2], 'good'],
  [[0, 1, 2, 3], 'easy'],
])('ticks %j propose %s', (ticks, rating) => {
  expect(proposeRating(new Set(ticks), points)).toBe(rating);
});

test.each([
  ['typed, nothing of it a point', [], { typed: '不知道', ms: 9000 }, 'again'],
  ['thought, nothing ticked', [], { typed: '', ms: 9000 }, 'good'],
  ['all of it, fluently', [0, 1, 2, 3], { typed: '', ms: 70_000 }, 'easy'],
  ['all of it, after long thought', [0, 1, 2, 3], { typed: '', ms: 70_001 }, 'good'],
  ['all of it, typing a long answer', [0, 1, 2, 3], { typed: 'a'.repeat(200), ms: 170_000 }, 'easy'],
] as const)('%s proposes %s', (_, ticks, given, rating) => {
  expect(proposeRating(new Set(ticks), points, given)).toBe(rating);
});
