import { keen } from './phrases.ts';
import { parseQuery } from './query-syntax.ts';
import type { SearchIndex } from './search-index.ts';
import {
  type Note,
  type Reason,
  type Understanding,
  understand,
  type Wanted,
  type WantedTerm,
} from './understand.ts';
import { unitsOf } from './units.ts';

export interface SearchOptions {
  /** Most hits to give; 10 unless told. */
  readonly limit?: number;
  /** Only cards for which this is true. */
  readonly accept?: (card: number) => boolean;
  /** Whole text of a card, to check quoted phrases against; without it their words must all be in the card. */
  readonly text?: (card: number) => string;
}

/** Why a card was found: what was typed, what of it the card has, and how much of the score that gave. */
export interface Match {
  readonly typed: string;
  readonly reason: Reason;
  /** Part of the card's score, 0 to 1. */
  readonly share: number;
}

export interface Hit {
  /** Number of the card in the deck. */
  readonly card: number;
  /** Greater is better; about 0 to 2, comparable between queries. */
  readonly score: number;
  /** How much of what was asked the card speaks of, 0 to 1. */
  readonly coverage: number;
  /** How near the nearest phrasing of the card is to the query, 0 to 1. */
  readonly likeness: number;
  /** Number of the card's group of siblings, 0 when it has none. */
  readonly group: number;
  readonly matches: readonly Match[];
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  /** Whether the best hit answers the query; else the hits are only the nearest there is. */
  readonly confident: boolean;
  /** What was read otherwise than typed. */
  readonly understood: readonly Note[];
  /** What the query was taken to ask, for excerpts and emphasis. */
  readonly wanted: readonly Wanted[];
  /** Names after `topic:`. */
  readonly topics: readonly string[];
}

/** Weight of the nearest phrasing against the weighted words. */
const LIKENESS = 0.5;
/** What a word that no phrase has adds to the length of the query's vector. */
const UNLIKE = 4;
const UNLIKE_PAIR = 2;
/** Weight of a word without a name, against names. */
const PLAIN = 0.5;
/** Rarity given to a word that no card has. */
const UNKNOWN = 4;
/** An unknown pair of Chinese characters is only a part of an unknown word. */
const UNKNOWN_PAIR = 1.4;

/**
 * Ranks the cards of a deck for what a person typed: weighted fields (BM25F) and the nearest phrasing together.
 */
export function search(index: SearchIndex, typed: string, options: SearchOptions = {}): SearchResult {
  const parts = parseQuery(typed);
  const understanding = understand(parts.words, index);
  const ranked = rank(index, understanding, filterOf(index, parts, options));
  const hits = ranked.slice(0, options.limit ?? 10).map((hit) => ({
    ...hit,
    group: index.group(hit.card),
    matches: matchesOf(index, understanding, hit.card),
  }));
  return {
    hits,
    confident: isConfident(hits[0], understanding, index),
    understood: understanding.notes,
    wanted: understanding.wanted,
    topics: parts.topics,
  };
}

interface Ranked {
  readonly card: number;
  readonly score: number;
  readonly coverage: number;
  readonly likeness: number;
}

function rank(index: SearchIndex, { wanted }: Understanding, accepts: (card: number) => boolean): Ranked[] {
  const scores = new Float64Array(index.size);
  const covered = new Float64Array(index.size);
  let mass = 0;
  let knownMass = 0;
  for (const thing of wanted) {
    const weight = massOf(thing, index);
    mass += weight;
    if (weight === 0) continue;
    const own = thing.weight * (thing.named ? 1 : PLAIN);
    const best = new Map<number, number>();
    let known = false;
    for (const term of thing.terms) {
      const facts = index.term(term.text);
      if (!facts) continue;
      known = true;
      index.eachCard(facts, (card, impact) => {
        scores[card] = (scores[card] ?? 0) + own * term.weight * facts.idf * impact;
        const cover = term.weight * Math.min(1, impact / ABOUT);
        if (cover > (best.get(card) ?? 0)) best.set(card, cover);
      });
    }
    if (known) knownMass += weight;
    for (const [card, cover] of best) covered[card] = (covered[card] ?? 0) + cover * weight;
  }
  const likeness = likenesses(index, wanted);
  const ranked: Ranked[] = [];
  for (let card = 0; card < index.size; card++) {
    const words = knownMass > 0 ? (scores[card] ?? 0) / knownMass : 0;
    const near = likeness.get(card) ?? 0;
    if ((words === 0 && near === 0) || !accepts(card)) continue;
    const score = words + LIKENESS * near;
    ranked.push({ card, score, coverage: mass > 0 ? (covered[card] ?? 0) / mass : 0, likeness: near });
  }
  return ranked.sort((a, b) => b.score - a.score || a.card - b.card);
}

/** Impact from which on a card is about a term and does not only mention it. */
const ABOUT = 0.6;

/** How much of the query a thing is: its weight times the rarity of what stands for it. */
function massOf(thing: Wanted, index: SearchIndex): number {
  let rarity = -1;
  for (const term of thing.terms) {
    const facts = index.term(term.text);
    if (facts) rarity = Math.max(rarity, facts.idf * term.weight);
  }
  if (rarity >= 0) return thing.weight * rarity;
  return thing.weight * (thing.partial ? UNKNOWN_PAIR : UNKNOWN);
}

