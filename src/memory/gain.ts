import { type Moment, studyDay } from './day.ts';
import type { Habits } from './habits.ts';
import { RATINGS } from './rating.ts';
import type { Performance, Reviewed, Scheduler } from './schedule.ts';

/** What is gained by asking a card now. */
export type Gain = (performance: Performance) => number;

export interface GainOptions {
  readonly scheduler: Scheduler;
  readonly habits: Habits;
  readonly now: Moment;
  /** Study day of the interview. */
  readonly day: number;
}

/**
 * The rise in the probability of recall on the day of the interview that one question is expected to bring,
 * per second it is expected to take. A card never seen counts as not recalled. Values are kept for as long
 * as the same state is asked about, so a whole deck can be put in order after every rating.
 */
export function gainPerSecond({ scheduler, habits, now, day }: GainOptions): Gain {
  const today = studyDay(now);
  const known = new WeakMap<Performance, number>();
  const recallOnTheDay = (state: Reviewed) => scheduler.recallAfter(state.stability, day - state.lastDay);

  function value(state: Performance): number {
    const outcomes = RATINGS.map((rating) => recallOnTheDay(scheduler.next(state, now, rating, '')));
    if (state.kind === 'new') return expected(habits.first, outcomes) / habits.seconds.first;
    const recall = scheduler.retrievability(state, today);
    const [forgotten = 0, ...recalled] = outcomes;
    const after = recall * expected(habits.recalled, recalled) + (1 - recall) * forgotten;
    const seconds = recall * habits.seconds.recalled + (1 - recall) * habits.seconds.forgotten;
    return (after - recallOnTheDay(state)) / seconds;
  }

  return (state) => {
    let gain = known.get(state);
    if (gain === undefined) {
      gain = value(state);
      known.set(state, gain);
    }
    return gain;
  };
}

function expected(chances: readonly number[], values: readonly number[]): number {
  return chances.reduce((sum, chance, index) => sum + chance * (values[index] ?? 0), 0);
}
