import { dateToDay } from './day.ts';
import { isRating, type Rating } from './rating.ts';

/** Version of the event format; a line with a greater one is kept and ignored. */
const EVENT_VERSION = 1;

/** What every event carries. */
interface Stamp {
  /** Version of the line it was read from; absent while it has not been written. */
  readonly v?: number;
  /** ULID: unique over all devices; the union of any copies of a log is the same history. */
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Minutes to add to UTC to get the learner's local time at that moment. */
  readonly offset: number;
}

interface OfCard {
  readonly deck: string;
  readonly card: string;
}

/** One rating of one card at one time: the only fact that progress is made of. */
export interface Review extends Stamp, OfCard {
  readonly type: 'review';
  readonly rating: Rating;
  /** Milliseconds spent on the question, from shown to rated. */
  readonly ms: number;
  /** Where it was rated. */
  readonly mode?: 'drill' | 'mock';
  /** Weighted part of the key points the answer covered, 0 to 1. */
  readonly coverage?: number;
}

/** Makes the event `of` as if it had never been; an undo can itself be undone. */
interface Undo extends Stamp {
  readonly type: 'undo';
  readonly of: string;
}

/** Takes a card out of every queue. */
interface Suspend extends Stamp, OfCard {
  readonly type: 'suspend';
}

interface Unsuspend extends Stamp, OfCard {
  readonly type: 'unsuspend';
}

interface Bookmark extends Stamp, OfCard {
  readonly type: 'bookmark';
  readonly on: boolean;
}

/** Replaces the learner's note on a card; an empty text removes it. */
interface Note extends Stamp, OfCard {
  readonly type: 'note';
  readonly text: string;
}

/** The card starts anew: reviews before this one no longer count for its schedule. */
interface Reset extends Stamp, OfCard {
  readonly type: 'reset';
}

/** The card's id in its deck changed to `to`; its history goes with it. */
interface Rename extends Stamp, OfCard {
  readonly type: 'rename';
  readonly to: string;
}

/** The interview: its local date `YYYY-MM-DD` (empty: no interview) and minutes of study a day. */
export interface PlanEvent extends Stamp {
  readonly type: 'plan';
  readonly date: string;
  readonly minutes: number;
}

/** FSRS-6 parameters fitted to the learner's own reviews; an empty list goes back to the defaults. */
interface Parameters extends Stamp {
  readonly type: 'parameters';
  readonly values: readonly number[];
}

/** A session of chosen cards begins; with no cards, the last one has come to its end. */
export interface SessionEvent extends Stamp {
  readonly type: 'session';
  readonly deck: string;
  /** Ids in the order to ask them. */
  readonly cards: readonly string[];
}

export type LogEvent =
  | Review
  | Undo
  | Suspend
  | Unsuspend
  | Bookmark
  | Note
  | Reset
  | Rename
  | PlanEvent
  | Parameters
  | SessionEvent;

/** An event without its stamp, as the program makes it before the log gives it an id and a time. */
export type EventBody = LogEvent extends infer E
  ? E extends LogEvent
    ? Omit<E, keyof Stamp>
    : never
  : never;

/**
 * What a line of the log turned out to be. `unknown` is a whole event of a type or a version that this
 * program does not know: it is kept where it is and ignored. `bad` is a line that is no event:
 * `torn` when it is not JSON, `shape` when a field is missing or out of range.
 */
export type Decoded =
  | { readonly kind: 'event'; readonly event: LogEvent }
  | { readonly kind: 'unknown'; readonly type: string; readonly version: number; readonly id: string }
  | { readonly kind: 'bad'; readonly reason: 'torn' | 'shape' };

/** One line of JSON without the line break: version and type first, so that a reader can tell early. */
export function encode(event: LogEvent): string {
  const { v: _, type, id, at, offset, ...rest } = event;
  return JSON.stringify({ v: EVENT_VERSION, type, id, at, offset, ...rest });
}

/** Reads one line of a log. Never throws. */
export function decode(line: string): Decoded {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { kind: 'bad', reason: 'torn' };
  }
  if (!isRecord(value)) return { kind: 'bad', reason: 'shape' };
  const { v: version, id, type } = value;
  if (typeof version !== 'number' || !isText(type) || !isText(id)) return { kind: 'bad', reason: 'shape' };
  if (version > EVENT_VERSION || !isKnown(type)) return { kind: 'unknown', type, version, id };
  if (!isStamped(value) || !CHECKS[type](value)) return { kind: 'bad', reason: 'shape' };
  return { kind: 'event', event: value as LogEvent };
}

/**
 * Which of two events with one id counts. They differ only when a copy was damaged or edited; whatever the
 * order of reading, the answer is the same.
 */
export function settle(a: LogEvent, b: LogEvent): LogEvent {
  return encode(a) <= encode(b) ? a : b;
}

/** Every field an event may have, of whatever type the line gave it. */
type Fields = { readonly [K in FieldName]?: unknown };
type FieldName = LogEvent extends infer E ? (E extends LogEvent ? keyof E : never) : never;
type Check = (fields: Fields) => boolean;

const isText = (value: unknown): value is string => typeof value === 'string';
/** Ids of decks and cards stand on one line. */
const isName = (value: unknown) => isText(value) && value !== '' && !value.includes('\n');
const isWithin = (value: unknown, low: number, high: number) =>
  typeof value === 'number' && value >= low && value <= high;
const isOfCard: Check = ({ deck, card }) => isName(deck) && isName(card);

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isKnown(type: string): type is LogEvent['type'] {
  return Object.hasOwn(CHECKS, type);
}

/** 1970 to 9999, and a day either way for the offset. */
function isStamped({ id, at, offset }: Fields): boolean {
  return isName(id) && isWithin(at, 0, 253_402_300_799_999) && isWithin(offset, -1440, 1440);
}

const CHECKS: Record<LogEvent['type'], Check> = {
  review: (fields) =>
    isOfCard(fields) &&
    isRating(fields.rating) &&
    isWithin(fields.ms, 0, Number.MAX_SAFE_INTEGER) &&
    (fields.coverage === undefined || isWithin(fields.coverage, 0, 1)),
  undo: ({ of }) => isName(of),
  suspend: isOfCard,
  unsuspend: isOfCard,
  bookmark: (fields) => isOfCard(fields) && typeof fields.on === 'boolean',
  note: (fields) => isOfCard(fields) && isText(fields.text),
  reset: isOfCard,
  rename: (fields) => isOfCard(fields) && isName(fields.to),
  plan: ({ date, minutes }) =>
    isText(date) && (date === '' || dateToDay(date) !== undefined) && isWithin(minutes, 0, 1440),
  session: ({ deck, cards }) => isName(deck) && Array.isArray(cards) && cards.every(isName),
  parameters: ({ values }) =>
    Array.isArray(values) &&
    (values.length === 0 || values.length === 21) &&
    values.every((value) => Number.isFinite(value)),
};
