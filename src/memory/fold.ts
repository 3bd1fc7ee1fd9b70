import { studyDay } from './day.ts';
import { type LogEvent, type PlanEvent, type Review, settle } from './event.ts';
import { createScheduler, NEW, type Performance, type ScheduleOptions, type Scheduler } from './schedule.ts';

/** Names a card over all decks. */
export type CardKey = string;

/** Neither a deck's nor a card's id can hold a line break. */
export function cardKey(deck: string, card: string): CardKey {
  return `${deck}\n${card}`;
}

/** What the log says about one card. */
export interface CardProgress {
  readonly deck: string;
  readonly card: string;
  readonly performance: Performance;
  readonly suspended: boolean;
  readonly bookmarked: boolean;
  /** Markdown, or empty. */
  readonly note: string;
  /** Study day of the first review since the last reset, or undefined for a new card. */
  readonly introduced: number | undefined;
  /** Study day of the last review, also before a reset, or undefined. */
  readonly lastDay: number | undefined;
}

/** All that is known of a learner: derived from the log, never stored. */
export interface Progress {
  readonly cards: ReadonlyMap<CardKey, CardProgress>;
  /** Reviews that count, oldest first, under the cards' present ids. */
  readonly reviews: readonly Review[];
  /** Events that count, oldest first: the last one is what an undo takes back. */
  readonly history: readonly Exclude<LogEvent, { type: 'undo' }>[];
  /** The interview, or undefined. */
  readonly plan: PlanEvent | undefined;
  /** The scheduler that the states come from, with the learner's own parameters if there are any. */
  readonly scheduler: Scheduler;
}

/** The state of a card in a progress that may never have heard of it. */
export function performanceOf(progress: Progress, deck: string, card: string): Performance {
  return progress.cards.get(cardKey(deck, card))?.performance ?? NEW;
}

/** The event that an undo takes back: the latest that counts. Undo is any number of steps. */
export function undoable(progress: Progress): LogEvent | undefined {
  return progress.history.at(-1);
}

/**
 * Derives the progress from the events of a log. The order in which they come does not matter and neither
 * do repeats: events are told apart by id and told in the order of time, then id. What is undone is left
 * out before anything is derived, so undo restores exactly, however many steps.
 */
export function fold(events: Iterable<LogEvent>, schedule: Partial<ScheduleOptions> = {}): Progress {
  const history = withoutUndone(inOrder(events));
  const aliases = renames(history);
  const fitted = history.findLast((event) => event.type === 'parameters')?.values;
  const scheduler = createScheduler({ ...(fitted && { parameters: fitted }), ...schedule });
  const cards = new Map<CardKey, Mutable<CardProgress>>();
  const reviews: Review[] = [];
  let plan: PlanEvent | undefined;

  for (const event of history) {
    if (event.type === 'plan') plan = event.date === '' ? undefined : event;
    if (!('card' in event)) continue;
    const id = presentId(aliases, event.deck, event.card);
    const key = cardKey(event.deck, id);
    let entry = cards.get(key);
    if (entry === undefined) {
      entry = { ...BLANK, deck: event.deck, card: id };
      cards.set(key, entry);
    }
    if (event.type === 'review') {
      const review = id === event.card ? event : { ...event, card: id };
      reviews.push(review);
      entry.performance = scheduler.next(entry.performance, review, review.rating, key);
      entry.lastDay = studyDay(review);
      entry.introduced ??= entry.lastDay;
    } else {
      applyMark(entry, event);
    }
  }
  return { cards, reviews, history, plan, scheduler };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Lasting = Exclude<LogEvent, { type: 'undo' }>;

const BLANK = {
  performance: NEW as Performance,
  suspended: false,
  bookmarked: false,
  note: '',
  introduced: undefined,
  lastDay: undefined,
};

function applyMark(entry: Mutable<CardProgress>, event: LogEvent): void {
  switch (event.type) {
    case 'suspend':
    case 'unsuspend':
      entry.suspended = event.type === 'suspend';
      break;
    case 'bookmark':
      entry.bookmarked = event.on;
      break;
    case 'note':
      entry.note = event.text;
      break;
    case 'reset':
      entry.performance = NEW;
      entry.introduced = undefined;
      break;
  }
}

/** Without repeats, by time, then id. Two different events under one id (a damaged copy) resolve the same way everywhere. */
function inOrder(events: Iterable<LogEvent>): LogEvent[] {
  const byId = new Map<string, LogEvent>();
  for (const event of events) {
    const other = byId.get(event.id);
    byId.set(event.id, other === undefined || other === event ? event : settle(other, event));
  }
  return [...byId.values()].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

/** Leaves out the undos and what they undo. An undo that is itself undone does nothing. */
function withoutUndone(events: readonly LogEvent[]): Lasting[] {
  const undosOf = new Map<string, string[]>();
  for (const event of events) {
    if (event.type !== 'undo') continue;
    const undos = undosOf.get(event.of);
    if (undos) undos.push(event.id);
    else undosOf.set(event.of, [event.id]);
  }
  const settled = new Map<string, boolean>();
  const counts = (id: string): boolean => {
    const known = settled.get(id);
    if (known !== undefined) return known;
    // Only a forged log holds a circle; the answer is then the same for every order of reading.
    settled.set(id, true);
    const result = !(undosOf.get(id) ?? []).some(counts);
    settled.set(id, result);
    return result;
  };
  return events.filter((event): event is Lasting => event.type !== 'undo' && counts(event.id));
}

/** Former id to later id, by deck. An id that is taken again stops being a former one. */
function renames(history: readonly Lasting[]): ReadonlyMap<CardKey, string> {
  const aliases = new Map<CardKey, string>();
  for (const event of history) {
    if (event.type !== 'rename' || event.card === event.to) continue;
    aliases.set(cardKey(event.deck, event.card), event.to);
    aliases.delete(cardKey(event.deck, event.to));
  }
  return aliases;
}

function presentId(aliases: ReadonlyMap<CardKey, string>, deck: string, card: string): string {
  if (aliases.size === 0) return card;
  let id = card;
  for (let next = aliases.get(cardKey(deck, id)); next !== undefined; next = aliases.get(cardKey(deck, id)))
    id = next;
  return id;
}
