import { cardKey } from '../memory/card-key.ts';
import type { LogEvent } from '../memory/event.ts';
import type { FirstAnswers } from '../memory/first-answers.ts';
import type { Aggregate, CardProgress, LatestReview } from '../memory/fold.ts';
import { Answers, LATEST } from '../memory/habits.ts';
import { NEW, type Performance } from '../memory/schedule.ts';
import type { Checkpoint } from '../memory/standing.ts';
import { emptyTally, type OpenTally, type Tally } from '../memory/tally.ts';
import { checksum, isSameSum } from './checksum.ts';
import { ColumnReader, ColumnWriter, padded } from './columns.ts';
import type { LogMark } from './log-mark.ts';

/** What is kept of logs that were read, so that they need not be read again. */
export interface Snapshot {
  /** All that decides, besides the logs, what they come to; a snapshot made under another key is of no use. */
  readonly key: string;
  readonly checkpoint: Checkpoint;
  /** The logs it is made of, by name. */
  readonly marks: ReadonlyMap<string, LogMark>;
  /** Damaged lines in them. */
  readonly damaged: number;
  /** Types of events not known, by id. */
  readonly unknown: ReadonlyMap<string, string>;
}

/** First bytes of a snapshot; the last one is the version of the format. */
const MAGIC = Buffer.from('k8sqsn\u0000\u0001', 'latin1');

/** Magic, two sums, length of the JSON part, length of the file. */
const HEADER = 24;

/** Everything that is little, or text. Numbers that are many are in columns behind it. */
interface Directory {
  readonly key: string;
  readonly marks: readonly (readonly [string, LogMark])[];
  readonly damaged: number;
  readonly unknown: readonly (readonly [string, string])[];
  readonly end: Checkpoint['end'] | null;
  readonly later: readonly LogEvent[];
  readonly aliases: readonly (readonly [string, string])[];
  readonly parameters: readonly number[] | null;
  readonly plan: Aggregate['plan'] | null;
  readonly latest: readonly LatestReview[];
  readonly sessions: readonly SessionRecord[];
  /** Deck and card in turn. */
  readonly cards: readonly string[];
  readonly notes: readonly (readonly [number, string])[];
  /** Names of the decks that have a tally each. */
  readonly decks: readonly string[];
  readonly answers: number;
}

interface SessionRecord {
  readonly deck: string;
  readonly at: number;
  readonly offset: number;
  readonly cards: readonly string[];
  readonly settled: readonly string[];
}

/** The bytes of a snapshot: a header with a checksum, JSON, columns of numbers. */
export function encodeSnapshot({ key, checkpoint, marks, damaged, unknown }: Snapshot): Buffer {
  const { end, later, aliases, parameters } = checkpoint;
  const base = checkpoint.base();
  const cards = [...base.cards.values()];
  const directory: Directory = {
    key,
    marks: [...marks],
    damaged,
    unknown: [...unknown],
    end: end ?? null,
    later,
    aliases: [...aliases],
    parameters: parameters ?? null,
    plan: base.plan ?? null,
    latest: base.latest,
    sessions: Array.from(base.sessions, ([deck, { at, offset, cards: asked, settled }]) => ({
      deck,
      at,
      offset,
      cards: asked,
      settled: asked.filter((card) => settled.has(card)),
    })),
    cards: cards.flatMap(({ deck, card }) => [deck, card]),
    notes: cards.flatMap(({ note }, index) => (note === '' ? [] : [[index, note] as const])),
    decks: [...base.decks.keys()],
    answers: base.answers.count,
  };
  const columns = new ColumnWriter();
  writeCards(columns, cards);
  for (const tally of base.decks.values()) writeTally(columns, tally);
  columns.add(base.answers.kinds);
  columns.add(base.answers.ms);
  return sealed(Buffer.from(JSON.stringify(directory)), columns.bytes());
}

/** What a snapshot holds; undefined when the bytes are none of this format, or damaged. */
export function decodeSnapshot(bytes: Buffer): Snapshot | undefined {
  const text = opened(bytes);
  if (!text) return undefined;
  const directory = JSON.parse(text.toString('utf8')) as Directory;
  return {
    key: directory.key,
    marks: new Map(directory.marks),
    damaged: directory.damaged,
    unknown: new Map(directory.unknown),
    checkpoint: {
      base: () => aggregateOf(directory, new ColumnReader(bytes, padded(HEADER + text.length))),
      end: directory.end ?? undefined,
      later: directory.later,
      aliases: new Map(directory.aliases),
      parameters: directory.parameters ?? undefined,
    },
  };
}

