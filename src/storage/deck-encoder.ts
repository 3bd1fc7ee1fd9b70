import type { Card } from '../handbook/card.ts';
import type { Finding } from '../search/finding.ts';
import { writeStrings } from '../search/write-strings.ts';
import type { AnswerTree } from '../terminal/answer-tree.ts';
import { KEPT_LOOKS } from '../terminal/keep-answer.ts';
import type { KeptAnswer } from '../terminal/kept-answer.ts';
import {
  type CardHead,
  type DeckFacts,
  type Directory,
  HEADER,
  MAGIC,
  type StoredBody,
  type StoredPart,
} from './deck-file.ts';
import { keptFinding } from './keep-finding.ts';

/** A deck compiled to bytes: any card of it can be read without the others. */
export interface CompiledCard {
  readonly card: Card;
  /** The answer ready to be set, so that showing it needs no Markdown parser; or nothing, to make it when it is shown. */
  readonly tree?: AnswerTree;
  /** The answer set for each of `KEPT_LOOKS`, so that printing it there needs no layout; or none. */
  readonly settings?: readonly KeptAnswer[];
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
