import type { Progress } from '../../src/memory/fold.ts';
import { LATEST } from '../../src/memory/habits.ts';

/** Everything of a progress that can be compared, in its order. */
export function derivedOf({ scheduler, sessions, cards, decks, answers, ...rest }: Progress) {
  return {
    ...rest,
    cards: [...cards],
    answers: Array.from({ length: Math.min(answers.count, LATEST) }, (_, place) => [
      answers.kinds[place],
      answers.ms[place],
    ]),
    count: answers.count,
    decks: [...decks],
    // Which cards besides its own were rated since is no matter to a session.
    sessions: Array.from(sessions, ([deck, session]) => [
      deck,
      { ...session, settled: session.cards.filter((card) => session.settled.has(card)) },
    ]),
    options: scheduler.options,
  };
}
