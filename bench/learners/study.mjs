import { DAY, dateOf, EVENING } from './clock.mjs';
import { createLearner } from './learner.mjs';
import { momentAt, POLICIES } from './policies.mjs';

/**
 * One learner follows one policy for `days` days of `minutes` minutes; the question that runs over the budget
 * is the last one of its day. Gives the true mean recall on the day after, in percent, and the part of the budget used.
 */
export function study(name, seed, { cards: count, days, minutes }, memory) {
  const learner = createLearner(seed, count);
  const cards = Array.from({ length: count }, (_, index) => ({
    deck: 'd',
    id: `c${index}`,
    topic: '',
    group: '',
    index,
  }));
  const policy = POLICIES[name]({ cards, seed, memory, date: dateOf(days) });
  let used = 0;
  let promised;
  for (let day = 0; day < days; day++) {
    let seconds = 0;
    const start = momentAt(day + EVENING);
    policy.begin?.(start);
    if (name === 'ours' && day === Math.floor(days / 2)) {
      promised = 100 * policy.forecast(start, dateOf(days), minutes).onTheDay;
    }
    while (seconds < minutes * 60) {
      const time = day + EVENING + (seconds * 1000) / DAY;
      const index = policy.draw(momentAt(time), day);
      if (index === undefined) break;
      const answer = learner.ask(index, time);
      seconds += answer.seconds;
      policy.rated(index, momentAt(time), answer.grade, day, answer.seconds);
    }
    used += Math.min(seconds, minutes * 60);
  }
  return { recall: learner.score(days), used: (100 * used) / (days * minutes * 60), promised };
}