function aggregateOf(directory: Directory, columns: ColumnReader): Aggregate {
  const cards = readCards(columns, directory);
  const decks = directory.decks.map((deck) => [deck, readTally(columns)] as const);
  const answers = new Answers();
  answers.count = directory.answers;
  answers.kinds.set(columns.take(Uint8Array, LATEST));
  answers.ms.set(columns.take(Float64Array, LATEST));
  return {
    cards: new Map(cards.map((card) => [cardKey(card.deck, card.card), card])),
    plan: directory.plan ?? undefined,
    decks: new Map(decks),
    answers,
    latest: [...directory.latest],
    sessions: new Map(
      directory.sessions.map(({ deck, settled, ...rest }) => [deck, { ...rest, settled: new Set(settled) }]),
    ),
  };
}

const PHASES = ['learning', 'review', 'relearning'] as const;
/** Flags of a card; the lowest two bits are its phase and one more, or 0 for a new card. */
const SUSPENDED = 4;
const BOOKMARKED = 8;
const LEECH = 16;
/** No study day. */
const NEVER = -0x8000_0000;

/** The numbers of a state, in the order of their columns. */
const OF_STATE = [
  'step',
  'stability',
  'difficulty',
  'due',
  'dueDay',
  'lastReview',
  'lastDay',
  'reps',
  'lapses',
] as const;

function writeCards(columns: ColumnWriter, cards: readonly CardProgress[]): void {
  const states = cards.map(({ performance }) => (performance.kind === 'new' ? undefined : performance));
  for (const name of OF_STATE) columns.add(Float64Array.from(states, (state) => state?.[name] ?? 0));
  columns.add(Int32Array.from(cards, ({ introduced }) => introduced ?? NEVER));
  columns.add(Int32Array.from(cards, ({ lastDay }) => lastDay ?? NEVER));
  columns.add(Uint8Array.from(cards, flagsOf));
  writeAnswers(columns, cards);
}

function flagsOf({ performance, suspended, bookmarked }: CardProgress): number {
  const phase = performance.kind === 'new' ? 0 : PHASES.indexOf(performance.phase) + 1;
  const isLeech = performance.kind === 'reviewed' && performance.leech;
  return phase + (suspended ? SUSPENDED : 0) + (bookmarked ? BOOKMARKED : 0) + (isLeech ? LEECH : 0);
}

function readCards(columns: ColumnReader, { cards, notes }: Directory): CardProgress[] {
  const count = cards.length / 2;
  const take = (): Float64Array => columns.take(Float64Array, count);
  const [step, stability, difficulty, due, dueDay] = [take(), take(), take(), take(), take()];
  const [lastReview, lastDay, reps, lapses] = [take(), take(), take(), take()];
  const introduced = columns.take(Int32Array, count);
  const seen = columns.take(Int32Array, count);
  const flags = columns.take(Uint8Array, count);
  const answers = readAnswers(columns, count);
  const noteOf = new Map(notes);
  const stateOf = (index: number): Performance => {
    const phase = PHASES[((flags[index] as number) & 3) - 1];
    if (phase === undefined) return NEW;
    // One literal, as the scheduler makes it: a deck may have ten thousand cards.
    return {
      kind: 'reviewed',
      phase,
      step: step[index] as number,
      stability: stability[index] as number,
      difficulty: difficulty[index] as number,
      due: due[index] as number,
      dueDay: dueDay[index] as number,
      lastReview: lastReview[index] as number,
      lastDay: lastDay[index] as number,
      reps: reps[index] as number,
      lapses: lapses[index] as number,
      leech: ((flags[index] as number) & LEECH) !== 0,
    };
  };
  return Array.from({ length: count }, (_, index) => ({
    deck: cards[2 * index] as string,
    card: cards[2 * index + 1] as string,
    performance: stateOf(index),
    suspended: ((flags[index] as number) & SUSPENDED) !== 0,
    bookmarked: ((flags[index] as number) & BOOKMARKED) !== 0,
    note: noteOf.get(index) ?? '',
    introduced: dayOf(introduced[index]),
    lastDay: dayOf(seen[index]),
    firstAnswers: answers[index] as FirstAnswers,
  }));
}

