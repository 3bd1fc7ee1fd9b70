import { describe, expect, test } from 'vitest';
import type { Review } from '../../src/memory/event.ts';
import { losses, MINIMUM_REVIEWS, optimize, trainingItems } from '../../src/memory/optimize.ts';
import { createScheduler } from '../../src/memory/schedule.ts';
import { DAYS, HOURS, review, START } from './events.ts';
import { learnerReviews, OTHER_PARAMETERS } from './learner-reviews.ts';

const DEFAULTS = [
  0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629,
  1.6483, 0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
];

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

  test('better ones that may be so by chance are not', async () => {
    // Two of five cards are remembered as the other learner would, the rest as the defaults say.
    const isOther = ({ card }: Review) => Number(card.slice('card '.length)) < 80;
    const mixed = [
      ...learnerReviews(OTHER_PARAMETERS, 1).filter(isOther),
      ...learnerReviews([], 1).filter((each) => !isOther(each)),
    ].sort((a, b) => a.at - b.at);
    const found = await optimize(mixed, [], async () => OTHER_PARAMETERS);
    expect(found.kind).toBe('keep');
    if (found.kind !== 'too-few') expect(found.after).toBeLessThan(found.before * 0.95);
  });

  test('certainly but hardly better ones are not worth a new schedule', async () => {
    const recalled = learnerReviews([], 6).map((each) => ({ ...each, rating: 'good' as const }));
    const hardly = DEFAULTS.map((value, index) => (index === 20 ? value * 1.001 : value));
    const found = await optimize(recalled, DEFAULTS, async () => hardly);
    expect(found.kind).toBe('keep');
    if (found.kind !== 'too-few') expect(found.after).toBeLessThan(found.before);
  });

  test('a handful of reviews to compare on is not enough', async () => {
    const tested = learnerReviews(OTHER_PARAMETERS, 7).slice(-150);
    const sights = Array.from({ length: 1500 }, (_, index) =>
      review(index, `seen once ${index}`, 'good', START - DAYS + index),
    );
    const found = await optimize([...sights, ...tested], [], async () => OTHER_PARAMETERS);
    expect(found).toMatchObject({ kind: 'keep' });
    if (found.kind !== 'too-few') expect(found.heldOut).toBeLessThan(100);
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
