import type { Topic } from '../handbook/card.ts';

/** Where a card stands, for the line above its title. */
export interface Place {
  /** Title of the topic. */
  readonly topic: string;
  /** Level within the topic, or empty. */
  readonly section: string;
  /** Said at the end of the line, such as `3/20`. */
  readonly aside?: string | undefined;
}

/** Where a card stands in a deck of these topics. */
export function placeOf(
  topics: readonly Topic[],
  card: { readonly topic: string; readonly section: string },
): Place {
  const topic = topics.find(({ id }) => id === card.topic);
  return { topic: topic?.title ?? card.topic, section: card.section };
}
