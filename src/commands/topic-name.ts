import type { Language } from '../language.ts';
import type { Deck } from '../storage/deck.ts';

/** The name of a topic in a language; its id when the deck does not know it. */
export function topicName(deck: Deck, id: string, lang: Language): string {
  const topic = deck.topics.find((each) => each.id === id);
  return (lang === 'en' && topic?.titleEn) || topic?.title || id;
}
