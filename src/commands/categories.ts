import { Failure } from '../failure.ts';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';
import type { Categorized, Category } from '../search/category.ts';
import type { Deck } from '../storage/deck.ts';

/**
 * The categories that the user named with `-c` and `--level`.
 * @throws Failure that lists what there is, when a name fits nothing.
 */
export async function categoriesOf(
  deck: Deck,
  options: Readonly<Record<string, unknown>>,
  lang: Language,
): Promise<Category[]> {
  const words = [options['category'], options['level']].filter((word) => typeof word === 'string');
  return Promise.all(words.map((word) => categoryOf(deck, word, lang)));
}

async function categoryOf(deck: Deck, word: string, lang: Language): Promise<Category> {
  const { findCategory } = await import('../search/category.ts');
  const category = await findCategory(word, deck.topics, sectionsOf(deck));
  if (category) return category;
  const names = deck.topics.map((topic) => `${topic.title} (${topic.id})`).join(lang === 'zh' ? '、' : ', ');
  throw new Failure(messages(lang).noCategory(word, names));
}

/** Whether a card is in every one of the categories. */
export function isIn(categories: readonly Category[], card: Categorized): boolean {
  return categories.every((category) => category.matches(card));
}

function sectionsOf(deck: Deck): string[] {
  const sections = Array.from({ length: deck.size }, (_, number) => deck.head(number).section);
  return [...new Set(sections)].filter(Boolean);
}
