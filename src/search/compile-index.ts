import { counting, type Progress, unwatched } from '../handbook/progress.ts';
import { compoundsOf } from './compounds.ts';
import { FIELDS, type Field, type SearchableCard, textsOf } from './fields.ts';
import { assemble, columns, numbers, texts, wordMasks, writeTerms } from './index-writer.ts';
import type { Knowledge } from './knowledge.ts';
import { withNamesOf } from './learnt.ts';
import { MemoryLexicon } from './lexicon.ts';
import { barenessOf, Phrases, phraseNorms } from './phrases.ts';
import { readingsFrom } from './pinyin.ts';
import { Postings, type TermLists } from './postings.ts';
import { openIndex, type SearchIndex } from './search-index.ts';
import { SpellingBook } from './spelling-book.ts';
import { CountLog, type Counts, Tally, TermBook } from './term-book.ts';
import { KIND, TermReader } from './term-reader.ts';
import { ACROSS, BROADER, CHAIN, INSIDE, joinedTerm, PAIR } from './terms.ts';
import { HAN } from './token-text.ts';
import { unitsOf } from './units.ts';
import { WordBook } from './word-book.ts';

/**
 * Saturation of repeated words, as in BM25 (Robertson & Zaragoza 2009, §3.6): more than the usual 1.2, with which a
 * word that an answer has three times says nearly as much as one in the question.
 */
const K1 = 4;
/** The same in a deck of bare questions, where the answers have to tell more. */
const BARE_K1 = 2;
const BARE_ANSWER = 1.3;
/** What each unit of a bare question that says nothing adds to its length: of two questions about a thing, the
 * plainest asks for it itself. */
const BARE_STOP = 0.02;
/** Words of many phrasings count up to this often … */
const ASKS_FULL = 3;
/** … and half of it when this many phrasings have them: one phrasing alone is weak evidence. */
const ASKS_HALF = 4;
/** A pair of characters that an answer has so often is a word that people may ask for in pinyin. */
const SALIENT = 3;
/** What a pair in a naming field counts: more than any answer has. */
const NAMES = 1e9;

/** Part of the time that reading the texts takes; the rest goes into writing. */
const TEXTS = 0.85;

/** Weight of each kind of term in a card; a pair made across a name's edge is as good as any other there. */
const IN_CARD = weights({ broader: BROADER, broadest: BROADER ** 2, inside: INSIDE });
/** The same in a phrase. */
const IN_PHRASE = weights({
  broader: BROADER,
  broadest: BROADER ** 2,
  inside: INSIDE,
  across: ACROSS,
  pair: PAIR,
  insidePair: INSIDE,
  chain: CHAIN,
});

/** Compiles the search index of a deck to bytes; the order of `cards` gives the card numbers. Linear in the texts. */
export function compileIndex(
  cards: readonly SearchableCard[],
  knowledge: Knowledge,
  progress: Progress = unwatched,
): Uint8Array {
  const compiler = new IndexCompiler(knowledge);
  const step = counting(progress, 0, TEXTS, cards.length);
  for (const [number, card] of cards.entries()) {
    step(number);
    compiler.add(card);
  }
  return compiler.finish(cards);
}

/** The index of a deck, ready to search. */
export function buildIndex(cards: readonly SearchableCard[], knowledge: Knowledge): SearchIndex {
  return openIndex(compileIndex(cards, knowledge));
}

/** What is known of a card by field: the length of its texts, and how often it has each term. */
interface Counted {
  readonly lengths: readonly number[];
  readonly counts: readonly Counts[];
}

/** Where the cards of a deck belong: what an index needs of them beside their texts. */
export type Grouped = Pick<SearchableCard, 'topic' | 'group'>;

/** What a deck says itself is learnt from so many cards; the others are read with it as they come. */
const LEARNT_FROM = 1000;

