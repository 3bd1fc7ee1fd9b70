import type { Review } from '../../src/memory/event.ts';
import { RATINGS, type Rating } from '../../src/memory/rating.ts';
import { createScheduler, NEW, type Performance } from '../../src/memory/schedule.ts';
import { seeded } from '../../src/memory/shuffle.ts';
import { DAYS, review, START } from './events.ts';

/** A learner who forgets much sooner and learns faster than the published defaults say. */
export const OTHER_PARAMETERS = [
  0.05, 0.3, 0.7, 2, 6.4133, 0.8334, 3.0194, 0.001, 1.2, 0.1666, 0.5, 0.9, 0.0614, 0.2629, 1.6483, 0.6014,
  1.8729, 0.5425, 0.0912, 0.0658, 0.4,
];

/** 2,000 reviews of 200 cards over about four months, of a learner whose memory obeys these parameters; oldest first. */
export function learnerReviews(parameters: readonly number[], seed: number): Review[] {
  const random = seeded(seed);
  const memory = createScheduler({ parameters, fuzz: false });
  const reviews: Review[] = [];
  for (let card = 0; card < 200; card++) {
    let day = Math.floor(random() * 60);
    let state: Performance = NEW;
    for (let count = 0; count < 10; count++) {
      const at = START + day * DAYS;
      const rating = answer(state, memory.retrievability(state, Math.floor(at / DAYS)), random);
      reviews.push(review(card * 10 + count, `card ${card}`, rating, at));
      state = memory.next(state, { at, offset: 0 }, rating, 'x');
      day += 1 + Math.floor(random() * 12);
    }
  }
  return reviews.sort((a, b) => a.at - b.at);
}

function answer(state: Performance, recall: number, random: () => number): Rating {
  if (state.kind === 'new') return RATINGS[Math.floor(random() * 4)] as Rating;
  return random() < recall ? 'good' : 'again';
}
