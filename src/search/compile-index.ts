import { counting, type Progress, unwatched } from '../handbook/progress.ts';
import { compoundsOf } from './compounds.ts';
import { FIELDS, type Field, type SearchableCard, textsOf } from './fields.ts';
import { assemble, columns, numbers, texts, wordMasks, writeTerms } from './index-writer.ts';
import type { Knowledge } from './knowledge.ts';
import { MemoryLexicon } from './lexicon.ts';
import { Phrases, phraseNorms } from './phrases.ts';
import { readingsFrom } from './pinyin.ts';
import { Postings, type TermLists } from './postings.ts';
import { openIndex, type SearchIndex } from './search-index.ts';
import { SpellingBook } from './spelling-book.ts';
import { byUnits } from './string-table.ts';
import { Tally, TermBook } from './term-book.ts';
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
  return new IndexCompiler(cards, knowledge).compile(progress);
}

/** The index of a deck, ready to search. */
export function buildIndex(cards: readonly SearchableCard[], knowledge: Knowledge): SearchIndex {
  return openIndex(compileIndex(cards, knowledge));
}

class IndexCompiler {
  readonly #cards: readonly SearchableCard[];
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
  /** Counts of one field, of one phrase, and the weighted sums of one card. */
  readonly #counts = new Tally();
  readonly #phrase = new Tally();
  readonly #sums = new Tally();

  constructor(cards: readonly SearchableCard[], knowledge: Knowledge) {
    this.#cards = cards;
    this.#knowledge = knowledge;
    this.#lexicon = new MemoryLexicon(knowledge);
    this.#reader = new TermReader(this.#lexicon, this.#terms);
    this.#words = new WordBook(this.#lexicon, this.#reader.tokens);
    this.#spellings = new SpellingBook(readingsFrom(knowledge.pinyin), this.#reader.tokens);
  }

  compile(progress: Progress): Uint8Array {
    const step = counting(progress, 0, TEXTS, this.#cards.length);
    const fields = this.#cards.map((card) => textsOf(card, this.#knowledge.asks[card.id] ?? []));
    const means = meanLengths(fields);
    for (const [card, own] of fields.entries()) {
      step(card);
      this.#addCard(card, own, means);
    }
    this.#addNames();
    this.#addPairs();
    return this.#write();
  }

  #addCard(card: number, fields: readonly (readonly string[])[], means: readonly number[]): void {
    this.#phrases.startCard();
    for (const [number, field] of FIELDS.entries()) {
      const own = fields[number] ?? [];
      for (const text of own) this.#addText(text, field);
      const part = (field.lengthPart * lengthOf(own)) / Math.max(1, means[number] ?? 1);
      this.#closeField(field, 1 - field.lengthPart + part);
    }
    const sums = this.#sums;
    for (let at = 0; at < sums.count; at++) {
      const term = sums.touched[at] as number;
      const sum = sums.take(term);
      this.#postings.push(term, card, sum / (K1 + sum));
    }
    sums.count = 0;
  }

  /** Adds the counts of a field to those of the card. */
  #closeField(field: Field, norm: number): void {
    const counts = this.#counts;
    const isAsks = field.name === 'asks';
    for (let at = 0; at < counts.count; at++) {
      const term = counts.touched[at] as number;
      const count = counts.take(term);
      const damped = isAsks ? (ASKS_FULL * count) / (count + ASKS_HALF) : count;
      this.#sums.add(term, (field.weight * damped) / norm);
    }
    counts.count = 0;
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
    if (field.phrases) this.#phrases.add(field.naming, this.#phrase);
    if (field.name === 'aliases') this.#spellings.addName(reader.text);
    this.#words.collect(reader.text, field.naming);
    if (field.naming) this.#addCompounds(text);
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

  #write(): Uint8Array {
    const { names, concepts } = this.#lexicon.encoded();
    const [nameKeys, meanings] = columns(names);
    const [conceptIds, conceptFacts] = columns(concepts);
    const [words, naming] = columns(this.#words.words);
    const { full, initials } = this.#spellings.tables();
    const [spellings, spelt] = columns(full);
    const [initialKeys, initialed] = columns(initials);
    const topics = [...new Set(this.#cards.map((card) => card.topic))].sort(byUnits);
    const topicNumbers = new Map(topics.map((topic, index) => [topic, index]));
    const groups = [...new Set(this.#cards.map((card) => card.group))].filter(Boolean);
    const groupNumbers = new Map(groups.map((group, index) => [group, index + 1]));
    const { norms, ...terms } = this.#writeTerms();
    return assemble({
      ...terms,
      counts: numbers([this.#cards.length, this.#phrases.size]),
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
      groups: numbers(this.#cards.map((card) => groupNumbers.get(card.group) ?? 0)),
      cardTopics: numbers(this.#cards.map((card) => topicNumbers.get(card.topic) ?? 0)),
      topics: texts(topics),
    });
  }

  #writeTerms(): ReturnType<typeof writeTerms> & { norms: number[] } {
    const terms = this.#terms.terms();
    const cards = this.#postings.byTerm(terms.length);
    const phrases = this.#phrases.byTerm(terms.length);
    const rarities = raritiesOf(cards, terms.length, this.#cards.length);
    const norms = phraseNorms(this.#phrases.size, phrases, rarities);
    return { ...writeTerms({ terms, rarities, cards, phrases }), norms };
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
function meanLengths(cards: readonly (readonly (readonly string[])[])[]): number[] {
  return FIELDS.map((_, field) => {
    const sizes = cards.map((fields) => lengthOf(fields[field] ?? [])).filter(Boolean);
    return sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
  });
}

function lengthOf(own: readonly string[]): number {
  return own.reduce((sum, text) => sum + text.length, 0);
}
