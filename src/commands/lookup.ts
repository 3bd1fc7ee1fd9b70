import { Failure } from '../failure.ts';
import type { Card } from '../handbook/card.ts';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';
import { type Category, findCategory } from '../search/category.ts';
import { type Hit, type SearchResult, search } from '../search/ranking.ts';
import type { Deck } from '../storage/deck.ts';

export interface Found extends SearchResult {
  readonly cards: readonly Card[];
}

/** Ranks the cards of a deck for what was typed, within a category when one is given. */
export function find(deck: Deck, query: string, limit: number, category?: Category): Found {
  const { hits, confident } = search(deck.index, query, deck.cards.length);
  const kept = hits.filter((hit) => !category || category.matches(cardOf(deck, hit))).slice(0, limit);
  return { hits: kept, confident: confident && kept.length > 0, cards: kept.map((hit) => cardOf(deck, hit)) };
}

/**
 * The category that the user named.
 * @throws Failure that lists what there is, when the name fits nothing.
 */
export function categoryOf(deck: Deck, word: string, lang: Language): Category {
  const category = findCategory(word, deck.topics, deck.cards);
  if (category) return category;
  const names = deck.topics.map((topic) => `${topic.title} (${topic.id})`).join(lang === 'zh' ? '、' : ', ');
  throw new Failure(messages(lang).noCategory(word, names));
}

function cardOf(deck: Deck, hit: Hit): Card {
  const card = deck.cards[hit.card];
  if (!card) throw new RangeError(`The index names card ${hit.card} of ${deck.cards.length}`);
  return card;
}
