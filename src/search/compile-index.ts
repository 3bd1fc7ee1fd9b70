import { ByteWriter } from './bytes.ts';
import { letterMask } from './edit-distance.ts';
import { FIELDS, type Field, type SearchableCard, textsOf } from './fields.ts';
import { FORMAT, HEADER, MAGIC, PARTS, type Part, packWord } from './index-format.ts';
import type { Knowledge } from './knowledge.ts';
import { MemoryLexicon, segmentsOf } from './lexicon.ts';
import { Phrases } from './phrases.ts';
import { readingsFrom } from './pinyin.ts';
import { openIndex, type SearchIndex } from './search-index.ts';
import { SpellingBook } from './spelling-book.ts';
import { byUnits, writeStrings } from './string-table.ts';
import { eachTerm, type Role } from './terms.ts';
import { type Unit, unitsOf } from './units.ts';

/** Saturation of repeated words, as in BM25 (Robertson & Zaragoza 2009, §3.6). */
const K1 = 1.2;

/** Words of many phrasings count up to this often … */
const ASKS_FULL = 3;
/** … and half of it when this many phrasings have them: one phrasing alone is weak evidence. */
const ASKS_HALF = 8;

interface Postings {
  readonly cards: number[];
  /** Saturated weighted frequency, 0 to 1. */
  readonly impacts: number[];
}

