import type { Deck } from '../storage/deck.ts';
import { viewAnswer } from '../terminal/answer-view.ts';
import type { Look } from '../terminal/look.ts';
import { placeOf } from '../terminal/place.ts';
import { guard } from '../terminal/sanitize.ts';

export { page } from '../terminal/pager.ts';

/** The answers of cards, set for the standard output. */
export function answersText(deck: Deck, numbers: readonly number[], look: Look): string {
  const set = (number: number): string => {
    const head = deck.head(number);
    return viewAnswer(head.title, deck.tree(number), placeOf(deck.topics, head), look);
  };
  return guard(numbers.map(set).join('\n\n'));
}