/** For each card the cosine of its nearest phrase with the query. */
function likenesses(index: SearchIndex, wanted: readonly Wanted[]): Map<number, number> {
  const dots = new Map<number, number>();
  let square = 0;
  for (const thing of wanted) {
    let own = 0;
    for (const term of thing.terms) {
      const facts = index.term(term.text);
      if (!facts) continue;
      own += (thing.weight * term.weight * keen(facts.idf)) ** 2;
      const part = thing.weight * term.weight * keen(facts.idf) ** 2;
      index.eachPhrase(facts, (phrase, weight) => {
        dots.set(phrase, (dots.get(phrase) ?? 0) + part * weight);
      });
    }
    square += own > 0 ? own : (thing.weight * (thing.partial ? UNLIKE_PAIR : UNLIKE)) ** 2;
  }
  const near = new Map<number, Nearest>();
  const length = Math.sqrt(square);
  for (const [phrase, dot] of dots) {
    const { card, naming, norm } = index.phrase(phrase);
    const cosine = Math.min(1, dot / (length * norm || 1));
    const nearest = near.get(card) ?? { naming: 0, first: 0, second: 0 };
    near.set(card, nearest);
    if (naming) nearest.naming = Math.max(nearest.naming, cosine);
    if (cosine > nearest.first) {
      nearest.second = nearest.first;
      nearest.first = cosine;
    } else if (cosine > nearest.second) nearest.second = cosine;
  }
  const result = new Map<number, number>();
  for (const [card, { naming, first, second }] of near) {
    result.set(card, Math.max(NAMING * naming, (first + SECOND * second) / (1 + SECOND)));
  }
  return result;
}

interface Nearest {
  naming: number;
  first: number;
  second: number;
}

/** Two phrasings of a card that are near say more than one; the question or a name of it says enough alone. */
const SECOND = 0.3;
const NAMING = 0.8;

/**
 * When the best hit is called an answer: a logistic regression over its coverage, its likeness and the length of
 * the query (a long question is never covered whole), fitted on the judged queries so that about nine of ten
 * questions that no card answers are recognised.
 */
const GATE = { coverage: 9, likeness: 7, length: 3.8, longest: 8, needed: 13.6 };

function isConfident(best: Ranked | undefined, { wanted }: Understanding, index: SearchIndex): boolean {
  if (!best || wanted.every((thing) => massOf(thing, index) === 0)) return false;
  const length = Math.log(1 + Math.min(GATE.longest, wanted.length));
  const worth = GATE.coverage * best.coverage + GATE.likeness * best.likeness + GATE.length * length;
  return worth >= GATE.needed;
}

function matchesOf(index: SearchIndex, { wanted }: Understanding, card: number): Match[] {
  const found = wanted.flatMap((thing) => {
    let best: { term: WantedTerm; gain: number } | undefined;
    let sum = 0;
    for (const term of thing.terms) {
      const impact = impactOn(index, term.text, card);
      const gain = thing.weight * term.weight * impact;
      sum += gain;
      if (gain > (best?.gain ?? 0)) best = { term, gain };
    }
    return best ? [{ typed: thing.typed, reason: best.term.reason, gain: sum }] : [];
  });
  const total = found.reduce((sum, { gain }) => sum + gain, 0);
  return found.map(({ typed, reason, gain }) => ({ typed, reason, share: gain / total }));
}

/** Impact times rarity of a term on one card. */
function impactOn(index: SearchIndex, text: string, card: number): number {
  const facts = index.term(text);
  let found = 0;
  if (facts) {
    index.eachCard(facts, (other, impact) => {
      if (other === card) found = impact * facts.idf;
    });
  }
  return found;
}

function filterOf(
  index: SearchIndex,
  { phrases, excluded, topics }: ReturnType<typeof parseQuery>,
  { accept, text }: SearchOptions,
): (card: number) => boolean {
  const without = new Set(excluded.flatMap((word) => [...cardsWith(index, word)]));
  const needed = phrases.map((phrase) => ({ form: flat(phrase), cards: cardsWith(index, phrase) }));
  const wantedTopics = topics.map((topic) => flat(topic));
  return (card) => {
    if (accept && !accept(card)) return false;
    if (without.has(card)) return false;
    if (!accept && wantedTopics.length > 0 && !wantedTopics.includes(flat(index.topic(card)))) return false;
    return needed.every(({ form, cards }) => (text ? flat(text(card)).includes(form) : cards.has(card)));
  };
}

/** Cards that have all the words of a text. */
function cardsWith(index: SearchIndex, text: string): Set<number> {
  const lists = understand(text, index)
    .wanted.filter((thing) => !thing.terms.every((term) => term.reason === 'everyday'))
    .map(({ terms }) => {
      const cards = new Set<number>();
      const direct = terms.filter((term) => term.reason !== 'broader');
      const main = direct.some((term) => term.reason === 'synonym')
        ? direct.filter((term) => term.reason === 'synonym')
        : direct;
      for (const term of main) {
        const facts = index.term(term.text);
        if (facts) index.eachCard(facts, (card) => cards.add(card));
      }
      return cards;
    });
  const [first, ...others] = lists;
  return new Set([...(first ?? [])].filter((card) => others.every((cards) => cards.has(card))));
}

function flat(text: string): string {
  return unitsOf(text)
    .map((unit) => unit.text)
    .join(' ');
}
