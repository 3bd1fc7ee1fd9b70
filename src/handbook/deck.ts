import type { Card, Topic } from './card.ts';
import type { Handbook } from './parse.ts';
import { finding, type Problem, problemsOf } from './problem.ts';
import { groupSiblings, pairFinding } from './siblings.ts';

/** Several handbooks as one thing to study. */
export interface Deck {
  /** In the order of their `order`, then as given. */
  readonly topics: readonly Topic[];
  /** In the order of the topics; every id is unique. */
  readonly cards: readonly Card[];
  readonly problems: readonly Problem[];
}

/**
 * Joins handbooks to a deck: topics in their order, ids made unique (a later card gets its topic's id
 * in front), duplicates across files reported.
 */
export function joinHandbooks(handbooks: readonly Handbook[]): Deck {
  const ordered = handbooks
    .map((handbook, at) => ({ handbook, at }))
    .sort((a, b) => orderOf(a.handbook) - orderOf(b.handbook) || a.at - b.at)
    .map(({ handbook }) => handbook);
  const problems = handbooks.flatMap((handbook) => [...handbook.problems]);
  const topics = uniqueTopics(ordered, problems);
  const cards = uniqueCards(
    ordered.flatMap((handbook, at) => handbook.cards.map((card) => withTopic(card, topics[at] as Topic))),
    problems,
  );
  // Within one handbook they were grouped when it was read.
  if (handbooks.length === 1) return { topics, cards, problems };
  const siblings = groupSiblings(cards);
  for (const pair of siblings.pairs) {
    // Pairs within a file were reported when it was read.
    if (pair.earlier.file !== pair.later.file)
      problems.push(...problemsOf(pair.later.file, [pairFinding(pair)]));
  }
  return { topics, cards: siblings.cards, problems };
}

/** Topics without an `order` come after those with one. */
function orderOf({ topic }: Handbook): number {
  return topic.order === 0 ? Number.MAX_VALUE : topic.order;
}

function uniqueTopics(handbooks: readonly Handbook[], problems: Problem[]): Topic[] {
  const taken = new Map<string, string>();
  return handbooks.map(({ topic }) => {
    const other = taken.get(topic.id);
    const id = other === undefined ? topic.id : free(topic.id, taken);
    if (other !== undefined) {
      const args = { id: topic.id, other, renamed: id };
      problems.push(...problemsOf(topic.file, [finding('topic-duplicate', 1, args)]));
    }
    taken.set(id, topic.file);
    return id === topic.id ? topic : { ...topic, id };
  });
}

function withTopic(card: Card, topic: Topic): Card {
  return card.topic === topic.id ? card : { ...card, topic: topic.id };
}

function uniqueCards(cards: readonly Card[], problems: Problem[]): Card[] {
  const taken = new Map<string, string>();
  return cards.map((card) => {
    const other = taken.get(card.id);
    const id = other === undefined ? card.id : free(`${card.topic}-${card.id}`, taken);
    if (other !== undefined) {
      const args = { id: card.id, other, renamed: id };
      problems.push(...problemsOf(card.file, [finding('id-duplicate', card.line, args)]));
    }
    taken.set(id, card.title);
    return id === card.id ? card : { ...card, id };
  });
}

function free(id: string, taken: ReadonlyMap<string, string>): string {
  if (!taken.has(id)) return id;
  let next = 1;
  while (taken.has(`${id}-${next}`)) next++;
  return `${id}-${next}`;
}
