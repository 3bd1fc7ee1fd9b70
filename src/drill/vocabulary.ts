import type { Card } from '../handbook/card.ts';
import { type Lexicon, type Meaning, segmentsOf } from '../search/lexicon.ts';
import { candidatesFor } from '../search/repair.ts';
import type { SearchIndex } from '../search/search-index.ts';
import { joinedKey, stem, unitsOf } from '../search/units.ts';

/** What is known of words when a typed answer is held against key points. */
export interface Vocabulary extends Lexicon {
  /** Greater is more telling; undefined for a term that no card has. */
  rarity(term: string): number | undefined;
  /** What a Latin word with a slip in it stands for; undefined for a known word, and for one that is like none. */
  mend(word: string): string | undefined;
}

const NOTHING = { meaning: undefined, more: false };

/** Knows no names and no cards: all words are alike. */
export const NO_VOCABULARY: Vocabulary = {
  look: () => NOTHING,
  concept: () => undefined,
  mayBegin: () => false,
  rarity: () => 1,
  mend: () => undefined,
};

/**
 * The words of a deck: its search index, which holds the glossary, and the names that its cards give to what they are
 * about. Costs nothing until it is first asked, then a pass over the cards.
 */
export function vocabularyOf(index: SearchIndex, cards: readonly Card[]): Vocabulary {
  let names: Names | undefined;
  return {
    look(key) {
      names ??= namesOf(cards, index);
      const own = names;
      const known = index.look(key);
      const more = known.more || own.beginnings.has(key);
      return { meaning: known.meaning ?? own.meanings.get(key), more };
    },
    concept: (id) => index.concept(id),
    mayBegin: () => true,
    rarity: (term) => index.term(term)?.idf,
    mend(word) {
      if (index.term(stem(word)) !== undefined || index.look(word).meaning !== undefined) return undefined;
      return candidatesFor(word, index).find(({ reason }) => reason === 'typo')?.text;
    },
  };
}

interface Names {
  readonly meanings: ReadonlyMap<string, Meaning>;
  readonly beginnings: ReadonlySet<string>;
}

/**
 * A card whose question, its function words aside, is one of its own aliases is about that thing, and its aliases are
 * other names of it: 什么是缓存穿透？ with `aliases: [缓存穿透, cache penetration]`.
 */
function namesOf(cards: readonly Card[], index: SearchIndex): Names {
  const meanings = new Map<string, Meaning>();
  const beginnings = new Set<string>();
  for (const { id, title, aliases } of cards) {
    const keys = aliases.map(joinedKey);
    const subject = aliases.length > 1 ? withoutStops(title, index) : '';
    if (!keys.includes(subject)) continue;
    const concept = keys.map((key) => index.look(key).meaning?.concept).find(Boolean) ?? `card:${id}`;
    for (const key of keys) {
      if (!meanings.has(key)) meanings.set(key, { stop: false, concept, everyday: [], elsewhere: false });
      for (let end = 1; end < key.length; end++) beginnings.add(key.slice(0, end));
    }
  }
  return { meanings, beginnings };
}

function withoutStops(text: string, index: SearchIndex): string {
  const units = unitsOf(text);
  return segmentsOf(units, index, false)
    .filter(({ meaning }) => !meaning?.stop)
    .flatMap(({ from, to }) => units.slice(from, to).map((unit) => unit.text))
    .join('');
}
