import { ByteWriter } from './byte-writer.ts';
import { letterMask } from './edit-distance.ts';
import { FORMAT, HEADER, MAGIC, PARTS, type Part, packWord, widthFor } from './index-format.ts';
import type { TermLists } from './postings.ts';
import { writeStrings } from './write-strings.ts';

/** The parts of an index in one run of bytes, with a directory before them. */
export function assemble(parts: Readonly<Record<Part, Uint8Array>>): Uint8Array {
  const size = PARTS.reduce((sum, part) => sum + parts[part].length, HEADER);
  const writer = new ByteWriter(size);
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

/** What is written of terms: each by its number, which is its place in the lists. */
export interface WrittenTerms {
  readonly terms: readonly string[];
  readonly rarities: Float64Array;
  readonly cards: TermLists;
  readonly phrases: TermLists;
  /** How many cards and how many phrases there are. */
  readonly counts: readonly [cards: number, phrases: number];
}

/** The dictionary of the terms that some card has (in order), the record of each, and its lists. */
export function writeTerms(written: WrittenTerms): {
  terms: Uint8Array;
  termFacts: Uint8Array;
  postings: Uint8Array;
} {
  const { terms, rarities, cards, phrases } = written;
  const [cardWidth, phraseWidth] = written.counts.map(widthFor) as [number, number];
  const facts = new ByteWriter();
  const postings = new ByteWriter();
  const ids = new Map(terms.map((term, id) => [term, id]));
  const used = terms.filter((_, id) => sizeOf(cards, id) > 0).sort();
  for (const term of used) {
    const id = ids.get(term) as number;
    facts.u16(Math.round((rarities[id] as number) * 1000));
    facts.u32(sizeOf(cards, id));
    facts.u32(postings.length);
    writeList(postings, cards, id, cardWidth);
    facts.u32(sizeOf(phrases, id));
    facts.u32(postings.length);
    writeList(postings, phrases, id, phraseWidth);
  }
  return {
    terms: writeStrings(used),
    termFacts: facts.toBytes(),
    postings: postings.toBytes(),
  };
}

function sizeOf({ starts }: TermLists, term: number): number {
  return (starts[term + 1] as number) - (starts[term] as number);
}

/** Writes the list of a term as a query reads it: its numbers, `width` bytes each, low byte first, then their weights. */
function writeList(
  writer: ByteWriter,
  { starts, numbers, weights }: TermLists,
  term: number,
  width: number,
): void {
  const [start, end] = [starts[term] as number, starts[term + 1] as number];
  writer.numbers(numbers, start, end, width);
  writer.numbers(weights, start, end, 1);
}

export function wordMasks(words: readonly string[]): Uint8Array {
  return numbers(words.map((word) => packWord(letterMask(word), word.length)));
}

export function numbers(values: readonly number[]): Uint8Array {
  const writer = new ByteWriter(4 * values.length);
  for (const value of values) writer.u32(value);
  return writer.toBytes();
}

export function texts(values: readonly string[]): Uint8Array {
  return writeStrings(values);
}

/** Keys in order and their values. */
export function columns<Value>(map: ReadonlyMap<string, Value>): [string[], Value[]] {
  const keys = [...map.keys()].sort();
  return [keys, keys.map((key) => map.get(key) as Value)];
}
