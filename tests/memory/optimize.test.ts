import { describe, expect, test } from 'vitest';
import { losses, MINIMUM_REVIEWS, optimize, trainingItems } from '../../src/memory/optimize.ts';
import { createScheduler } from '../../src/memory/schedule.ts';
import { DAYS, HOURS, review, START } from './events.ts';
import { learnerReviews, OTHER_PARAMETERS } from './learner-reviews.ts';

describe('what the optimiser learns from', () => {
  test('a card up to every review on a later day; repeats of a day belong to the next', () => {
    const reviews = [
      review(1, 'a', 'again', START),
      review(2, 'a', 'good', START + HOURS),
      review(3, 'b', 'easy', START + 2 * HOURS),
      review(4, 'a', 'hard', START + 3 * DAYS),
      review(5, 'a', 'good', START + 10 * DAYS),
    ];
    expect(
      trainingItems(reviews).map((item) => item.map(({ grade, days }) => `${grade}:${days}`).join(' ')),
    ).toEqual(['1:0 3:0 2:3', '1:0 3:0 2:3 3:7']);
  });

  test('a clock set back counts as the same day', () => {
    expect(trainingItems([review(1, 'a', 'good', START), review(2, 'a', 'good', START - 3 * DAYS)])).toEqual(
      [],
    );
  });
});

test('log-loss is that of the recall the scheduler foretold', () => {
  const scheduler = createScheduler();
  const reviews = [review(1, 'a', 'good', START), review(2, 'a', 'again', START + 4 * DAYS)];
  const recall = scheduler.recallAfter(2.3065, 4);
  expect(losses(reviews, 0, scheduler)).toEqual([-Math.log(1 - recall)]);
  expect(losses(reviews, 2, scheduler)).toEqual([]);
});

describe('decision', () => {
  const never = () => Promise.reject(new Error('not to be asked'));

  test.each([0, 1, MINIMUM_REVIEWS - 1])('%i reviews are too few, whatever they are', async (count) => {
    const reviews = learnerReviews(OTHER_PARAMETERS, 1).slice(0, count);
    expect(await optimize(reviews, [], never)).toEqual({
      kind: 'too-few',
      reviews: count,
      needed: MINIMUM_REVIEWS,
    });
  });

  test("the learner's true parameters are adopted, and predict better", async () => {
    const found = await optimize(learnerReviews(OTHER_PARAMETERS, 2), [], async () => OTHER_PARAMETERS);
    expect(found).toMatchObject({ kind: 'adopt', parameters: OTHER_PARAMETERS });
    if (found.kind === 'too-few') return;
    expect(found.after).toBeLessThan(found.before);
    expect(found.heldOut).toBeGreaterThan(150);
  });

  test('worse ones are not', async () => {
    const found = await optimize(learnerReviews([], 3), [], async () => OTHER_PARAMETERS);
    expect(found).toMatchObject({ kind: 'keep' });
    if (found.kind !== 'too-few') expect(found.after).toBeGreaterThan(found.before);
  });

  test('the same ones again are not', async () => {
    expect(
      await optimize(learnerReviews(OTHER_PARAMETERS, 4), OTHER_PARAMETERS, async () => OTHER_PARAMETERS),
    ).toMatchObject({ kind: 'keep' });
  });

  test('the latest fifth is held out from the fit', async () => {
    const reviews = learnerReviews([], 5);
    let trained = 0;
    await optimize(reviews, [], async (items) => {
      trained = items.length;
      return OTHER_PARAMETERS;
    });
    expect(trained).toBe(trainingItems(reviews.slice(0, Math.floor(reviews.length * 0.8))).length);
  });
});
