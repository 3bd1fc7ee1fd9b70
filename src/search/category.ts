import Fuse from 'fuse.js';
import type { Card, Topic } from '../handbook/card.ts';
import { normalize } from './tokens.ts';

export interface Category {
  /** What `-c` accepts for it, shown to the user. */
  readonly name: string;
  readonly matches: (card: Card) => boolean;
}

/** What a `-c` word can mean in this deck: its topics and its sections, each under all of its names. */
export function findCategory(
  word: string,
  topics: readonly Topic[],
  cards: readonly Card[],
): Category | undefined {
  const choices = namedCategories(topics, cards);
  const wanted = normalize(word);
  const exact = choices.find((choice) => normalize(choice.name) === wanted);
  if (exact) return exact;
  // Ordinary typing is a beginning or a piece of the name; only then is it a slip.
  const part = choices.find((choice) => normalize(choice.name).includes(wanted));
  if (part) return part;
  const fuse = new Fuse(choices, { keys: ['name'], threshold: 0.4, ignoreLocation: true });
  return fuse.search(wanted)[0]?.item;
}

const LEVELS: Readonly<Record<string, string>> = { 基础: 'basic', 提高: 'intermediate', 专家: 'expert' };

function namedCategories(topics: readonly Topic[], cards: readonly Card[]): Category[] {
  const byTopic = topics.flatMap((topic) =>
    [topic.id, topic.title, topic.titleEn]
      .filter(Boolean)
      .map((name) => ({ name, matches: (card: Card) => card.topic === topic.id })),
  );
  const sections = [...new Set(cards.map((card) => card.section))].filter(Boolean);
  const bySection = sections.flatMap((section) =>
    [section, LEVELS[section] ?? '']
      .filter(Boolean)
      .map((name) => ({ name, matches: (card: Card) => card.section === section })),
  );
  return [...byTopic, ...bySection];
}
