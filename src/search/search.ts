import { placeOf } from './bytes.ts';
import { barenessOf, keen } from './phrases.ts';
import { parseQuery, type QueryParts } from './query-syntax.ts';
import type { SearchIndex, TermList } from './search-index.ts';
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
  const things = weighed(index, understanding.wanted);
  const ranked = isList ? listed(index, accepts, limit) : rank(index, things, understanding, accepts, limit);
  const hits = ranked.map((hit) => ({
    ...hit,
    group: index.group(hit.card),
    matches: matchesOf(hit.card, things),
  }));
  return {
    hits,
    confident: isList ? hits.length > 0 : things.length > 0 && isConfident(hits[0], understanding, index),
    understood: understanding.notes,
    wanted: understanding.wanted,
    topics: parts.topics,
  };
}

type Accepts = (card: number) => boolean;

interface Ranked {
  readonly card: number;
  readonly score: number;
  readonly coverage: number;
  readonly likeness: number;
}

/** The accepted cards in the order of the deck. */
function listed(index: SearchIndex, accepts: Accepts | undefined, limit: number): Ranked[] {
  const found: Ranked[] = [];
  for (let card = 0; card < index.size && found.length < limit; card++)
    if (!accepts || accepts(card)) found.push({ card, score: 0, coverage: 0, likeness: 0 });
  return found;
}

function rank(
  index: SearchIndex,
  things: readonly Weighed[],
  { wanted }: Understanding,
  accepts: Accepts | undefined,
  limit: number,
): Ranked[] {
  const { scores, unit } = scoresOf(index, things);
  const cards = candidates(scores, Math.max(CANDIDATES, limit), accepts);
  const near = likenesses(index, wanted, cards);
  const nearness = LIKENESS + BARE_LIKENESS * barenessOf(index.size, index.phrases);
  const mass = things.reduce((sum, thing) => sum + thing.mass, 0);
  const knownMass = things.reduce((sum, thing) => sum + (thing.terms.length > 0 ? thing.mass : 0), 0);
  const total = knownMass / unit;
  return cards
    .map((card, place) => {
      const likeness = near[place] as number;
      const words = total > 0 ? (scores[card] as number) / total : 0;
      return { card, score: words + nearness * likeness, likeness };
    })
    .sort((a, b) => b.score - a.score || a.card - b.card)
    .slice(0, limit)
    .map((hit) => ({ ...hit, coverage: mass > 0 ? coverageOf(hit.card, things) / mass : 0 }));
}

/** A thing wanted, the lists of what it can be found by, and how much each says. */
interface Weighed {
  readonly typed: string;
  /** How much of the query it is. */
  readonly mass: number;
  /** Weight against things that are names. */
  readonly kind: number;
  readonly terms: readonly WeighedTerm[];
}

interface WeighedTerm {
  readonly reason: Reason;
  readonly list: TermList;
  /** How surely it stands for the thing, 0 to 1. */
  readonly share: number;
  /** What a card that is all about it is given. */
  readonly gain: number;
}

function weighed(index: SearchIndex, wanted: readonly Wanted[]): Weighed[] {
  const plain = PLAIN + BARE_PLAIN * barenessOf(index.size, index.phrases);
  return wanted
    .map((thing) => ({ thing, mass: massOf(thing, index) }))
    .filter(({ mass }) => mass > 0)
    .map(({ thing, mass }) => {
      const terms = thing.terms.flatMap(({ text, weight, reason }) => {
        const facts = index.term(text);
        if (!facts) return [];
        return [
          { reason, list: index.cardsWith(facts), share: weight, gain: thing.weight * weight * facts.idf },
        ];
      });
      return { typed: thing.typed, mass, kind: thing.named ? 1 : plain, terms };
    });
}

/** The greatest sum of what is added up in whole numbers. */
const WHOLE = 2 ** 30;

/** For each card the weighted sum of what it has of the query, in units of `unit`. */
function scoresOf(index: SearchIndex, things: readonly Weighed[]): { scores: Int32Array; unit: number } {
  const scores = new Int32Array(index.size);
  const most = things.reduce(
    (sum, { kind, terms }) => terms.reduce((all, { gain }) => all + kind * gain, sum),
    0,
  );
  const unit = most / WHOLE;
  for (const { kind, terms } of things)
    for (const { list, gain } of terms) addUp(scores, list, Math.round((kind * gain) / FULL / unit));
  return { scores, unit };
}

/**
 * Adds the weights of a list to the sums of its numbers. In whole numbers and written out: in a large deck most of a query
 * is done before anything is compiled, when every fraction in between is put on the heap.
 */
function addUp(sums: Int32Array, { numbers, weights }: TermList, part: number): void {
  const { length } = numbers;
  for (let at = 0; at < length; at++) {
    const number = numbers[at] as number;
    sums[number] = (sums[number] as number) + part * (weights[at] as number);
  }
}

