import { expect, test } from 'vitest';
import { parseQuery } from '../../src/search/query-syntax.ts';

test.each([
  ['hpa 指标', { words: 'hpa 指标', phrases: [], excluded: [], topics: [] }],
  ['"rolling update" pod', { phrases: ['rolling update'] }],
  ['“滚动更新” 回滚', { phrases: ['滚动更新'] }],
  ['probe -liveness', { excluded: ['liveness'] }],
  ['probe -"startup probe"', { excluded: ['startup probe'], phrases: [] }],
  ['kube-proxy', { words: 'kube-proxy', excluded: [] }],
  ['a - b', { excluded: [] }],
  ['topic:networking cni', { topics: ['networking'] }],
  ['主题：网络 cni', { topics: ['网络'] }],
  ['topic:"集群网络" cni', { topics: ['集群网络'] }],
  ['""', { phrases: [] }],
])('%s', (typed, expected) => {
  expect(parseQuery(typed)).toMatchObject(expected);
});

test('the words keep their places, so that offsets agree with what was typed', () => {
  const typed = 'topic:pods "liveness probe" -exec 探针';
  const { words } = parseQuery(typed);
  expect(words).toHaveLength(typed.length);
  expect(words.indexOf('探针')).toBe(typed.indexOf('探针'));
  expect(words.trim()).not.toMatch(/topic|exec/);
});
