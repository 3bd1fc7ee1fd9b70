import { DAY, type Moment, studyDay } from './day.ts';
import { gainPerSecond } from './gain.ts';
import type { Habits } from './habits.ts';
import { isRecalled, RATINGS, type Rating } from './rating.ts';
import type { Performance, Scheduler } from './schedule.ts';
import { seeded } from './shuffle.ts';

export interface Rehearsal {
  readonly scheduler: Scheduler;
  readonly states: readonly Performance[];
  /** Whether a card may be asked at all. */
  readonly isOpen: readonly boolean[];
  readonly habits: Habits;
  readonly now: Moment;
  /** Study day of the interview. */
  readonly day: number;
  /** Seconds of study a day. */
  readonly seconds: number;
  /** Seconds of today's that are used up already. */
  readonly spentToday: number;
}

/**
 * The states on the day of the interview after studying every day from `from` days after today on: the card
 * with the highest gain first, each at most once a day. Answers are drawn from the memory as the scheduler
 * sees it; each card has luck of its own, so that two rehearsals with one seed differ only by what is done.
 */
export function rehearse(plan: Rehearsal, from: number, seed: number): Performance[] {
  const { scheduler, states, isOpen, habits, now, day } = plan;
  const result = [...states];
  const luck = states.map((_, index) => seeded(Math.imul(seed, 7919) ^ Math.imul(index + 1, 0x9e3779b1)));
  const today = studyDay(now);
  for (let date = today + from; date < day; date++) {
    const moment = { at: now.at + (date - today) * DAY, offset: now.offset };
    const gain = gainPerSecond({ scheduler, habits, now: moment, day });
    let seconds = plan.seconds - (date === today ? plan.spentToday : 0);
    const order = result
      .map((state, index) => ({ index, gain: isOpen[index] ? gain(state) : 0 }))
      .filter((each) => each.gain > 0)
      .sort((a, b) => b.gain - a.gain);
    for (const { index } of order) {
      if (seconds <= 0) break;
      const state = result[index] as Performance;
      const rating = answer(
        state,
        scheduler.retrievability(state, date),
        habits,
        luck[index] as () => number,
      );
      seconds -=
        state.kind === 'new'
          ? habits.seconds.first
          : habits.seconds[isRecalled(rating) ? 'recalled' : 'forgotten'];
      result[index] = scheduler.next(state, moment, rating, '');
    }
  }
  return result;
}

function answer(state: Performance, recall: number, habits: Habits, random: () => number): Rating {
  if (state.kind === 'new') return RATINGS[draw(habits.first, random())] ?? 'good';
  if (random() >= recall) return 'again';
  return RATINGS[draw(habits.recalled, random()) + 1] ?? 'good';
}

function draw(chances: readonly number[], at: number): number {
  let rest = at;
  const index = chances.findIndex((chance) => {
    rest -= chance;
    return rest < 0;
  });
  return index === -1 ? chances.length - 1 : index;
}
