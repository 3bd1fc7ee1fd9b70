import { closeSync, openSync, readSync } from 'node:fs';
import type { Card, Part, Topic } from '../handbook/card.ts';
import { type ByteSource, pagedSource, u32 } from '../search/bytes.ts';
import type { Finding } from '../search/finding.ts';
import { StringTable, writeStrings } from '../search/string-table.ts';
import type { AnswerTree } from '../terminal/answer-tree.ts';
import { KEPT_LOOKS, type KeptAnswer } from '../terminal/kept-answer.ts';
import { findingFrom, type KeptFinding, keptFinding } from './kept-findings.ts';

/** First bytes of a compiled deck; the last one is the version of the format. */
const MAGIC = 'k8sqdk\u0000\u0005';
const HEADER = 8 + 4;

/** What lists, queues and searches need of a card; `CardBody` is the rest of it. */
export type CardHead = Pick<
  Card,
  'id' | 'title' | 'en' | 'aliases' | 'group' | 'from' | 'topic' | 'section' | 'file' | 'line'
>;

export type CardBody = Omit<Card, keyof CardHead>;

/** A part as it is kept: where its Markdown stands in the answer, so that no text is written twice. */
type StoredPart = readonly [
  kind: Part['kind'],
  title: string,
  line: number,
  markdown: readonly [from: number, to: number] | string,
];

type StoredBody = Omit<CardBody, 'parts'> & { readonly parts: readonly StoredPart[] };

/** What is known of a deck as a whole. */
export interface DeckFacts {
  /** Names the deck in the review log. */
  readonly id: string;
  readonly topics: readonly Topic[];
  /** What the deck was compiled from, for the cache to compare. */
  readonly key: string;
}

/** A deck compiled to bytes: any card of it can be read without the others. */
export interface CompiledCard {
  readonly card: Card;
  /** The answer ready to be set, so that showing it needs no Markdown parser; or nothing, to make it when it is shown. */
  readonly tree?: AnswerTree;
  /** The answer set for each of `KEPT_LOOKS`, so that printing it there needs no layout; or none. */
  readonly settings?: readonly KeptAnswer[];
}

