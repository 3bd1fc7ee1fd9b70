import { type CardKey, cardKey } from './card-key.ts';
import type { LogEvent } from './event.ts';

/** Former ids of cards, by deck. */
export type Aliases = ReadonlyMap<CardKey, string>;

/** Former id to later id, by deck. An id that is taken again stops being a former one. Events that count, in order. */
export function renames(history: readonly LogEvent[]): Aliases {
  const aliases = new Map<CardKey, string>();
  for (const event of history) {
    if (event.type !== 'rename' || event.card === event.to) continue;
    aliases.set(cardKey(event.deck, event.card), event.to);
    aliases.delete(cardKey(event.deck, event.to));
  }
  return aliases;
}

/** The id that a card has now. */
export function presentId(aliases: Aliases, deck: string, card: string): string {
  if (aliases.size === 0) return card;
  let id = card;
  for (let next = aliases.get(cardKey(deck, id)); next !== undefined; next = aliases.get(cardKey(deck, id)))
    id = next;
  return id;
}
