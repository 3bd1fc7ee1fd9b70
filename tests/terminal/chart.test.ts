import { describe, expect, test } from 'vitest';
import { bar } from '../../src/terminal/bar.ts';
import { chart } from '../../src/terminal/chart.ts';
import { durationText } from '../../src/terminal/duration.ts';
import { flow } from '../../src/terminal/flow.ts';
import { grouped, percent } from '../../src/terminal/number.ts';
import { stripStyles } from '../../src/terminal/sanitize.ts';
import { colourAt, lookAt } from './looks.ts';

describe('a bar', () => {
  test.each<[number, number, string]>([
    [0, 0, '░░░░░░░░░░'],
    [1, 0, '██████████'],
    [0.5, 0, '█████░░░░░'],
    [0.5, 0.2, '█████▒▒░░░'],
    [0.01, 0, '█░░░░░░░░░'],
    [0.99, 0, '█████████░'],
    [0, 0.01, '▒░░░░░░░░░'],
    [0.3, 0.7, '███▒▒▒▒▒▒▒'],
  ])('of %f and %f', (full, part, expected) => {
    expect(bar(full, part, 10, lookAt(80))).toBe(expected);
    expect(stripStyles(bar(full, part, 10, colourAt(80)))).toBe(expected);
  });

  test.each([{ ascii: true }, { wideAmbiguous: true }])('in ASCII where blocks do not fit: %o', (over) => {
    expect(bar(0.5, 0.2, 10, lookAt(80, over))).toBe('#####==...');
  });
});

describe('a chart', () => {
  const rows = [
    { label: '集群网络', full: 0.5, value: '50%' },
    { label: 'Pod', full: 1, value: '100%' },
  ];

  test.each<[number, string[]]>([
    [24, ['集群网络 █████░░░░░  50%', 'Pod      ██████████ 100%']],
    [22, ['集群网络 ████░░░░  50%', 'Pod      ████████ 100%']],
    [18, ['集群网… ███░░  50%', 'Pod     █████ 100%']],
    [13, ['集群网络  50%', 'Pod      100%']],
    [11, ['集群…   50%', 'Pod    100%']],
  ])('on %i columns', (columns, expected) => expect(chart(rows, lookAt(columns))).toEqual(expected));

  test('without rows is nothing', () => expect(chart([], lookAt(40))).toEqual([]));
});

describe('facts side by side', () => {
  test.each<[number, string[]]>([
    [Number.POSITIVE_INFINITY, ['连续 3 天 · 最长 9 天 · 到期 5']],
    [22, ['连续 3 天 · 最长 9 天', '到期 5']],
    [10, ['连续 3 天', '最长 9 天', '到期 5']],
    [6, ['连续', '3 天', '最长', '9 天', '到期 5']],
  ])('on %f columns', (columns, expected) => {
    expect(flow(['连续 3 天', '最长 9 天', '到期 5'], lookAt(columns))).toEqual(expected);
  });

  test('dots that take two columns are counted so', () => {
    expect(flow(['abc', 'def'], lookAt(9))).toEqual(['abc · def']);
    expect(flow(['abc', 'def'], lookAt(9, { wideAmbiguous: true }))).toEqual(['abc', 'def']);
    expect(flow(['abc', 'def'], lookAt(9, { ascii: true }))).toEqual(['abc | def']);
  });
});

test.each([
  [0, '0 秒', '0s'],
  [41_200, '41 秒', '41s'],
  [59_600, '1 分', '1m'],
  [12 * 60_000, '12 分', '12m'],
  [59.6 * 60_000, '1 小时', '1h'],
  [192 * 60_000, '3 小时 12 分', '3h 12m'],
])('%f ms are %s', (ms, zh, en) => {
  expect([durationText(ms, 'zh'), durationText(ms, 'en')]).toEqual([zh, en]);
});

test.each([
  [0, '0%'],
  [0.001, '1%'],
  [0.414, '41%'],
  [0.999, '99%'],
  [1, '100%'],
])('a share of %f is %s', (share, expected) => expect(percent(share)).toBe(expected));

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [1_234_567, '1,234,567'],
])('%i in thousands', (value, expected) => expect(grouped(value)).toBe(expected));