/** Compiles an index of cards as they come; their order gives their numbers. */
export class IndexCompiler {
  readonly #knowledge: Knowledge;
  #waiting: SearchableCard[] = [];
  #reader: CardReader | undefined;

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
  }

  add(card: SearchableCard): void {
    if (this.#reader) this.#reader.add(card);
    else if (this.#waiting.push(card) === LEARNT_FROM) this.#start(true);
  }

  /** The bytes of the index, once all cards are added: `grouped` says where each belongs. */
  finish(grouped: readonly Grouped[]): Uint8Array {
    return (this.#reader ?? this.#start(false)).finish(grouped);
  }

  /** `large`: more cards may come, so that any term may yet be asked about. */
  #start(large: boolean): CardReader {
    const reader = new CardReader(withNamesOf(this.#waiting, this.#knowledge, large));
    for (const card of this.#waiting) reader.add(card);
    this.#waiting = [];
    this.#reader = reader;
    return reader;
  }
}

/** Reads cards with all names known. */
class CardReader {
  readonly #knowledge: Knowledge;
  readonly #lexicon: MemoryLexicon;
  readonly #terms = new TermBook();
  readonly #postings = new Postings();
  readonly #phrases = new Phrases();
  readonly #reader: TermReader;
  readonly #words: WordBook;
  readonly #spellings: SpellingBook;
  /** By number of a word of two characters, how often it is in answers; NAMES when it is in a naming field. */
  readonly #pairs = new Tally();
  readonly #cards: Counted[] = [];
  /** What the fields of all cards count: it weighs only when the mean lengths are known. */
  readonly #log = new CountLog();
  /** Counts of one field, of one phrase, and the weighted sums of one card. */
  readonly #counts = new Tally();
  readonly #phrase = new Tally();
  readonly #sums = new Tally();
  /** Units of each phrase that say nothing. */
  readonly #stops: number[] = [];

  constructor(knowledge: Knowledge) {
    this.#knowledge = knowledge;
    this.#lexicon = new MemoryLexicon(knowledge);
    this.#reader = new TermReader(this.#lexicon, this.#terms);
    this.#words = new WordBook(this.#lexicon, this.#reader.tokens);
    this.#spellings = new SpellingBook(readingsFrom(knowledge.pinyin), this.#reader.tokens);
  }

  add(card: SearchableCard): void {
    const fields = textsOf(card, this.#knowledge.asks[card.id] ?? []);
    this.#phrases.startCard();
    const counts = FIELDS.map((field, number) => {
      for (const text of fields[number] ?? []) this.#addText(text, field);
      return this.#log.take(this.#counts);
    });
    this.#cards.push({ lengths: fields.map(lengthOf), counts });
  }

  finish(grouped: readonly Grouped[]): Uint8Array {
    const means = meanLengths(this.#cards);
    for (const [card, counted] of this.#cards.entries()) this.#weigh(card, counted, means);
    this.#addNames();
    this.#addPairs();
    return this.#write(grouped);
  }

  /** Adds up what the fields of a card count, by weight and length. */
  #weigh(card: number, { lengths, counts: counted }: Counted, means: readonly number[]): void {
    const sums = this.#sums;
    for (const [number, field] of FIELDS.entries()) {
      const part = (field.lengthPart * (lengths[number] as number)) / Math.max(1, means[number] ?? 1);
      const norm = 1 - field.lengthPart + part;
      const isAsks = field.name === 'asks';
      const more = field.name === 'answer' ? 1 + (BARE_ANSWER - 1) * this.#bareness : 1;
      const { terms, counts, start, end } = counted[number] as Counts;
      for (let at = start; at < end; at++) {
        const count = counts[at] as number;
        const damped = isAsks ? (ASKS_FULL * count) / (count + ASKS_HALF) : count;
        sums.add(terms[at] as number, (field.weight * more * damped) / norm);
      }
    }
    const k1 = K1 + (BARE_K1 - K1) * this.#bareness;
    for (let touched = 0; touched < sums.count; touched++) {
      const term = sums.touched[touched] as number;
      const sum = sums.take(term);
      this.#postings.push(term, card, sum / (k1 + sum));
    }
    sums.count = 0;
  }

  get #bareness(): number {
    return barenessOf(this.#cards.length, this.#phrases.size);
  }

  #addText(text: string, field: Field): void {
    const reader = this.#reader;
    reader.read(text, field.phrases);
    for (let at = 0; at < reader.count; at++) {
      const term = reader.terms[at] as number;
      const kind = reader.kinds[at] as number;
      this.#counts.add(term, IN_CARD[kind] as number);
      if (field.phrases && kind !== KIND.loose) this.#phrase.raise(term, IN_PHRASE[kind] as number);
      if (kind === KIND.hanWord) this.#pairs.add(term, field.naming ? NAMES : 1);
    }
    if (field.phrases) {
      this.#phrases.add(field.naming, this.#phrase);
      this.#stops.push(reader.stops);
    }
    if (field.name === 'aliases') this.#spellings.addName(reader.text);
    this.#words.collect(reader.text, field.naming);
    if (field.naming && reader.text.hasLatinPair) this.#addCompounds(text);
  }

  #addCompounds(text: string): void {
    for (const compound of compoundsOf(text, unitsOf(text))) {
      this.#counts.add(this.#terms.idOf(joinedTerm(compound)), 1);
      this.#words.add(compound, true);
    }
  }

  /** Names can be mistyped too, and asked for in pinyin, even those that no card uses. */
  #addNames(): void {
    const { text, tokens } = this.#reader;
    for (const concept of this.#knowledge.concepts) {
      for (const name of concept.names) {
        text.read(name);
        this.#words.collect(text, !concept.general);
        this.#spellings.addName(text);
        const isLatin = text.marks.subarray(0, text.size).every((mark) => (mark & HAN) === 0);
        const joined = Array.from(text.tokens.subarray(0, text.size), (token) => tokens.textOf(token)).join(
          '',
        );
        if (isLatin) this.#words.add(joined, !concept.general);
      }
    }
  }

  /** Words of two characters that people may ask for in pinyin. */
  #addPairs(): void {
    const terms = this.#terms.terms();
    for (let at = 0; at < this.#pairs.count; at++) {
      const term = this.#pairs.touched[at] as number;
      const count = this.#pairs.take(term);
      if (count >= SALIENT) this.#spellings.addWord(terms[term] as string, count >= NAMES ? 1 : 0);
    }
    this.#pairs.count = 0;
  }

  #write(cards: readonly Grouped[]): Uint8Array {
    const { names, concepts } = this.#lexicon.encoded();
    const [nameKeys, meanings] = columns(names);
    const [conceptIds, conceptFacts] = columns(concepts);
    const [words, naming] = columns(this.#words.words);
    const { full, initials } = this.#spellings.tables();
    const [spellings, spelt] = columns(full);
    const [initialKeys, initialed] = columns(initials);
    const topics = [...new Set(cards.map((card) => card.topic))].sort();
    const topicNumbers = new Map(topics.map((topic, index) => [topic, index]));
    const groups = [...new Set(cards.map((card) => card.group))].filter(Boolean);
    const groupNumbers = new Map(groups.map((group, index) => [group, index + 1]));
    const { norms, ...terms } = this.#writeTerms();
    return assemble({
      ...terms,
      counts: numbers([cards.length, this.#phrases.size]),
      names: texts(nameKeys),
      meanings: texts(meanings),
      conceptIds: texts(conceptIds),
      conceptFacts: texts(conceptFacts),
      phraseRanges: numbers([...this.#phrases.ranges, this.#phrases.size]),
      phraseNorms: numbers(norms.map((norm) => Math.round(norm * 1000))),
      words: texts(words),
      wordMasks: wordMasks(words),
      wordStrengths: Uint8Array.from(naming, Number),
      spellings: texts(spellings),
      spellingMasks: wordMasks(spellings),
      spelt: texts(spelt),
      initials: texts(initialKeys),
      initialed: texts(initialed),
      readings: texts([this.#knowledge.pinyin]),
      groups: numbers(cards.map((card) => groupNumbers.get(card.group) ?? 0)),
      cardTopics: numbers(cards.map((card) => topicNumbers.get(card.topic) ?? 0)),
      topics: texts(topics),
    });
  }

  #writeTerms(): ReturnType<typeof writeTerms> & { norms: number[] } {
    const terms = this.#terms.terms();
    const cards = this.#postings.byTerm(terms.length);
    const phrases = this.#phrases.byTerm(terms.length);
    const rarities = raritiesOf(cards, terms.length, this.#cards.length);
    const bare = BARE_STOP * this.#bareness;
    const norms = phraseNorms(this.#phrases.size, phrases, rarities, this.#bareness).map(
      (norm, phrase) => norm * (1 + bare * (this.#stops[phrase] as number)),
    );
    const counts = [this.#cards.length, this.#phrases.size] as const;
    return { ...writeTerms({ terms, rarities, cards, phrases, counts }), norms };
  }
}

function weights(other: Partial<Record<keyof typeof KIND, number>>): Float64Array {
  return Float64Array.from(Object.keys(KIND), (kind) => other[kind as keyof typeof KIND] ?? 1);
}

/**
 * How rare each term is. Cards count by how much they are about it, so that a term mentioned in passing by many
 * cards and asked about in one stays telling.
 */
function raritiesOf({ starts, weights }: TermLists, terms: number, cards: number): Float64Array {
  const rarities = new Float64Array(terms);
  for (let term = 0; term < terms; term++) {
    let about = 0;
    for (let at = starts[term] as number; at < (starts[term + 1] as number); at++)
      about += (weights[at] as number) / 255;
    rarities[term] = Math.log(1 + (cards - about + 0.5) / (about + 0.5));
  }
  return rarities;
}

/** Mean length of each field over the cards that have it. */
function meanLengths(cards: readonly Counted[]): number[] {
  return FIELDS.map((_, field) => {
    const sizes = cards.map(({ lengths }) => lengths[field] as number).filter(Boolean);
    return sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  });
}

function lengthOf(own: readonly string[]): number {
  return own.reduce((sum, text) => sum + text.length, 0);
}
