/** Names a card over all decks. */
export type CardKey = string;

/** Neither a deck's nor a card's id can hold a line break. */
export function cardKey(deck: string, card: string): CardKey {
  return `${deck}\n${card}`;
}