/** Compiles the search index of a deck to bytes; the order of `cards` gives the card numbers. */
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
  readonly #postings = new Map<string, Postings>();
  readonly #phrases = new Phrases();
  /** Latin word → whether it stands in a strong field or is a name. */
  readonly #words = new Map<string, boolean>();
  readonly #spellings: SpellingBook;

  constructor(cards: readonly SearchableCard[], knowledge: Knowledge) {
    this.#cards = cards;
    this.#knowledge = knowledge;
    this.#lexicon = new MemoryLexicon(knowledge);
    this.#spellings = new SpellingBook(readingsFrom(knowledge.pinyin));
  }

  compile(): Uint8Array {
    const texts = this.#cards.map((card) => textsOf(card, this.#knowledge.asks[card.id] ?? []));
    const analysed = texts.map((fields, card) =>
      FIELDS.map((field, number) => this.#analyseField(fields[number] ?? [], field, card)),
    );
    const means = FIELDS.map((_, field) => {
      const sizes = analysed.map((fields) => fields[field]?.size ?? 0).filter(Boolean);
      return sizes.reduce((sum, size) => sum + size, 0) / Math.max(1, sizes.length);
    });
    for (const [card, fields] of analysed.entries()) this.#addCard(card, fields, means);
    this.#addNames();
    return this.#write();
  }

  #analyseField(texts: readonly string[], field: Field, card: number): FieldTerms {
    const counts = new Map<string, number>();
    let size = 0;
    for (const text of texts) {
      const units = unitsOf(text);
      const phrase = field.phrases ? new Map<string, number>() : undefined;
      size += units.length;
      eachTerm(
        units,
        segmentsOf(units, this.#lexicon, false),
        this.#lexicon,
        (term, weight, from, to, role) => {
          if (!phrase && (role === 'loose' || (role === 'pair' && units[from + 1]?.joined !== true))) return;
          counts.set(term, (counts.get(term) ?? 0) + cardWeight(role, weight));
          if (phrase && role !== 'loose' && (phrase.get(term) ?? 0) < weight) phrase.set(term, weight);
          if (field.naming && role === 'word' && to - from === 2) this.#spellings.addPair(units, from);
        },
      );
      if (phrase) this.#phrases.add(card, field.naming, phrase);
      if (field.name === 'aliases') this.#spellings.addName(units);
      this.#collectWords(units, field.naming);
    }
    return { counts, size };
  }

  #collectWords(units: readonly Unit[], strong: boolean): void {
    for (let at = 0; at < units.length; at++) {
      const unit = units[at] as Unit;
      if (unit.han) continue;
      this.#addWord(unit.text, strong);
      const next = units[at + 1];
      if (next?.joined && !next.han) this.#addWord(unit.text + next.text, strong);
    }
  }

  #addWord(word: string, strong: boolean): void {
    if (word.length < 2 || !/[a-z]/.test(word) || this.#lexicon.look(word).meaning?.stop) return;
    this.#words.set(word, strong || this.#words.get(word) === true);
  }

  #addCard(card: number, fields: readonly FieldTerms[], means: readonly number[]): void {
    const sums = new Map<string, number>();
    for (const [number, { counts, size }] of fields.entries()) {
      const field = FIELDS[number];
      if (!field) continue;
      const norm = 1 - field.lengthPart + (field.lengthPart * size) / Math.max(1, means[number] ?? 1);
      for (const [term, count] of counts) {
        const damped = field.name === 'asks' ? (ASKS_FULL * count) / (count + ASKS_HALF) : count;
        sums.set(term, (sums.get(term) ?? 0) + (field.weight * damped) / norm);
      }
    }
    for (const [term, sum] of sums) {
      const list = this.#postings.get(term) ?? { cards: [], impacts: [] };
      list.cards.push(card);
      list.impacts.push(sum / (K1 + sum));
      this.#postings.set(term, list);
    }
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
    const [words, strengths] = columns(this.#words);
    const { full, initials } = this.#spellings.tables();
    const [spellings, spelt] = columns(full);
    const [initialKeys, initialed] = columns(initials);
    const topics = [...new Set(this.#cards.map((card) => card.topic))].sort(byUnits);
    const groups = [...new Set(this.#cards.map((card) => card.group))].filter(Boolean);
    const parts: Record<Part, Uint8Array> = {
      counts: words32([this.#cards.length, this.#phrases.size]),
      names: writeStrings(nameKeys),
      meanings: writeStrings(meanings),
      conceptIds: writeStrings(conceptIds),
      conceptFacts: writeStrings(conceptFacts),
      ...this.#writeTerms(),
      words: writeStrings(words),
      wordMasks: words32(words.map((word) => packWord(letterMask(word), word.length))),
      wordStrengths: Uint8Array.from(strengths, Number),
      spellings: writeStrings(spellings),
      spelt: writeStrings(spelt),
      initials: writeStrings(initialKeys),
      initialed: writeStrings(initialed),
      readings: writeStrings([this.#knowledge.pinyin]),
      groups: words32(this.#cards.map((card) => (card.group === '' ? 0 : groups.indexOf(card.group) + 1))),
      cardTopics: words32(this.#cards.map((card) => topics.indexOf(card.topic))),
      topics: writeStrings(topics),
    };
    return assemble(parts);
  }

  #writeTerms(): Pick<
    Record<Part, Uint8Array>,
    'terms' | 'termFacts' | 'postings' | 'phraseCards' | 'phraseNorms'
  > {
    const [terms, lists] = columns(this.#postings);
    const facts = new ByteWriter();
    const postings = new ByteWriter();
    for (const [number, list] of lists.entries()) {
      const idf = rarity(list, this.#cards.length);
      const phraseList = this.#phrases.listOf(terms[number] ?? '', idf);
      facts.u16(Math.round(idf * 1000));
      facts.u32(list.cards.length);
      facts.u32(postings.length);
      writeList(postings, list.cards, list.impacts);
      facts.u32(phraseList.phrases.length);
      facts.u32(postings.length);
      writeList(postings, phraseList.phrases, phraseList.weights);
    }
    return {
      terms: writeStrings(terms),
      termFacts: facts.toBytes(),
      postings: postings.toBytes(),
      phraseCards: words32(this.#phrases.cards),
      phraseNorms: words32(this.#phrases.norms().map((norm) => Math.round(norm * 1000))),
    };
  }
}

interface FieldTerms {
  readonly counts: ReadonlyMap<string, number>;
  /** Units in the field. */
  readonly size: number;
}

/** On the side of the cards a pair made across a name's edge is as good as any other. */
function cardWeight(role: Role, weight: number): number {
  return role === 'across' || role === 'loose' || role === 'pair' ? 1 : weight;
}

/**
 * How rare a term is. Cards count by how much they are about it, so that a term mentioned in passing by many
 * cards and asked about in one stays telling.
 */
function rarity(list: Postings, cards: number): number {
  const about = list.impacts.reduce((sum, impact) => sum + impact, 0);
  return Math.log(1 + (cards - about + 0.5) / (about + 0.5));
}

function writeList(writer: ByteWriter, numbers: readonly number[], weights: readonly number[]): void {
  let last = 0;
  for (const [index, number] of numbers.entries()) {
    writer.varint(number - last);
    writer.byte(Math.max(1, Math.min(255, Math.round((weights[index] ?? 0) * 255))));
    last = number;
  }
}

function columns<Value>(map: ReadonlyMap<string, Value>): [string[], Value[]] {
  const entries = [...map].sort(([a], [b]) => byUnits(a, b));
  return [entries.map(([key]) => key), entries.map(([, value]) => value)];
}

function words32(values: readonly number[]): Uint8Array {
  const writer = new ByteWriter();
  for (const value of values) writer.u32(value);
  return writer.toBytes();
}

function assemble(parts: Readonly<Record<Part, Uint8Array>>): Uint8Array {
  const writer = new ByteWriter();
  writer.u32(MAGIC);
  writer.u32(FORMAT);
  let offset = HEADER;
  for (const part of PARTS) {
    writer.u32(offset);
    offset += parts[part].length;
  }
  for (const part of PARTS) writer.append(parts[part]);
  return writer.toBytes();
}
