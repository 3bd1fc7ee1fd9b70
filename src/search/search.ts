import { barenessOf, keen } from './phrases.ts';
import { parseQuery, type QueryParts } from './query-syntax.ts';
import type { SearchIndex } from './search-index.ts';
import { type Note, type Reason, type Understanding, understand, type Wanted } from './understand.ts';
import { unitsOf } from './units.ts';

export interface SearchOptions {
  /** Most hits to give; 10 unless told. */
  readonly limit?: number;
  /** Only cards for which this is true. */
  readonly accept?: (card: number) => boolean;
  /** Whether a card is of the topic that a word after `topic:` names; without it the word is the topic's id. */
  readonly inTopic?: (word: string, card: number) => boolean;
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

/**
 * Weight of the nearest phrasing against the weighted words, and what a deck of bare questions adds to it: where a
 * card has one phrasing, that is its question, and being like it says more than being like one of a hundred.
 */
const LIKENESS = 0.4;
const BARE_LIKENESS = 0.8;
/** What a word that no phrase has adds to the length of the query's vector. */
const UNLIKE = 4;
const UNLIKE_PAIR = 2;
/** Weight of a word without a name, against names; and what a deck of bare questions adds to it. */
const PLAIN = 0.58;
const BARE_PLAIN = 0.08;
/** Rarity given to a word that no card has. */
const UNKNOWN = 4;
/** An unknown pair of Chinese characters is only a part of an unknown word. */
const UNKNOWN_PAIR = 1.4;

/**
 * Ranks the cards of a deck for what a person typed: weighted fields (BM25F) and the nearest phrasing together.
 */
export function search(index: SearchIndex, typed: string, options: SearchOptions = {}): SearchResult {
  const parts = parseQuery(typed);
  const exact = searchFor(index, parts, options);
  if (exact.hits.length > 0 || parts.phrases.length === 0) return exact;
  // No card has what stands in quotation marks: what is nearest to its words is no answer, but more than nothing.
  return { ...searchFor(index, { ...parts, phrases: [] }, options), confident: false };
}

function searchFor(index: SearchIndex, parts: QueryParts, options: SearchOptions): SearchResult {
  const understanding = understand(parts.words, index);
  const accepts = filterOf(index, parts, options);
  const limit = options.limit ?? 10;
  // A topic without words asks for all of it.
  const isList = understanding.wanted.length === 0 && parts.topics.length > 0;
  const ranked = isList ? listed(index, accepts, limit) : rank(index, understanding, accepts, limit);
  const matches = matchesOf(
    index,
    understanding,
    ranked.map(({ card }) => card),
  );
  const hits = ranked.map((hit, place) => ({
    ...hit,
    group: index.group(hit.card),
    matches: matches[place] ?? [],
  }));
  return {
    hits,
    confident: isList ? hits.length > 0 : isConfident(hits[0], understanding, index),
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

/** The accepted cards in the order of the deck. */
function listed(index: SearchIndex, accepts: (card: number) => boolean, limit: number): Ranked[] {
  const found: Ranked[] = [];
  for (let card = 0; card < index.size && found.length < limit; card++)
    if (accepts(card)) found.push({ card, score: 0, coverage: 0, likeness: 0 });
  return found;
}

function rank(
  index: SearchIndex,
  { wanted }: Understanding,
  accepts: (card: number) => boolean,
  limit: number,
): Ranked[] {
  const { scores, covered, mass, knownMass } = weigh(index, wanted);
  const cards = candidates(scores, Math.max(CANDIDATES, limit), accepts);
  const near = likenesses(index, wanted, cards);
  const nearness = LIKENESS + BARE_LIKENESS * barenessOf(index.size, index.phrases);
  const ranked = cards.map((card, place) => {
    const words = knownMass > 0 ? (scores[card] as number) / knownMass : 0;
    const likeness = near[place] as number;
    const coverage = mass > 0 ? (covered[card] as number) / mass : 0;
    return { card, score: words + nearness * likeness, coverage, likeness };
  });
  return ranked.sort((a, b) => b.score - a.score || a.card - b.card).slice(0, limit);
}

interface Weighed {
  /** For each card the weighted sum of what it has of the query. */
  readonly scores: Float64Array;
  /** For each card how much of the query's mass it speaks of. */
  readonly covered: Float64Array;
  readonly mass: number;
  /** Mass of what some card knows. */
  readonly knownMass: number;
}

function weigh(index: SearchIndex, wanted: readonly Wanted[]): Weighed {
  const scores = new Float64Array(index.size);
  const covered = new Float64Array(index.size);
  const best = new Float64Array(index.size);
  const plain = PLAIN + BARE_PLAIN * barenessOf(index.size, index.phrases);
  let mass = 0;
  let knownMass = 0;
  for (const thing of wanted) {
    const weight = massOf(thing, index);
    mass += weight;
    if (weight === 0) continue;
    const own = thing.weight * (thing.named ? 1 : plain);
    const known = thing.terms.flatMap((term) => {
      const facts = index.term(term.text);
      return facts ? [{ facts, share: term.weight }] : [];
    });
    if (known.length > 0) knownMass += weight;
    best.fill(0);
    for (const { facts, share } of known) {
      const gain = own * share * facts.idf;
      index.eachCard(facts, (card, impact) => {
        scores[card] = (scores[card] as number) + gain * impact;
        const cover = share * Math.min(1, impact / ABOUT);
        const more = cover - (best[card] as number);
        if (more <= 0) return;
        best[card] = cover;
        covered[card] = (covered[card] as number) + more * weight;
      });
    }
  }
  return { scores, covered, mass, knownMass };
}

/** Cards beyond this place by their words alone are not compared phrase by phrase. */
const CANDIDATES = 500;

/** The cards with the greatest scores above 0 that are accepted, in order of their numbers. */
function candidates(scores: Float64Array, most: number, accepts: (card: number) => boolean): number[] {
  const all: number[] = [];
  for (let card = 0; card < scores.length; card++) {
    if ((scores[card] as number) > 0 && accepts(card)) all.push(card);
  }
  if (all.length <= most) return all;
  const sorted = Float64Array.from(all, (card) => scores[card] as number).sort();
  const least = sorted[sorted.length - most] as number;
  return all.filter((card) => (scores[card] as number) >= least).slice(0, 2 * most);
}

/** Impact from which on a card is about a term and does not only mention it. */
const ABOUT = 0.43;

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

/** For each of some cards, in order of their numbers, how near its nearest phrases are to the query, by cosine. */
function likenesses(index: SearchIndex, wanted: readonly Wanted[], cards: readonly number[]): Float64Array {
  const dots = new Float64Array(index.phrases);
  const { length, touched } = dotProducts(index, wanted, dots);
  // The phrases of a card stand together, in the order of the cards: of most cards none has to be looked at.
  let at = 0;
  return Float64Array.from(cards, (card) => {
    const { from, unnamed, to } = index.phrasesOf(card);
    let naming = 0;
    let first = 0;
    let second = 0;
    while (at < touched.length && (touched[at] as number) < from) at++;
    if (at === touched.length || (touched[at] as number) >= to) return 0;
    const norms = index.phraseNorms(from, to);
    for (; at < touched.length && (touched[at] as number) < to; at++) {
      const phrase = touched[at] as number;
      const cosine = Math.min(1, (dots[phrase] as number) / (length * norms(phrase) || 1));
      if (phrase < unnamed) naming = Math.max(naming, cosine);
      second = Math.max(second, Math.min(first, cosine));
      first = Math.max(first, cosine);
    }
    return Math.max(NAMING * naming, (first + SECOND * second) / (1 + SECOND));
  });
}

/**
 * Adds up the products of the query's terms with those of each phrase; gives the query's length, and the phrases that
 * have any of it, in order.
 */
function dotProducts(
  index: SearchIndex,
  wanted: readonly Wanted[],
  dots: Float64Array,
): { readonly length: number; readonly touched: Uint32Array } {
  const bareness = barenessOf(index.size, index.phrases);
  const touched: number[] = [];
  let square = 0;
  for (const thing of wanted) {
    let own = 0;
    for (const term of thing.terms) {
      const facts = index.term(term.text);
      if (!facts) continue;
      const keenness = keen(facts.idf, bareness);
      own += (thing.weight * term.weight * keenness) ** 2;
      const part = thing.weight * term.weight * keenness ** 2;
      index.eachPhrase(facts, (phrase, weight) => {
        const before = dots[phrase] as number;
        const after = before + part * weight;
        if (before === 0 && after > 0) touched.push(phrase);
        dots[phrase] = after;
      });
    }
    square += own > 0 ? own : (thing.weight * (thing.partial ? UNLIKE_PAIR : UNLIKE)) ** 2;
  }
  return { length: Math.sqrt(square), touched: Uint32Array.from(touched).sort() };
}

/** Two phrasings of a card that are near say more than one; the question or a name of it says enough alone. */
const SECOND = 0.6;
const NAMING = 0.8;

/**
 * When the best hit is called an answer: a logistic regression over its coverage, its likeness, the length of the
 * query (a long question is never covered whole) and how much of it names things of other fields, fitted on judged
 * queries so that more than nine of ten questions that no card answers are recognised. The more phrasings a deck
 * has, the nearer one is to any query by chance: what is needed grows with their number.
 */
const GATE = {
  coverage: 5.5,
  likeness: 5.6,
  length: 2.2,
  longest: 8,
  elsewhere: 19,
  most: 0.35,
  needed: 6.6,
  bare: 0.2,
  phrasings: 0.37,
};

function isConfident(
  best: Ranked | undefined,
  { wanted, elsewhere }: Understanding,
  index: SearchIndex,
): boolean {
  if (!best || wanted.every((thing) => massOf(thing, index) === 0)) return false;
  const length = Math.log(1 + Math.min(GATE.longest, wanted.length));
  const foreign = elsewhere
    .filter(({ terms }) => !isNamed(best.card, terms, index))
    .reduce((sum, { part }) => sum + part, 0);
  const worth =
    GATE.coverage * best.coverage +
    GATE.likeness * best.likeness +
    GATE.length * length -
    GATE.elsewhere * Math.min(GATE.most, foreign);
  const needed = GATE.needed + GATE.bare * barenessOf(index.size, index.phrases);
  return worth >= needed + GATE.phrasings * Math.log(Math.max(1, index.phrases / index.size));
}

/** Whether a question or another name of the card has all of the terms. */
function isNamed(card: number, terms: readonly string[], index: SearchIndex): boolean {
  const { from, unnamed } = index.phrasesOf(card);
  return terms.every((term) => {
    const facts = index.term(term);
    let found = false;
    if (facts)
      index.eachPhrase(facts, (phrase) => {
        found ||= phrase >= from && phrase < unnamed;
      });
    return found;
  });
}

/** For each of the cards what of the query it has. Every list is read once, whatever the number of cards. */
function matchesOf(index: SearchIndex, { wanted }: Understanding, cards: readonly number[]): Match[][] {
  // The place of each card from 1: most cards of a list are none of them, and an array tells that at once.
  const places = new Int32Array(index.size);
  for (const [place, card] of cards.entries()) places[card] = place + 1;
  const found = cards.map(() => [] as { typed: string; reason: Reason; gain: number }[]);
  for (const thing of wanted) {
    const sums = cards.map(() => ({ sum: 0, best: 0, reason: 'literal' as Reason }));
    for (const term of thing.terms) {
      const facts = index.term(term.text);
      if (!facts) continue;
      index.eachCard(facts, (card, impact) => {
        const place = places[card] as number;
        if (place === 0) return;
        const own = sums[place - 1] as (typeof sums)[number];
        const gain = thing.weight * term.weight * facts.idf * impact;
        own.sum += gain;
        if (gain <= own.best) return;
        own.best = gain;
        own.reason = term.reason;
      });
    }
    for (const [place, { sum, reason }] of sums.entries()) {
      if (sum > 0) found[place]?.push({ typed: thing.typed, reason, gain: sum });
    }
  }
  return found.map((matches) => {
    const total = matches.reduce((sum, { gain }) => sum + gain, 0);
    return matches.map(({ typed, reason, gain }) => ({ typed, reason, share: gain / total }));
  });
}

function filterOf(
  index: SearchIndex,
  { phrases, excluded, topics }: QueryParts,
  { accept, inTopic, text }: SearchOptions,
): (card: number) => boolean {
  const without = new Set(excluded.flatMap((word) => [...cardsWith(index, word)]));
  const needed = phrases.map((phrase) => ({ form: flat(phrase), cards: cardsWith(index, phrase) }));
  const isTopic = inTopic ?? ((word, card) => flat(word) === flat(index.topic(card)));
  return (card) => {
    if (accept && !accept(card)) return false;
    if (without.has(card)) return false;
    if (topics.length > 0 && !topics.some((topic) => isTopic(topic, card))) return false;
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
