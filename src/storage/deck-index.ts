import { openIndex, type SearchIndex } from '../search/search-index.ts';
import type { Deck } from './deck.ts';

const opened = new WeakMap<Deck, SearchIndex>();

/** The search index of a deck, opened once. Most look-ups need none: a deck knows what names find. */
export function indexOf(deck: Deck): SearchIndex {
  const index = opened.get(deck) ?? openIndex(deck.indexBytes);
  opened.set(deck, index);
  return index;
}
