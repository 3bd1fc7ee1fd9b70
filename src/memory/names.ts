import { type CardKey, cardKey } from './card-key.ts';
import { type Aliases, presentId } from './renames.ts';

/** What a card is called now. */
export interface Name {
  readonly card: string;
  readonly key: CardKey;
}

/** The present names of cards, each worked out once: a million reviews name the same few thousand cards. */
export class Names {
  readonly #aliases: Aliases;
  readonly #decks = new Map<string, Map<string, Name>>();

  constructor(aliases: Aliases) {
    this.#aliases = aliases;
  }

  of(deck: string, card: string): Name {
    let names = this.#decks.get(deck);
    if (names === undefined) {
      names = new Map();
      this.#decks.set(deck, names);
    }
    let name = names.get(card);
    if (name === undefined) {
      const id = presentId(this.#aliases, deck, card);
      name = { card: id, key: cardKey(deck, id) };
      names.set(card, name);
    }
    return name;
  }
}
