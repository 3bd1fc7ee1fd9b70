import { describe, expect, test } from 'vitest';
import type { ScorecardHeader } from '../../src/drill/scorecard-header.ts';
import { PLAIN } from '../../src/terminal/look.ts';
import { changeOf, trendLines } from '../../src/terminal/mock-trend.ts';
import { displayWidth } from '../../src/terminal/width.ts';

function past(scores: readonly (number | undefined)[], year = 2026): ScorecardHeader[] {
  return scores.map((score, index) => ({
    at: `${year}-11-${String(index + 1).padStart(2, '0')}T21:03:00+08:00`,
    ...{ deck: 'k8s', score, questions: 13, planned: 13, minutes: 28 },
  }));
}

test('past interviews as bars that say their score without colour, on 40 columns', () => {
  const lines = trendLines(past([45, undefined, 62, 100]), { ...PLAIN, columns: 40 });
  expect(lines).toEqual([
    '模拟面试：4 次',
    '',
    '11-01 21:03 ████████░░░░░░░░░  45  13/13',
    '11-02 21:03 ░░░░░░░░░░░░░░░░░   -  13/13',
    '11-03 21:03 ███████████░░░░░░  62  13/13',
    '11-04 21:03 █████████████████ 100  13/13',
    '',
    '最近 1 次平均 100，之前 1 次 62（+38）',
    '',
    '看最近一次：k8sq mock --last',
  ]);
});

test('in English, in ASCII, over two years', () => {
  const all = [...past([40], 2025), ...past([50, 60])];
  const lines = trendLines(all, { ...PLAIN, columns: 40, ascii: true, lang: 'en' });
  expect(lines).toContain('2025-11-01 21:03 #####.......  40  13/13');
  expect(lines).toContain('Last 1: 60 on average; 1 before: 50 (+10)');
  expect(lines.join('')).toMatch(/^[\x20-\x7e]*$/);
});

test.each([20, 40, 80, 200])('no row is wider than %d columns', (columns) => {
  for (const line of trendLines(past([1, 50, 100]), { ...PLAIN, columns }).slice(2, 5)) {
    expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(columns, 28));
  }
});

describe('the trend', () => {
  test.each([
    [[50], undefined],
    [[50, 60], { before: 50, after: 60, size: 1 }],
    [[10, 50, 60], { before: 50, after: 60, size: 1 }],
    [[10, 20, undefined, 50, 60], { before: 15, after: 55, size: 2 }],
    [[0, 10, 20, 30, 40, 50, 60], { before: 20, after: 50, size: 3 }],
    [[60, 60, 60, 30, 30, 30], { before: 60, after: 30, size: 3 }],
    [[undefined, undefined], undefined],
  ])('of %j', (scores, change) => {
    expect(changeOf(past(scores))).toEqual(change);
  });
});