/** Where a record of each kind begins; the last entry is where the kind ends. */
interface Directory extends DeckFacts {
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

/** What names find, by the name exactly as it is typed. */
export type Findings = ReadonlyMap<string, Finding>;

/**
 * The bytes of a compiled deck, by its search index, which may be ready later than the cards, and what the deck is to
 * keep of what it finds: a header, JSON records, tables of where each begins, the index.
 */
export function deckEncoder(
  facts: DeckFacts,
  cards: readonly CompiledCard[],
): (index: Uint8Array, findings?: Findings) => Buffer {
  const heads = records(cards.map(({ card }) => headOf(card)));
  const bodies = records(cards.map(({ card }) => bodyOf(card)));
  const trees = cards.every(({ tree }) => tree) ? records(cards.map(({ tree }) => tree)) : undefined;
  const settings = settingRecords(cards);
  return (index, findings) =>
    joined(
      { ...facts, count: cards.length },
      { heads, bodies, trees, settings, ...keptRecords(findings) },
      index,
    );
}

function joined(facts: DeckFacts & { count: number }, parts: DeckRecords, index: Uint8Array): Buffer {
  // The directory holds offsets of what follows it, so its length must not depend on them.
  const none = { heads: 0, bodies: 0, trees: 0, settings: 0, names: 0, findings: 0, lines: 0 };
  const draft = directoryBytes({ ...facts, ...none, index: [0, 0] });
  const written: Uint8Array[] = [];
  let at = HEADER + draft.length;
  const put = (bytes: Uint8Array): number => {
    written.push(bytes);
    at += bytes.length;
    return at - bytes.length;
  };
  const place = (part: Records | undefined): number => {
    if (!part) return 0;
    const begin = put(part.bytes);
    const starts = part.starts.map((start) => start + begin);
    return put(new Uint8Array(starts.buffer));
  };
  const { names } = parts;
  const directory = directoryBytes({
    ...facts,
    heads: place(parts.heads),
    bodies: place(parts.bodies),
    trees: place(parts.trees),
    settings: place(parts.settings),
    names: names ? put(names) : 0,
    findings: place(parts.findings),
    lines: place(parts.lines),
    index: [at, index.length],
  });
  const length = Buffer.alloc(4);
  length.writeUInt32LE(directory.length);
  return Buffer.concat([Buffer.from(MAGIC, 'latin1'), length, directory, ...written, index]);
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

  /** An answer set as for the look at a place of `KEPT_LOOKS`; undefined when the deck does not keep it. */
  setting(number: number, place: number): KeptAnswer | undefined {
    const { settings } = this.#directory;
    if (settings === 0) return undefined;
    return (this.#record(settings, KEPT_LOOKS.length * number + place) ?? undefined) as
      | KeptAnswer
      | undefined;
  }

  /** What a name finds; undefined when the deck does not keep it. */
  finding(name: string): Finding | undefined {
    const { names, findings, lines } = this.#directory;
    const number = names > 0 ? new StringTable(this.#source, names).find(name) : -1;
    if (number < 0) return undefined;
    return findingFrom(this.#record(findings, number) as KeptFinding, (line) => this.#text(lines, line));
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

interface DeckRecords {
  readonly heads: Records;
  readonly bodies: Records;
  readonly trees: Records | undefined;
  readonly settings: Records | undefined;
  readonly names?: Uint8Array;
  readonly findings?: Records;
  readonly lines?: Records;
}

interface Records {
  readonly bytes: Buffer;
  readonly starts: Uint32Array;
}

function records(values: readonly unknown[]): Records {
  return recordsOf(values.map((value) => JSON.stringify(value)));
}

/** Undefined when no card has any. */
function settingRecords(cards: readonly CompiledCard[]): Records | undefined {
  if (!cards.some(({ settings }) => settings?.length)) return undefined;
  return records(cards.flatMap(({ settings }) => KEPT_LOOKS.map((_, place) => settings?.[place] ?? null)));
}

function keptRecords(kept: Findings | undefined): Pick<DeckRecords, 'names' | 'findings' | 'lines'> {
  if (!kept || kept.size === 0) return {};
  const names = [...kept.keys()].sort();
  const lines = new Map<string, number>();
  const numberOf = (line: string): number => {
    if (!lines.has(line)) lines.set(line, lines.size);
    return lines.get(line) as number;
  };
  const findings = records(names.map((name) => keptFinding(kept.get(name) as Finding, numberOf)));
  return { names: writeStrings(names), findings, lines: recordsOf([...lines.keys()]) };
}

function recordsOf(texts: readonly string[]): Records {
  const starts = new Uint32Array(texts.length + 1);
  // A UTF-16 unit takes three bytes at most.
  const units = texts.reduce((sum, text) => sum + text.length, 0);
  let bytes: Buffer<ArrayBuffer> = Buffer.allocUnsafe(units + 1024);
  let end = 0;
  for (const [number, text] of texts.entries()) {
    if (end + 3 * text.length > bytes.length) bytes = grown(bytes, end, 3 * text.length);
    end += bytes.write(text, end);
    starts[number + 1] = end;
  }
  return { bytes: bytes.subarray(0, end), starts };
}

function grown(bytes: Buffer<ArrayBuffer>, used: number, need: number): Buffer<ArrayBuffer> {
  const larger = Buffer.allocUnsafe(2 * bytes.length + need);
  bytes.copy(larger, 0, 0, used);
  return larger;
}

/** Offsets are written at a fixed width. */
function directoryBytes(directory: Directory): Buffer {
  const { heads, bodies, trees, settings, names, findings, lines, index, ...rest } = directory;
  const wide = (offset: number): string => String(offset).padStart(10, ' ');
  const offsets = Object.entries({ heads, bodies, trees, settings, names, findings, lines })
    .map(([name, offset]) => `"${name}":${wide(offset)},`)
    .join('');
  return Buffer.from(`{${offsets}"index":[${index.map(wide).join(',')}],${JSON.stringify(rest).slice(1)}`);
}

function headOf(card: Card): CardHead {
  const { id, title, en, aliases, group, from, topic, section, file, line } = card;
  return { id, title, en, aliases, group, from, topic, section, file, line };
}

function bodyOf(card: Card): StoredBody {
  const { answer, parts, keyPoints, followUps, fingerprint } = card;
  let from = 0;
  const stored = parts.map(({ kind, title, line, markdown }): StoredPart => {
    const found = answer.indexOf(markdown, from);
    if (found < 0) return [kind, title, line, markdown];
    from = found + markdown.length;
    return [kind, title, line, [found, from]];
  });
  return { answer, parts: stored, keyPoints, followUps, fingerprint };
}

function partOf([kind, title, line, markdown]: StoredPart, answer: string): Part {
  const text = typeof markdown === 'string' ? markdown : answer.slice(markdown[0], markdown[1]);
  return { kind, title, markdown: text, line };
}
