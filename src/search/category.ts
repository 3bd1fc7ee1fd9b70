import type { Card, Topic } from '../handbook/card.ts';
import { normalize } from './normalize.ts';

/** What a category can look at in a card. */
export type Categorized = Pick<Card, 'topic' | 'section'>;

export interface Category {
  /** What `-c` accepts for it, shown to the user. */
  readonly name: string;
  readonly matches: (card: Categorized) => boolean;
}

/**
 * What a `-c` word means in a deck of these topics and sections: a name, or a piece of one, in either language;
 * else the name that was most likely mistyped.
 */
export async function findCategory(
  word: string,
  topics: readonly Topic[],
  sections: readonly string[],
): Promise<Category | undefined> {
  const choices = namedCategories(topics, sections);
  const wanted = normalize(word);
  const exact = choices.find((choice) => normalize(choice.name) === wanted);
  const part = exact ?? choices.find((choice) => normalize(choice.name).includes(wanted));
  if (part) return part;
  const { default: Fuse } = await import('fuse.js');
  const fuse = new Fuse(choices, { keys: ['name'], threshold: 0.4, ignoreLocation: true });
  return fuse.search(wanted)[0]?.item;
}

const LEVELS: Readonly<Record<string, string>> = { 基础: 'basic', 提高: 'intermediate', 专家: 'expert' };

function namedCategories(topics: readonly Topic[], sections: readonly string[]): Category[] {
  const byTopic = topics.flatMap((topic) =>
    [topic.id, topic.title, topic.titleEn]
      .filter(Boolean)
      .map((name) => ({ name, matches: (card: Categorized) => card.topic === topic.id })),
  );
  const bySection = sections.flatMap((section) =>
    [section, LEVELS[section] ?? '']
      .filter(Boolean)
      .map((name) => ({ name, matches: (card: Categorized) => card.section === section })),
  );
  return [...byTopic, ...bySection];
}
