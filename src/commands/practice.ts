import type { Context } from '../context.ts';
import type { Card } from '../handbook/card.ts';
import { dateToDay, type Moment, studyDay } from '../memory/day.ts';
import { allReviews, type Progress } from '../memory/fold.ts';
import type { QueueCard } from '../memory/queue.ts';

/** Now, with the learner's clock. */
export function momentOf(context: Pick<Context, 'now' | 'utcOffset'>): Moment {
  const at = context.now();
  return { at, offset: context.utcOffset(at) };
}

/** Cards as the memory looks at them. */
export function queueCards(deck: string, cards: readonly Card[]): QueueCard[] {
  return cards.map(({ id, topic, group }) => ({ deck, id, topic, group }));
}

/** The interview of the learner's plan, seen from a day. */
export interface Interview {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Study days until then; 0 on the day, negative after it. */
  readonly daysLeft: number;
  /** Minutes of study a day. */
  readonly minutes: number;
  /** Milliseconds of today's minutes that are not used up. */
  readonly left: number;
}

/** The interview that is planned, or undefined. */
export function interviewOf(progress: Progress, now: Moment): Interview | undefined {
  const { plan } = progress;
  const day = plan && dateToDay(plan.date);
  if (!plan || day === undefined) return undefined;
  const today = studyDay(now);
  const spent = allReviews(progress).days.get(today)?.spent ?? 0;
  return {
    date: plan.date,
    daysLeft: day - today,
    minutes: plan.minutes,
    left: Math.max(0, plan.minutes * 60_000 - spent),
  };
}
