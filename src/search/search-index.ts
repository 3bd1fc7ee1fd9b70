import { type ByteSource, memorySource, type Numbers, numbersIn, u16, u32 } from './bytes.ts';
import { FORMAT, HEADER, MAGIC, PARTS, type Part, TERM_FACTS, widthFor } from './index-format.ts';
import { type ConceptFacts, decodeFacts, decodeMeaning, type Lexicon } from './lexicon.ts';
import { type Readings, readingsFrom } from './pinyin.ts';
import { StringTable } from './string-table.ts';

/** A term of the index. */
export interface TermFacts {
  /** Rarity: greater is more telling. */
  readonly idf: number;
  /** In how many cards it is. */
  readonly cards: number;
  readonly cardsAt: number;
  readonly phrases: number;
  readonly phrasesAt: number;
}

/** Where a term is. */
export interface TermList {
  /** Cards or phrases, rising. */
  readonly numbers: Numbers;
  /** How much the term weighs in each: 1 to 255 for weights to 1. */
  readonly weights: Uint8Array;
}

/** What a key means as a name, and whether longer names begin with it. */
type Looked = ReturnType<Lexicon['look']>;

/** A compiled index, read in place. */
export class SearchIndex implements Lexicon {
  /** Number of cards, and of phrases. */
  readonly size: number;
  readonly phrases: number;
  readonly #source: ByteSource;
  readonly #offsets = new Map<Part, number>();
  readonly #tables = new Map<Part, StringTable>();
  readonly #looked = new Map<string, Looked>();
  readonly #facts = new Map<string, TermFacts | undefined>();
  #readings: Readings | undefined;

  /** @throws RangeError when the bytes are no index of this format. */
  constructor(source: ByteSource) {
    this.#source = source;
    const header = source.bytes(0, Math.min(HEADER, source.length));
    if (header.length < HEADER || u32(header, 0) !== MAGIC || u32(header, 4) !== FORMAT)
      throw new RangeError('No search index of this format');
    for (const [number, part] of PARTS.entries()) this.#offsets.set(part, u32(header, 8 + 4 * number));
    const counts = this.#bytes('counts', 0, 8);
    this.size = u32(counts, 0);
    this.phrases = u32(counts, 4);
  }

  look(key: string): Looked {
    const kept = this.#looked.get(key);
    if (kept) return kept;
    const fresh = this.#look(key);
    this.#looked.set(key, fresh);
    return fresh;
  }

  #look(key: string): Looked {
    const names = this.table('names');
    const at = names.seek(key);
    const here = at < names.size ? names.at(at) : '';
    const exact = here === key;
    const meaning = exact ? decodeMeaning(this.table('meanings').at(at)) : undefined;
    const more = exact ? names.startsWith(at + 1, key) : here.startsWith(key);
    return { meaning, more };
  }

  mayBegin(): boolean {
    return true;
  }

  concept(id: string): ConceptFacts | undefined {
    const at = this.table('conceptIds').find(id);
    return at < 0 ? undefined : decodeFacts(this.table('conceptFacts').at(at));
  }

  term(text: string): TermFacts | undefined {
    if (this.#facts.has(text)) return this.#facts.get(text);
    const at = this.table('terms').find(text);
    const facts = at < 0 ? undefined : this.#readFacts(at);
    this.#facts.set(text, facts);
    return facts;
  }

  /** The cards that have the term, and its impact on each. */
  cardsWith(term: TermFacts): TermList {
    return this.#list(term.cardsAt, term.cards, widthFor(this.size));
  }

  /** The phrases that have the term, and its weight in each. */
  phrasesWith(term: TermFacts): TermList {
    return this.#list(term.phrasesAt, term.phrases, widthFor(this.phrases));
  }

  /** For each card its first phrase and the first that does not name it, two numbers a card; then their count. */
  phraseRanges(): Numbers {
    return numbersIn(this.#bytes('phraseRanges', 0, 8 * this.size + 4), 2 * this.size + 1, 4);
  }

  /** The length of the vector of each phrase, in thousandths. */
  phraseNorms(): Numbers {
    return numbersIn(this.#bytes('phraseNorms', 0, 4 * this.phrases), this.phrases, 4);
  }

  group(card: number): number {
    return this.#source.u32(this.#offset('groups') + 4 * card);
  }

  topic(card: number): string {
    return this.table('topics').at(this.#source.u32(this.#offset('cardTopics') + 4 * card));
  }

  /** One of the string tables, opened once. */
  table(part: Part): StringTable {
    const kept = this.#tables.get(part);
    if (kept) return kept;
    const table = new StringTable(this.#source, this.#offset(part));
    this.#tables.set(part, table);
    return table;
  }

  /** Letters and length of each string of a table. */
  masks(table: 'words' | 'spellings'): Uint8Array {
    return this.#bytes(table === 'words' ? 'wordMasks' : 'spellingMasks', 0, 4 * this.table(table).size);
  }

  isStrongWord(word: number): boolean {
    return this.#bytes('wordStrengths', word, 1)[0] === 1;
  }

  /** The table of readings; parsed when first asked for. */
  get readings(): Readings {
    this.#readings ??= readingsFrom(this.table('readings').at(0));
    return this.#readings;
  }

  #readFacts(at: number): TermFacts {
    const facts = this.#bytes('termFacts', TERM_FACTS * at, TERM_FACTS);
    return {
      idf: u16(facts, 0) / 1000,
      cards: u32(facts, 2),
      cardsAt: u32(facts, 6),
      phrases: u32(facts, 10),
      phrasesAt: u32(facts, 14),
    };
  }

  #list(from: number, count: number, width: number): TermList {
    const bytes = this.#bytes('postings', from, (width + 1) * count);
    return { numbers: numbersIn(bytes, count, width), weights: bytes.subarray(width * count) };
  }

  #bytes(part: Part, from: number, length: number): Uint8Array {
    return this.#source.bytes(this.#offset(part) + from, length);
  }

  #offset(part: Part): number {
    const offset = this.#offsets.get(part);
    if (offset === undefined) throw new RangeError(`The index has no part ${part}`);
    return offset;
  }
}

/** Opens a compiled index: its bytes, or a source that reads them as they are needed. */
export function openIndex(data: Uint8Array | ByteSource): SearchIndex {
  return new SearchIndex(data instanceof Uint8Array ? memorySource(data) : data);
}
