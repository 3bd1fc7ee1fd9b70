import { seeded, shuffle } from '../memory/shuffle.ts';
import { loadDeck } from '../storage/deck.ts';
import { categoryOf } from './lookup.ts';
import { printCards } from './print.ts';
import type { Run } from './specification.ts';

/** A random card, or `-n` different ones; `--seed` repeats the draw. */
export const run: Run = async ({ options, context, lang }) => {
  const deck = loadDeck(context, options['deck'] as string | undefined, lang);
  const category = options['category'] as string | undefined;
  const cards = category ? deck.cards.filter(categoryOf(deck, category, lang).matches) : deck.cards;
  const seed = (options['seed'] as number | undefined) ?? Math.floor(context.random() * 2 ** 31);
  const drawn = shuffle(cards, seeded(seed)).slice(0, (options['number'] as number | undefined) ?? 1);
  return printCards(deck, drawn, options, context, lang);
};
