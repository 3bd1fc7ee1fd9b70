import type { Context } from '../context.ts';
import { messages } from '../messages.ts';
import type { Deck } from '../storage/deck.ts';
import { noteLookUp } from '../storage/look-up-log.ts';
import type { Look } from '../terminal/look.ts';
import { pick } from '../terminal/question.ts';
import { visibleLine } from '../terminal/sanitize.ts';
import { find } from './lookup.ts';
import { printCards } from './print.ts';

const MOST = 10;

/** Lets the user pick one of the `first` cards, reads it to them, and comes back, until they leave. Typing searches anew. */
export async function pickAndRead(
  deck: Deck,
  first: readonly number[],
  context: Context,
  look: Look,
): Promise<number> {
  for (;;) {
    const chosen = await pick(context, messages(look.lang).pick, (typed) => {
      const numbers = typed?.trim() ? find(deck, typed, MOST).hits.map((hit) => hit.card) : first;
      return numbers.map((number) => ({ name: visibleLine(deck.head(number).title), value: number }));
    });
    if (chosen === undefined) return 0;
    await printCards(deck, [chosen], {}, context, look);
    noteLookUp(context, deck.id, deck.head(chosen).id, 'search');
  }
}