/** How much of the query's mass a card speaks of. */
function coverageOf(card: number, things: readonly Weighed[]): number {
  return things.reduce((sum, { mass, terms }) => {
    const covers = terms.map(({ list, share }) => share * Math.min(1, weightOf(card, list) / ABOUT));
    return sum + mass * Math.max(0, ...covers);
  }, 0);
}

/** How much a term weighs in a card, 0 where it is not. */
function weightOf(card: number, { numbers, weights }: TermList): number {
  const place = placeOf(numbers, card);
  return numbers[place] === card ? (weights[place] as number) : 0;
}

/** Cards beyond this place by their words alone are not compared phrase by phrase. */
const CANDIDATES = 500;

/** The cards with the greatest scores above 0 that are accepted, in order of their numbers. */
function candidates(scores: Int32Array, most: number, accepts: Accepts | undefined): number[] {
  if (accepts)
    for (let card = 0; card < scores.length; card++)
      if ((scores[card] as number) > 0 && !accepts(card)) scores[card] = 0;
  const least = scores.length > most ? (scores.slice().sort()[scores.length - most] as number) : 0;
  const found: number[] = [];
  for (let card = 0; card < scores.length && found.length < 2 * most; card++) {
    const score = scores[card] as number;
    if (score > 0 && score >= least) found.push(card);
  }
  return found;
}

/** The byte of the greatest weight. */
const FULL = 255;
/** Impact from which on a card is about a term and does not only mention it. */
const ABOUT = 0.43 * FULL;

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
  const { length, dots, unit } = dotProducts(index, wanted);
  const ranges = index.phraseRanges();
  const norms = index.phraseNorms();
  const found = new Float64Array(cards.length);
  for (const [place, card] of cards.entries()) {
    const unnamed = ranges[2 * card + 1] as number;
    const to = ranges[2 * card + 2] as number;
    let naming = 0;
    let first = 0;
    let second = 0;
    for (let phrase = ranges[2 * card] as number; phrase < to; phrase++) {
      const dot = dots[phrase] as number;
      if (dot === 0) continue;
      const norm = (length * (norms[phrase] as number)) / 1000;
      const cosine = Math.min(1, (dot * unit) / (norm || 1));
      if (phrase < unnamed) naming = Math.max(naming, cosine);
      second = Math.max(second, Math.min(first, cosine));
      first = Math.max(first, cosine);
    }
    found[place] = Math.max(NAMING * naming, (first + SECOND * second) / (1 + SECOND));
  }
  return found;
}

/** The products of the query's terms with those of each phrase, added up in units of `unit`; and the query's length. */
function dotProducts(
  index: SearchIndex,
  wanted: readonly Wanted[],
): { readonly length: number; readonly dots: Int32Array; readonly unit: number } {
  const bareness = barenessOf(index.size, index.phrases);
  const parts: { readonly list: TermList; readonly part: number }[] = [];
  let square = 0;
  for (const thing of wanted) {
    let own = 0;
    for (const term of thing.terms) {
      const facts = index.term(term.text);
      if (!facts) continue;
      const keenness = keen(facts.idf, bareness);
      own += (thing.weight * term.weight * keenness) ** 2;
      parts.push({ list: index.phrasesWith(facts), part: thing.weight * term.weight * keenness ** 2 });
    }
    square += own > 0 ? own : (thing.weight * (thing.partial ? UNLIKE_PAIR : UNLIKE)) ** 2;
  }
  const dots = new Int32Array(index.phrases);
  const unit = parts.reduce((sum, { part }) => sum + part, 0) / WHOLE;
  for (const { list, part } of parts) addUp(dots, list, Math.round(part / FULL / unit));
  return { length: Math.sqrt(square), dots, unit };
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
  if (!best) return false;
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
  const ranges = index.phraseRanges();
  const [from, unnamed] = [ranges[2 * card] as number, ranges[2 * card + 1] as number];
  return terms.every((term) => {
    const facts = index.term(term);
    if (!facts) return false;
    const { numbers } = index.phrasesWith(facts);
    return (numbers[placeOf(numbers, from)] ?? unnamed) < unnamed;
  });
}

/** What of the query a card has. */
function matchesOf(card: number, things: readonly Weighed[]): Match[] {
  const found = things.map(({ typed, terms }) => {
    const gains = terms.map(({ gain, list }) => gain * weightOf(card, list));
    const best = gains.indexOf(Math.max(...gains));
    const gain = gains.reduce((sum, own) => sum + own, 0);
    return { typed, reason: terms[best]?.reason ?? 'literal', gain };
  });
  const total = found.reduce((sum, { gain }) => sum + gain, 0);
  return found
    .filter(({ gain }) => gain > 0)
    .map(({ typed, reason, gain }) => ({ typed, reason, share: gain / total }));
}

/** What a card has to be; undefined when any will do. */
function filterOf(
  index: SearchIndex,
  { phrases, excluded, topics }: QueryParts,
  { accept, inTopic, text }: SearchOptions,
): Accepts | undefined {
  if (!accept && phrases.length + excluded.length + topics.length === 0) return undefined;
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
        if (facts) for (const card of index.cardsWith(facts).numbers) cards.add(card);
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
