import { describe, expect, test } from 'vitest';
import { learnerReviews, OTHER_PARAMETERS } from '../memory/learner-reviews.ts';
import { run } from '../world.ts';
import { homeWith, reviewed, written } from './practice-home.ts';

/** After the last of those reviews. */
const LATER = Date.UTC(2027, 6, 1);

async function optimize(home: string, ...argv: string[]) {
  return run(['optimize', ...argv], { now: LATER, env: { HOME: home } });
}

describe('too few reviews', () => {
  test.each([
    [0, '0'],
    [3, '3'],
    [999, '999'],
  ])('%i: the sentence says how many there are', async (count, shown) => {
    const home = homeWith(
      Array.from({ length: count }, (_, number) => reviewed(number, 'hpa-vs-vpa', 'good', 3)),
    );
    expect(await optimize(home)).toEqual({
      code: 1,
      stdout: '',
      stderr: `现在有 ${shown} 次复习，满 1,000 次才能拟合出比默认更准的参数；在此之前用默认参数\n`,
    });
    expect(written(home)).toEqual([]);
  });

  test('as JSON', async () => {
    const { code, stdout } = await optimize(homeWith([]), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual({ kind: 'too-few', reviews: 0, needed: 1000 });
  });
});

test('a learner unlike the defaults gets parameters, once', async () => {
  const home = homeWith(learnerReviews(OTHER_PARAMETERS, 11));
  const { code, stdout, stderr } = await optimize(home);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const [, before, after] =
    /^用没有参与拟合的 \d+ 次复习检验[^\n]*\n现在的参数 +([\d.]+)\n新参数 +([\d.]+)\n相差 -[\d.]+%\n已换用新参数/.exec(
      stdout,
    ) ?? [];
  expect(Number(after)).toBeLessThan(Number(before));
  expect(written(home)).toMatchObject([{ type: 'parameters', values: expect.any(Array) }]);

  // The same reviews again: what is in use now is what is found.
  const again = await optimize(home, '--json');
  expect(JSON.parse(again.stdout)).toMatchObject({ kind: 'keep' });
  expect(written(home)).toHaveLength(1);
});

test('a terminal shows that it is at work, and no trace of it afterwards', async () => {
  const env = { HOME: homeWith(learnerReviews([], 12)) };
  const { stderr } = await run(['optimize'], { now: LATER, columns: 80, env });
  expect(stderr).toMatch(/^(\r\u001b\[2K正在用 2,000 次复习拟合，已用 0 秒)+\r\u001b\[2K$/);
});

test('a learner like the defaults keeps them', async () => {
  const home = homeWith(learnerReviews([], 12));
  const { code, stdout } = await optimize(home);
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringMatching(/保留现在的参数\n$/) });
  expect(written(home)).toEqual([]);
});

test('reviews of one day only cannot be judged by', async () => {
  const home = homeWith(
    Array.from({ length: 1200 }, (_, number) => reviewed(number, `card ${number % 40}`, 'good', 3)),
  );
  expect(await optimize(home)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^能用来检验的复习太少/),
  });
  expect(written(home)).toEqual([]);
});
