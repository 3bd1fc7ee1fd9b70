import { studyDay } from './day.ts';
import type { Progress } from './fold.ts';

/**
 * What is left of the last session of chosen cards in a deck, in its order: the cards of a session that began on the
 * study day and has no end in the log, without those reviewed or suspended since. Empty when there is none.
 */
export function unfinished(progress: Progress, deck: string, day: number): string[] {
  const session = progress.sessions.get(deck);
  if (!session || studyDay(session) !== day) return [];
  return session.cards.filter((card) => !session.settled.has(card));
}
