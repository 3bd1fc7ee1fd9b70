import { compoundsOf } from './compounds.ts';
import { FIELDS, type Field, type SearchableCard, textsOf } from './fields.ts';
import { assemble, columns, lists, numbers, texts, wordMasks } from './index-writer.ts';
import type { Knowledge } from './knowledge.ts';
import { MemoryLexicon, segmentsOf } from './lexicon.ts';
import { Phrases } from './phrases.ts';
import { readingsFrom } from './pinyin.ts';
import { openIndex, type SearchIndex } from './search-index.ts';
import { SpellingBook } from './spelling-book.ts';
import { byUnits } from './string-table.ts';
import { Lists, Tally, TermBook } from './term-book.ts';
import { eachTerm, type Role } from './terms.ts';
import { stem, type Unit, unitsOf } from './units.ts';

/** Saturation of repeated words, as in BM25 (Robertson & Zaragoza 2009, §3.6). */
const K1 = 1.2;
/** Words of many phrasings count up to this often … */
const ASKS_FULL = 3;
/** … and half of it when this many phrasings have them: one phrasing alone is weak evidence. */
const ASKS_HALF = 8;
/** A pair of characters that an answer has so often is a word that people may ask for in pinyin. */
const SALIENT = 3;

/** Compiles the search index of a deck to bytes; the order of `cards` gives the card numbers. Linear in the texts. */
export function compileIndex(cards: readonly SearchableCard[], knowledge: Knowledge): Uint8Array {
  return new IndexCompiler(cards, knowledge).compile();
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
  readonly #postings = new Lists();
  readonly #phrases = new Phrases();
  /** Latin word → whether it stands in a naming field or is a name. */
  readonly #words = new Map<string, boolean>();
  readonly #spellings: SpellingBook;
  /** Counts of one field, of one phrase, and the weighted sums of one card. */
  readonly #counts = new Tally();
  readonly #phrase = new Tally();
  readonly #sums = new Tally();

  constructor(cards: readonly SearchableCard[], knowledge: Knowledge) {
    this.#cards = cards;
    this.#knowledge = knowledge;
    this.#lexicon = new MemoryLexicon(knowledge);
    this.#spellings = new SpellingBook(readingsFrom(knowledge.pinyin));
  }

  compile(): Uint8Array {
    const fields = this.#cards.map((card) => textsOf(card, this.#knowledge.asks[card.id] ?? []));
    const means = meanLengths(fields);
    for (const [card, own] of fields.entries()) this.#addCard(card, own, means);
    this.#addNames();
    return this.#write();
  }

  #addCard(card: number, fields: readonly (readonly string[])[], means: readonly number[]): void {
    this.#phrases.startCard();
    for (const [number, field] of FIELDS.entries()) {
      const own = fields[number] ?? [];
      for (const text of own) this.#addText(text, field);
      const part = (field.lengthPart * lengthOf(own)) / Math.max(1, means[number] ?? 1);
      const norm = 1 - field.lengthPart + part;
      this.#counts.drain((term, count) => {
        const damped = field.name === 'asks' ? (ASKS_FULL * count) / (count + ASKS_HALF) : count;
        this.#sums.add(term, (field.weight * damped) / norm);
      });
    }
    this.#sums.drain((term, sum) => this.#postings.push(term, card, sum / (K1 + sum)));
  }

  #addText(text: string, field: Field): void {
    const units = unitsOf(text);
    eachTerm(
      units,
      segmentsOf(units, this.#lexicon, false),
      this.#lexicon,
      (term, weight, from, to, role) => {
        if (!field.phrases && (role === 'loose' || (role === 'pair' && units[from + 1]?.joined !== true)))
          return;
        const id = this.#terms.idOf(term);
        this.#counts.add(id, cardWeight(role, weight));
        if (field.phrases && role !== 'loose') this.#phrase.raise(id, weight);
        if (role === 'word' && to - from === 2) this.#spellings.count(term, field.naming);
      },
    );
    if (field.phrases) this.#phrases.add(field.naming, this.#phrase);
    if (field.name === 'aliases') this.#spellings.addName(units);
    if (field.naming) this.#addCompounds(text, units);
    this.#collectWords(units, field.naming);
  }

  #addCompounds(text: string, units: readonly Unit[]): void {
    for (const compound of compoundsOf(text, units)) {
      this.#counts.add(this.#terms.idOf(stem(compound)), 1);
      this.#addWord(compound, true);
    }
  }

  #collectWords(units: readonly Unit[], naming: boolean): void {
    for (let at = 0; at < units.length; at++) {
      const unit = units[at] as Unit;
      if (unit.han) continue;
      this.#addWord(unit.text, naming);
      const next = units[at + 1];
      if (next?.joined && !next.han) this.#addWord(unit.text + next.text, naming);
    }
  }

  #addWord(word: string, naming: boolean): void {
    const known = this.#words.get(word);
    if (known === true || (known === false && !naming)) return;
    const isWord = word.length > 1 && /[a-z]/.test(word) && !this.#lexicon.look(word).meaning?.stop;
    if (isWord) this.#words.set(word, naming);
  }

  /** Names can be mistyped too, and asked for in pinyin, even those that no card uses. */
  #addNames(): void {
    for (const concept of this.#knowledge.concepts) {
      for (const name of concept.names) {
        const units = unitsOf(name);
        this.#collectWords(units, !concept.general);
        this.#spellings.addName(units);
        const joined = units.map((unit) => unit.text).join('');
        if (units.every((unit) => !unit.han)) this.#addWord(joined, !concept.general);
      }
    }
  }

  #write(): Uint8Array {
    const { names, concepts } = this.#lexicon.encoded();
    const [nameKeys, meanings] = columns(names);
    const [conceptIds, conceptFacts] = columns(concepts);
    const [words, naming] = columns(this.#words);
    const { full, initials } = this.#spellings.tables(SALIENT);
    const [spellings, spelt] = columns(full);
    const [initialKeys, initialed] = columns(initials);
    const topics = [...new Set(this.#cards.map((card) => card.topic))].sort(byUnits);
    const topicNumbers = new Map(topics.map((topic, index) => [topic, index]));
    const groups = [...new Set(this.#cards.map((card) => card.group))].filter(Boolean);
    const groupNumbers = new Map(groups.map((group, index) => [group, index + 1]));
    const { terms, termFacts, postings } = this.#writeTerms();
    return assemble({
      counts: numbers([this.#cards.length, this.#phrases.size]),
      names: texts(nameKeys),
      meanings: texts(meanings),
      conceptIds: texts(conceptIds),
      conceptFacts: texts(conceptFacts),
      terms,
      termFacts,
      postings,
      phraseRanges: numbers([...this.#phrases.ranges, this.#phrases.size]),
      phraseNorms: numbers(this.#phrases.norms().map((norm) => Math.round(norm * 1000))),
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

  #writeTerms(): ReturnType<typeof lists> {
    const terms = this.#terms.terms();
    const order = terms.map((_, id) => id).sort((a, b) => byUnits(terms[a] as string, terms[b] as string));
    const count = this.#cards.length;
    return lists(
      order.map((id) => terms[id] as string),
      (index) => {
        const id = order[index] as number;
        const cards = this.#postings.of(id);
        const idf = rarity(cards.weights, count);
        return { idf, cards, phrases: this.#phrases.listOf(id, idf) };
      },
    );
  }
}

/** On the side of the cards a pair made across a name's edge is as good as any other. */
function cardWeight(role: Role, weight: number): number {
  return role === 'across' || role === 'loose' || role === 'pair' ? 1 : weight;
}

/**
 * How rare a term is. Cards count by how much they are about it, so that a term mentioned in passing by many
 * cards and asked about in one stays telling.
 */
function rarity(impacts: readonly number[], cards: number): number {
  let about = 0;
  for (const impact of impacts) about += impact;
  return Math.log(1 + (cards - about + 0.5) / (about + 0.5));
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