function writeAnswers(columns: ColumnWriter, cards: readonly CardProgress[]): void {
  const all = cards.flatMap(({ firstAnswers }) => firstAnswers.latest);
  columns.add(Int32Array.from(cards, ({ firstAnswers }) => firstAnswers.recalledOn ?? NEVER));
  columns.add(Uint8Array.from(cards, ({ firstAnswers }) => firstAnswers.latest.length));
  columns.add(Int32Array.of(all.length));
  columns.add(Int32Array.from(all, ({ day }) => day));
  columns.add(Uint8Array.from(all, ({ recalled }) => (recalled ? 1 : 0)));
}

function readAnswers(columns: ColumnReader, count: number): FirstAnswers[] {
  const recalledOn = columns.take(Int32Array, count);
  const lengths = columns.take(Uint8Array, count);
  const [total = 0] = columns.take(Int32Array, 1);
  const days = columns.take(Int32Array, total);
  const recalled = columns.take(Uint8Array, total);
  let at = 0;
  return Array.from(lengths, (length, index) => {
    const latest = Array.from({ length }, (_, number) => ({
      day: days[at + number] as number,
      recalled: recalled[at + number] === 1,
    }));
    at += length;
    return { latest, recalledOn: dayOf(recalledOn[index]) };
  });
}

function dayOf(day: number | undefined): number | undefined {
  return day === NEVER ? undefined : day;
}

/** The numbers of a day, in the order of their columns: counts, then milliseconds. */
const COUNTS_OF_DAY = ['reviews', 'recalled', 'tested', 'kept'] as const;
const SPANS_OF_DAY = ['ms', 'spent'] as const;

function writeTally(columns: ColumnWriter, { days, ratings, reviews, ms }: Tally): void {
  const { again, hard, good, easy } = ratings;
  columns.add(Float64Array.of(days.size, reviews, ms, again, hard, good, easy));
  columns.add(Int32Array.from(days.keys()));
  const entries = [...days.values()];
  for (const name of COUNTS_OF_DAY) columns.add(Int32Array.from(entries, (entry) => entry[name]));
  for (const name of SPANS_OF_DAY) columns.add(Float64Array.from(entries, (entry) => entry[name]));
}

function readTally(columns: ColumnReader): OpenTally {
  const [size = 0, reviews = 0, ms = 0, again = 0, hard = 0, good = 0, easy = 0] = columns.take(
    Float64Array,
    7,
  );
  const tally = { ...emptyTally(), ratings: { again, hard, good, easy }, reviews, ms };
  const days = columns.take(Int32Array, size);
  const take = (): Int32Array => columns.take(Int32Array, size);
  const [counts, recalled, tested, kept] = [take(), take(), take(), take()];
  const [spans, spent] = [columns.take(Float64Array, size), columns.take(Float64Array, size)];
  for (let index = 0; index < size; index++) {
    tally.days.set(days[index] as number, {
      reviews: counts[index] as number,
      recalled: recalled[index] as number,
      ms: spans[index] as number,
      spent: spent[index] as number,
      tested: tested[index] as number,
      kept: kept[index] as number,
    });
  }
  return tally;
}

function sealed(text: Buffer, columns: Uint8Array): Buffer {
  const start = padded(HEADER + text.length);
  const bytes = Buffer.from(new ArrayBuffer(start + columns.length));
  bytes.set(MAGIC);
  bytes.writeUInt32LE(text.length, 16);
  bytes.writeUInt32LE(bytes.length, 20);
  bytes.set(text, HEADER);
  bytes.set(columns, start);
  const [a, b] = sumOf(bytes);
  bytes.writeInt32LE(a, 8);
  bytes.writeInt32LE(b, 12);
  return bytes;
}

/** The JSON part of a snapshot that is whole. */
function opened(bytes: Buffer): Buffer | undefined {
  if (bytes.length < HEADER || !bytes.subarray(0, MAGIC.length).equals(MAGIC)) return undefined;
  if (bytes.readUInt32LE(20) !== bytes.length || bytes.length % 8 !== 0) return undefined;
  if (!isSameSum(sumOf(bytes), [bytes.readInt32LE(8), bytes.readInt32LE(12)])) return undefined;
  return bytes.subarray(HEADER, HEADER + bytes.readUInt32LE(16));
}

/** The sum of all that follows the sums. */
function sumOf(bytes: Buffer): readonly [number, number] {
  return checksum(new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4), 4, bytes.length / 4);
}
