import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import type { Card, Topic } from '../handbook/card.ts';
import type { Problem } from '../handbook/problem.ts';
import { type ByteSource, pagedSource, u32 } from '../search/bytes.ts';
import type { AnswerTree } from '../terminal/parse-answer.ts';

/** First bytes of a compiled deck; the last one is the version of the format. */
const MAGIC = 'k8sqdk\u0000\u0001';
const HEADER = 8 + 4;

/** What lists, queues and searches need of a card; `CardBody` is the rest of it. */
export type CardHead = Pick<
  Card,
  'id' | 'title' | 'en' | 'aliases' | 'group' | 'from' | 'topic' | 'section' | 'file' | 'line'
>;

type CardBody = Omit<Card, keyof CardHead>;

/** What is known of a deck as a whole. */
export interface DeckFacts {
  /** Names the deck in the review log. */
  readonly id: string;
  readonly topics: readonly Topic[];
  readonly problems: readonly Problem[];
  /** What the deck was compiled from, for the cache to compare. */
  readonly key: string;
}

/** A deck compiled to bytes: any card of it can be read without the others. */
export interface CompiledCard {
  readonly card: Card;
  /** The answer parsed, so that showing it needs no Markdown parser. */
  readonly tree: AnswerTree;
}

/** Where a record of each kind begins; the last entry is where the kind ends. */
interface Directory extends DeckFacts {
  readonly count: number;
  /** Offsets of the offset tables, and of the search index. */
  readonly heads: number;
  readonly bodies: number;
  readonly trees: number;
  readonly index: readonly [offset: number, length: number];
}

/** The bytes of a compiled deck: a header, JSON records, tables of where each begins, the search index. */
export function encodeDeck(facts: DeckFacts, cards: readonly CompiledCard[], index: Uint8Array): Buffer {
  const heads = records(cards.map(({ card }) => headOf(card)));
  const bodies = records(cards.map(({ card }) => bodyOf(card)));
  const trees = records(cards.map(({ tree }) => tree));
  // The directory holds offsets of what follows it, so its length must not depend on them.
  const draft = directoryBytes({
    ...facts,
    count: cards.length,
    heads: 0,
    bodies: 0,
    trees: 0,
    index: [0, 0],
  });
  let at = HEADER + draft.length;
  const place = (part: Records): number => {
    const table = at + part.bytes.length;
    for (let entry = 0; entry < part.starts.length; entry++)
      part.starts[entry] = (part.starts[entry] ?? 0) + at;
    at = table + part.starts.byteLength;
    return table;
  };
  const directory = directoryBytes({
    ...facts,
    count: cards.length,
    heads: place(heads),
    bodies: place(bodies),
    trees: place(trees),
    index: [at, index.length],
  });
  const length = Buffer.alloc(4);
  length.writeUInt32LE(directory.length);
  return Buffer.concat([
    Buffer.from(MAGIC, 'latin1'),
    length,
    directory,
    ...[heads, bodies, trees].flatMap(({ bytes, starts }) => [bytes, Buffer.from(starts.buffer)]),
    index,
  ]);
}

/** A compiled deck, read in place. */
export class DeckFile {
  readonly facts: DeckFacts;
  readonly size: number;
  readonly #source: ByteSource;
  readonly #directory: Directory;

  /** @throws RangeError when the bytes are no deck of this format. */
  constructor(source: ByteSource) {
    const header = source.bytes(0, Math.min(HEADER, source.length));
    if (header.length < HEADER || Buffer.from(header.subarray(0, 8)).toString('latin1') !== MAGIC)
      throw new RangeError('No compiled deck of this format');
    this.#source = source;
    this.#directory = this.#json(HEADER, u32(header, 8)) as Directory;
    this.facts = this.#directory;
    this.size = this.#directory.count;
  }

  head(number: number): CardHead {
    return this.#record(this.#directory.heads, number) as CardHead;
  }

  card(number: number): Card {
    return { ...this.head(number), ...(this.#record(this.#directory.bodies, number) as CardBody) };
  }

  tree(number: number): AnswerTree {
    return this.#record(this.#directory.trees, number) as AnswerTree;
  }

  /** The bytes of the search index. */
  get index(): ByteSource {
    const [start, length] = this.#directory.index;
    return { length, bytes: (offset, size) => this.#source.bytes(start + offset, size) };
  }

  #record(table: number, number: number): unknown {
    const entry = this.#source.bytes(table + 4 * number, 8);
    const start = u32(entry, 0);
    return this.#json(start, u32(entry, 4) - start);
  }

  #json(offset: number, length: number): unknown {
    const bytes = this.#source.bytes(offset, length);
    return JSON.parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8'));
  }
}

/**
 * Opens a compiled deck on disk and reads only what is asked for.
 * @throws RangeError when the file is no deck of this format, and the system's error when it cannot be read.
 */
export function openDeckFile(path: string): DeckFile {
  const file = openSync(path, 'r');
  try {
    return new DeckFile(
      pagedSource(fstatSync(file).size, (offset, into) => void readSync(file, into, 0, into.length, offset)),
    );
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

interface Records {
  readonly bytes: Buffer;
  readonly starts: Uint32Array;
}

function records(values: readonly unknown[]): Records {
  const parts = values.map((value) => Buffer.from(JSON.stringify(value)));
  const starts = new Uint32Array(parts.length + 1);
  for (const [number, part] of parts.entries()) starts[number + 1] = (starts[number] ?? 0) + part.length;
  return { bytes: Buffer.concat(parts), starts };
}

/** Offsets are written at a fixed width. */
function directoryBytes(directory: Directory): Buffer {
  const { heads, bodies, trees, index, ...rest } = directory;
  const wide = (offset: number): string => String(offset).padStart(10, ' ');
  const offsets = `"heads":${wide(heads)},"bodies":${wide(bodies)},"trees":${wide(trees)},"index":[${index.map(wide).join(',')}]`;
  return Buffer.from(`{${offsets},${JSON.stringify(rest).slice(1)}`);
}

function headOf(card: Card): CardHead {
  const { id, title, en, aliases, group, from, topic, section, file, line } = card;
  return { id, title, en, aliases, group, from, topic, section, file, line };
}

function bodyOf(card: Card): CardBody {
  const { answer, parts, keyPoints, followUps, fingerprint } = card;
  return { answer, parts, keyPoints, followUps, fingerprint };
}
