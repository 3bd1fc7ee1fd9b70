import type { Context } from '../context.ts';
import type { Moment } from '../memory/day.ts';
import type { QueueCard } from '../memory/queue.ts';
import { type WeakSpot, weakSpots } from '../memory/weak-spots.ts';
import type { History } from '../storage/history.ts';
import { keepsLookUps } from '../storage/look-up-log.ts';
import { readLookUps } from '../storage/look-ups.ts';

/** The weak spots of a deck's cards; look-ups count only while the learner has them kept. */
export function weakSpotsOf(
  cards: readonly QueueCard[],
  history: History,
  { env, utcOffset }: Context,
  now: Moment,
): WeakSpot[] {
  const { data, config } = history.paths;
  const lookUps = keepsLookUps(env, config) ? readLookUps(data, utcOffset) : [];
  return weakSpots(cards, history.progress(), lookUps, now);
}
