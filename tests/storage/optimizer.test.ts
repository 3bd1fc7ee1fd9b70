import { expect, test } from 'vitest';
import { optimize } from '../../src/memory/optimize.ts';
import { fitParameters } from '../../src/storage/optimizer.ts';
import { learnerReviews, OTHER_PARAMETERS } from '../memory/learner-reviews.ts';

test('a learner unlike the defaults gets parameters that foretell them better', async () => {
  const found = await optimize(learnerReviews(OTHER_PARAMETERS, 11), [], fitParameters);
  expect(found.kind).toBe('adopt');
  if (found.kind === 'too-few') return;
  expect(found.parameters).toHaveLength(21);
  expect(found.after).toBeLessThan(found.before * 0.98);
});

test('a learner like the defaults keeps them', async () => {
  const found = await optimize(learnerReviews([], 12), [], fitParameters);
  expect(found.kind).toBe('keep');
});
