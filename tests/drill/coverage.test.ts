import { describe, expect, test } from 'vitest';
import { coverage, covers, proposeRating } from '../../src/drill/coverage.ts';
import type { KeyPoint } from '../../src/handbook/card.ts';

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

  test('without key words the bold lead and code words stand for the point', () => {
    const probe = point('**存活探针**：失败时重启容器，见 `livenessProbe`');
    expect(covers('livenessprobe 失败会重启', [probe])).toEqual([{ point: 0, by: ['livenessProbe'] }]);
    expect(covers('存活探针', [probe])).toHaveLength(1);
    expect(covers('就绪', [probe])).toHaveLength(0);
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
