import { closeSync, openSync, readSync, statSync } from 'node:fs';
import type { Card, Part, Topic } from '../handbook/card.ts';
import { type ByteSource, pagedSource, u32 } from '../search/bytes.ts';
import type { Finding } from '../search/finding.ts';
import { StringTable } from '../search/string-table.ts';
import type { AnswerTree } from '../terminal/answer-tree.ts';
import { KEPT_PLACES, type KeptAnswer } from '../terminal/kept-answer.ts';
import { findingFrom, type KeptFinding } from './kept-findings.ts';

/** First bytes of a compiled deck; the last one is the version of the format. */
export const MAGIC = 'k8sqdk\u0000\u0005';
export const HEADER = 8 + 4;

/** What lists, queues and searches need of a card; `CardBody` is the rest of it. */
export type CardHead = Pick<
  Card,
  'id' | 'title' | 'en' | 'aliases' | 'group' | 'from' | 'topic' | 'section' | 'file' | 'line'
>;

export type CardBody = Omit<Card, keyof CardHead>;

/** A part as it is kept: where its Markdown stands in the answer, so that no text is written twice. */
export type StoredPart = readonly [
  kind: Part['kind'],
  title: string,
  line: number,
  markdown: readonly [from: number, to: number] | string,
];

export type StoredBody = Omit<CardBody, 'parts'> & { readonly parts: readonly StoredPart[] };

/** What is known of a deck as a whole. */
export interface DeckFacts {
  /** Names the deck in the review log. */
  readonly id: string;
  readonly topics: readonly Topic[];
  /** What the deck was compiled from, for the cache to compare. */
  readonly key: string;
}

/** Where a record of each kind begins; the last entry is where the kind ends. */
export interface Directory extends DeckFacts {
  readonly count: number;
  /** Offsets of the offset tables, and of the search index. */
  readonly heads: number;
  readonly bodies: number;
  /** 0 when the deck has no trees. */
  readonly trees: number;
  /** 0 when the deck has no answers that are set. */
  readonly settings: number;
  /** 0 when the deck has no findings; of these the names in order, the records, the lines that they speak of. */
  readonly names: number;
  readonly findings: number;
  readonly lines: number;
  readonly index: readonly [offset: number, length: number];
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
    for (let at = 0; at < MAGIC.length; at++)
      if (header[at] !== MAGIC.charCodeAt(at)) throw new RangeError('No compiled deck of this format');
    this.#source = source;
    this.#directory = JSON.parse(this.#read(HEADER, u32(header, 8))) as Directory;
    this.facts = this.#directory;
    this.size = this.#directory.count;
  }

  head(number: number): CardHead {
    return this.#record(this.#directory.heads, number) as CardHead;
  }

  card(number: number): Card {
    return { ...this.head(number), ...this.body(number) };
  }

  body(number: number): CardBody {
    const body = this.#record(this.#directory.bodies, number) as StoredBody;
    return { ...body, parts: body.parts.map((part) => partOf(part, body.answer)) };
  }

  /** The answer parsed; undefined when the deck was compiled without. */
  tree(number: number): AnswerTree | undefined {
    const { trees } = this.#directory;
    return trees > 0 ? (this.#record(trees, number) as AnswerTree) : undefined;
  }

  /** An answer set as for the look with this `keptPlace`; undefined when the deck does not keep it. */
  setting(number: number, place: number): KeptAnswer | undefined {
    const { settings } = this.#directory;
    if (settings === 0) return undefined;
    return (this.#record(settings, KEPT_PLACES * number + place) ?? undefined) as KeptAnswer | undefined;
  }

  /** What a name finds; undefined when the deck does not keep it. */
  finding(name: string): Finding | undefined {
    const { names, findings, lines } = this.#directory;
    const number = names > 0 ? new StringTable(this.#source, names).find(name) : -1;
    if (number < 0) return undefined;
    return findingFrom(this.#record(findings, number) as KeptFinding, (line) => this.#text(lines, line));
  }

  /** How many bytes a whole file of this deck has: the search index is the last of it. */
  get length(): number {
    const [start, length] = this.#directory.index;
    return start + length;
  }

  /** The bytes of the search index. */
  get index(): ByteSource {
    const [start, length] = this.#directory.index;
    const source = this.#source;
    return {
      length,
      bytes: (offset, size) => source.bytes(start + offset, size),
      u32: (offset) => source.u32(start + offset),
    };
  }

  #record(table: number, number: number): unknown {
    return JSON.parse(this.#text(table, number));
  }

  #text(table: number, number: number): string {
    const entry = table + 4 * number;
    const start = this.#source.u32(entry);
    return this.#read(start, this.#source.u32(entry + 4) - start);
  }

  #read(offset: number, length: number): string {
    const bytes = this.#source.bytes(offset, length);
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');
  }
}

/**
 * Opens a compiled deck on disk and reads only what is asked for.
 * @throws RangeError when the file is no deck of this format, and the system's error when it cannot be read.
 */
export function openDeckFile(path: string): DeckFile {
  const file = openSync(path, 'r');
  try {
    // How long it is nobody has to ask: what lies behind its end reads as zeros.
    const read = (offset: number, into: Uint8Array) => void readSync(file, into, 0, into.length, offset);
    return new DeckFile(pagedSource(Number.POSITIVE_INFINITY, read));
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

/** A compiled deck on disk, if it is there and whole: a machine that lost its power may have kept a name without the end. */
export function wholeDeckFile(path: string): DeckFile | undefined {
  try {
    const deck = openDeckFile(path);
    return statSync(path).size === deck.length ? deck : undefined;
  } catch {
    return undefined;
  }
}

function partOf([kind, title, line, markdown]: StoredPart, answer: string): Part {
  const text = typeof markdown === 'string' ? markdown : answer.slice(markdown[0], markdown[1]);
  return { kind, title, markdown: text, line };
}
