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
  const named = nearestName(word, choices);
  if (named) return named;
  const { default: Fuse } = await import('fuse.js');
  const fuse = new Fuse(choices, { keys: ['name'], threshold: 0.4, ignoreLocation: true });
  return fuse.search(normalize(word))[0]?.item;
}

/** What a word after `topic:` means: the topic of this id or title, in either language, or of a piece of it. */
export function findTopic(word: string, topics: readonly Topic[]): Category | undefined {
  return nearestName(word, namedCategories(topics, []));
}

function nearestName(word: string, choices: readonly Category[]): Category | undefined {
  const wanted = normalize(word);
  const exact = choices.find((choice) => normalize(choice.name) === wanted);
  return exact ?? choices.find((choice) => normalize(choice.name).includes(wanted));
}

const LEVELS: Readonly<Record<string, string>> = { 基础: 'basic', 提高: 'intermediate', 专家: 'expert' };

function namedCategories(topics: readonly Topic[], sections: readonly string[]): Category[] {
  const byTopic = topics.flatMap((topic) =>
    [topic.id, topic.title, topic.titleEn]
      .filter(Boolean)
      .map((name) => ({ name, matches: (card: Categorized) => card.topic === topic.id })),
  );
  const bySection = sections.flatMap((section) =>
    [section, (Object.hasOwn(LEVELS, section) && LEVELS[section]) || '']
      .filter(Boolean)
      .map((name) => ({ name, matches: (card: Categorized) => card.section === section })),
  );
  return [...byTopic, ...bySection];
}
