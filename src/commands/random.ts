import { seeded, shuffle } from '../memory/shuffle.ts';
import { loadDeck } from '../storage/deck.ts';
import { categoriesOf, isIn } from './categories.ts';
import { lookOf } from './look.ts';
import { printCards } from './print.ts';
import type { Run } from './specification.ts';

/** A random card, or `-n` different ones; `--seed` repeats the draw. */
export const run: Run = async ({ options, context, lang }) => {
  const deck = await loadDeck(context, options['deck'] as string | undefined, lang);
  const categories = await categoriesOf(deck, options, lang);
  const numbers = Array.from({ length: deck.size }, (_, number) => number).filter((number) =>
    isIn(categories, deck.head(number)),
  );
  const seed = (options['seed'] as number | undefined) ?? Math.floor(context.random() * 2 ** 31);
  const drawn = shuffle(numbers, seeded(seed)).slice(0, (options['number'] as number | undefined) ?? 1);
  return printCards(deck, drawn, options, context, await lookOf(context, lang));
};
