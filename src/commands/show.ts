import { messages } from '../messages.ts';
import { loadDeck } from '../storage/deck.ts';
import { lookFor } from '../terminal/look.ts';
import { find } from './lookup.ts';
import { printCards } from './print.ts';
import { hitLines } from './search.ts';
import type { Run } from './specification.ts';

/** How many others are named under the answer. */
const RUNNERS_UP = 3;

/** Prints the best answer for an id, an alias or any words; exit code 1 when nothing fits. */
export const run: Run = async ({ words, options, context, lang }) => {
  const deck = loadDeck(context, options['deck'] as string | undefined, lang);
  const query = words.join(' ');
  const found = find(deck, query, 1 + RUNNERS_UP);
  const [best, ...others] = found.cards;
  const look = lookFor(context, { lang });
  const say = messages(lang);
  if (!best || !found.confident) {
    context.stderr.write(`${say.nothingFound(query)}\n`);
    if (found.cards.length > 0)
      context.stderr.write(`${say.nearest}\n${hitLines(found.cards, look).join('\n')}\n`);
    return 1;
  }
  const code = await printCards(deck, [best], options, context, lang);
  if (others.length > 0 && context.stdout.isTTY && !options['json'])
    context.stderr.write(`\n${say.alsoFound}\n${hitLines(others, look).join('\n')}\n`);
  return code;
};
