import { ByteWriter } from './bytes.ts';
import { letterMask } from './edit-distance.ts';
import { FORMAT, HEADER, MAGIC, PARTS, type Part, packWord } from './index-format.ts';
import { byUnits, writeStrings } from './string-table.ts';
import type { Weighted } from './term-book.ts';

/** The parts of an index in one run of bytes, with a directory before them. */
export function assemble(parts: Readonly<Record<Part, Uint8Array>>): Uint8Array {
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

/** What a term's record says. */
interface TermLists {
  readonly idf: number;
  readonly cards: Weighted;
  readonly phrases: Weighted;
}

/** The dictionary of terms (in order), the record of each, and its lists. */
export function lists(
  terms: readonly string[],
  of: (index: number) => TermLists,
): { terms: Uint8Array; termFacts: Uint8Array; postings: Uint8Array } {
  const facts = new ByteWriter();
  const postings = new ByteWriter();
  for (let index = 0; index < terms.length; index++) {
    const { idf, cards, phrases } = of(index);
    facts.u16(Math.round(idf * 1000));
    facts.u32(cards.numbers.length);
    facts.u32(postings.length);
    writeList(postings, cards);
    facts.u32(phrases.numbers.length);
    facts.u32(postings.length);
    writeList(postings, phrases);
  }
  return { terms: writeStrings(terms), termFacts: facts.toBytes(), postings: postings.toBytes() };
}

/** Gaps between the numbers, and each weight as one byte. */
function writeList(writer: ByteWriter, list: Weighted): void {
  let last = 0;
  for (let at = 0; at < list.numbers.length; at++) {
    const number = list.numbers[at] as number;
    writer.varint(number - last);
    writer.byte(Math.max(1, Math.min(255, Math.round((list.weights[at] as number) * 255))));
    last = number;
  }
}

export function wordMasks(words: readonly string[]): Uint8Array {
  return numbers(words.map((word) => packWord(letterMask(word), word.length)));
}

export function numbers(values: readonly number[]): Uint8Array {
  const writer = new ByteWriter();
  for (const value of values) writer.u32(value);
  return writer.toBytes();
}

export function texts(values: readonly string[]): Uint8Array {
  return writeStrings(values);
}

/** Keys in order and their values. */
export function columns<Value>(map: ReadonlyMap<string, Value>): [string[], Value[]] {
  const entries = [...map].sort(([a], [b]) => byUnits(a, b));
  return [entries.map(([key]) => key), entries.map(([, value]) => value)];
}
