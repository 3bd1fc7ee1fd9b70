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
  readonly history: readonly Lasting[];
  /** All events, each once, oldest first, the undone ones and the undos too. */
  readonly events: readonly LogEvent[];
  /** The interview, or undefined. */
  readonly plan: PlanEvent | undefined;
  /** The scheduler that the states come from, with the learner's own parameters if there are any. */
  readonly scheduler: Scheduler;
  /** Former ids of cards, by deck. */
  readonly aliases: ReadonlyMap<CardKey, string>;
  /** Ids that some undo names; the event itself may be on another device still. */
  readonly undos: ReadonlySet<string>;
  /** The options it was folded with. */
  readonly schedule: Partial<ScheduleOptions>;
}

/** An event that says something of itself; an undo only takes others back. */
type Lasting = Exclude<LogEvent, { type: 'undo' }>;

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
  const all = inOrder(events);
  const history = withoutUndone(all);
  const fitted = history.findLast((event) => event.type === 'parameters')?.values;
  const scheduler = createScheduler({ ...(fitted && { parameters: fitted }), ...schedule });
  const draft: Draft = { cards: new Map(), reviews: [], plan: undefined };
  const aliases = renames(history);
  for (const event of history) {
    apply(draft, event, 'card' in event ? presentId(aliases, event.deck, event.card) : '', scheduler);
  }
  return { ...draft, history, events: all, scheduler, aliases, undos: undone(all), schedule };
}

/**
 * The progress with one event more, as folding all events would give it. Quick for what happens at every
 * question; an undo, a changed id, new parameters or an event from the past fold everything again.
 */
export function advance(progress: Progress, event: LogEvent): Progress {
  const last = progress.events.at(-1);
  const isLatest = last === undefined || byTime(last, event) < 0;
  const isUndone = progress.undos.has(event.id);
  if (!isLatest || isUndone || !isPlain(event)) {
    return fold([...progress.events, event], progress.schedule);
  }
  const draft = { cards: new Map(progress.cards), reviews: [...progress.reviews], plan: progress.plan };
  const id = 'card' in event ? presentId(progress.aliases, event.deck, event.card) : '';
  apply(draft, event, id, progress.scheduler);
  return {
    ...progress,
    ...draft,
    history: [...progress.history, event],
    events: [...progress.events, event],
  };
}

function isPlain(event: LogEvent): event is Exclude<Lasting, { type: 'rename' | 'parameters' }> {
  return event.type !== 'undo' && event.type !== 'rename' && event.type !== 'parameters';
}

interface Draft {
  cards: Map<CardKey, CardProgress>;
  reviews: Review[];
  plan: PlanEvent | undefined;
}

/** Puts one event in; `id` is the present id of its card. */
function apply(draft: Draft, event: Lasting, id: string, scheduler: Scheduler): void {
  if (event.type === 'plan') draft.plan = event.date === '' ? undefined : event;
  if (!('card' in event)) return;
  const key = cardKey(event.deck, id);
  const before = draft.cards.get(key) ?? { ...BLANK, deck: event.deck, card: id };
  if (event.type !== 'review') {
    draft.cards.set(key, marked(before, event));
    return;
  }
  draft.reviews.push(id === event.card ? event : { ...event, card: id });
  const day = studyDay(event);
  draft.cards.set(key, {
    deck: before.deck,
    card: before.card,
    performance: scheduler.next(before.performance, event, event.rating, key),
    suspended: before.suspended,
    bookmarked: before.bookmarked,
    note: before.note,
    introduced: before.introduced ?? day,
    lastDay: day,
  });
}

const BLANK = {
  performance: NEW as Performance,
  suspended: false,
  bookmarked: false,
  note: '',
  introduced: undefined,
  lastDay: undefined,
};

function marked(entry: CardProgress, event: Lasting): CardProgress {
  switch (event.type) {
    case 'suspend':
    case 'unsuspend':
      return { ...entry, suspended: event.type === 'suspend' };
    case 'bookmark':
      return { ...entry, bookmarked: event.on };
    case 'note':
      return { ...entry, note: event.text };
    case 'reset':
      return { ...entry, performance: NEW, introduced: undefined };
    default:
      return entry;
  }
}

/** Without repeats, by time, then id. */
function inOrder(events: Iterable<LogEvent>): readonly LogEvent[] {
  const list = Array.isArray(events) ? (events as LogEvent[]) : [...events];
  if (isInOrder(list)) return list;
  const byId = new Map<string, LogEvent>();
  for (const event of list) {
    const other = byId.get(event.id);
    byId.set(event.id, other === undefined || other === event ? event : settle(other, event));
  }
  return [...byId.values()].sort(byTime);
}

/**
 * Ids that rise along with the times can neither repeat nor be out of order: the log of one device, as it is
 * written. Telling so saves a table of a million ids.
 */
function isInOrder(events: readonly LogEvent[]): boolean {
  let before: LogEvent | undefined;
  for (const event of events) {
    if (before !== undefined && (event.at < before.at || event.id <= before.id)) return false;
    before = event;
  }
  return true;
}

function byTime(a: LogEvent, b: LogEvent): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function undone(events: readonly LogEvent[]): Set<string> {
  return new Set(events.flatMap((event) => (event.type === 'undo' ? [event.of] : [])));
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
    if (!undosOf.has(id)) return true;
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

/** The id that a card has now. */
export function presentId(aliases: ReadonlyMap<CardKey, string>, deck: string, card: string): string {
  if (aliases.size === 0) return card;
  let id = card;
  for (let next = aliases.get(cardKey(deck, id)); next !== undefined; next = aliases.get(cardKey(deck, id)))
    id = next;
  return id;
}
