import { seeded } from './shuffle.ts';

/**
 * The same items with their topics mixed: every stretch of the order holds each topic in about the share that it has of
 * the whole, and within a topic the order given stays, which in a handbook goes from what is basic to what is not. The
 * seed says where each topic begins.
 */
export function interleaved<T>(items: readonly T[], topicOf: (item: T) => string, seed: number): T[] {
  const random = seeded(seed);
  const sizes = new Map<string, number>();
  for (const item of items) sizes.set(topicOf(item), (sizes.get(topicOf(item)) ?? 0) + 1);
  const offsets = new Map([...sizes.keys()].map((topic) => [topic, random()]));
  const met = new Map<string, number>();
  const placed = items.map((item) => {
    const topic = topicOf(item);
    const number = met.get(topic) ?? 0;
    met.set(topic, number + 1);
    return { item, place: (number + (offsets.get(topic) ?? 0)) / (sizes.get(topic) ?? 1) };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ item }) => item);
}
