import { type ByteSource, memorySource, u16, u32 } from './bytes.ts';
import { FORMAT, HEADER, MAGIC, PARTS, type Part, TERM_FACTS } from './index-format.ts';
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

  /** Calls back with each card that has the term and its impact, 0 to 1. */
  eachCard(term: TermFacts, visit: (card: number, impact: number) => void): void {
    this.#each(term.cardsAt, term.cards, visit);
  }

  /** Calls back with each phrase that has the term and the term's weight in it, 0 to 1. */
  eachPhrase(term: TermFacts, visit: (phrase: number, weight: number) => void): void {
    this.#each(term.phrasesAt, term.phrases, visit);
  }

  /** The phrases of a card: the first, the first that does not name the card, and the one after the last. */
  phrasesOf(card: number): { readonly from: number; readonly unnamed: number; readonly to: number } {
    const bytes = this.#bytes('phraseRanges', 8 * card, 12);
    return { from: u32(bytes, 0), unnamed: u32(bytes, 4), to: u32(bytes, 8) };
  }

  /** The lengths of the vectors of the phrases from one to before another. */
  phraseNorms(from: number, to: number): (phrase: number) => number {
    const bytes = this.#bytes('phraseNorms', 4 * from, 4 * (to - from));
    return (phrase) => u32(bytes, 4 * (phrase - from)) / 1000;
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

  #each(from: number, count: number, visit: (number: number, weight: number) => void): void {
    // A number takes at most five bytes and its weight one.
    const start = this.#offset('postings') + from;
    const bytes = this.#source.bytes(start, Math.min(6 * count, this.#source.length - start));
    let number = 0;
    let at = 0;
    for (let left = count; left > 0; left--) {
      let gap = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = bytes[at++] ?? 0;
        gap |= (byte & 127) << shift;
        if (byte < 128) break;
      }
      number += gap;
      visit(number, (bytes[at++] ?? 0) / 255);
    }
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
