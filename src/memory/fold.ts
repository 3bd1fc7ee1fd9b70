import { type CardKey, cardKey } from './card-key.ts';
import { studyDay } from './day.ts';
import type { LogEvent, PlanEvent, Review, SessionEvent } from './event.ts';
import { inOrder } from './event-order.ts';
import { type FirstAnswers, NO_ANSWERS, withAnswer } from './first-answers.ts';
import { Answers } from './habits.ts';
import { Names } from './names.ts';
import { type Aliases, presentId, renames } from './renames.ts';
import { createScheduler, NEW, type Performance, type ScheduleOptions, type Scheduler } from './schedule.ts';
import { copyTally, countIn, emptyTally, type OpenTally, sumOf, type Tally } from './tally.ts';
import { type Lasting, withoutUndone } from './undone.ts';

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
  readonly firstAnswers: FirstAnswers;
}

/**
 * All that is known of a learner, derived from the log. Its size is that of cards and days, not of reviews, and each
 * event can be put into it in turn, so that what is known of old events can be kept (standing.ts) and need not be
 * derived again.
 */
export interface Progress {
  readonly cards: ReadonlyMap<CardKey, CardProgress>;
  /** The interview, or undefined. */
  readonly plan: Plan | undefined;
  /** Reviews by deck, counted. */
  readonly decks: ReadonlyMap<string, Tally>;
  /** The latest answers. */
  readonly answers: Answers;
  /** The latest reviews, oldest first, at most `LATEST_REVIEWS`. */
  readonly latest: readonly LatestReview[];
  /** The last session of chosen cards, by deck. */
  readonly sessions: ReadonlyMap<string, SessionProgress>;
  /** Former ids of cards. */
  readonly aliases: Aliases;
  /** The scheduler that the states come from, with the learner's own parameters if there are any. */
  readonly scheduler: Scheduler;
}

export type Plan = Pick<PlanEvent, 'date' | 'minutes'>;

export type LatestReview = Pick<Review, 'id' | 'deck' | 'card'>;

export interface SessionProgress extends Pick<SessionEvent, 'at' | 'offset' | 'cards'> {
  /** Cards reviewed or suspended since. */
  readonly settled: ReadonlySet<string>;
}

export const LATEST_REVIEWS = 20;

/** The state of a card in a progress that may never have heard of it. */
export function performanceOf(progress: Progress, deck: string, card: string): Performance {
  return progress.cards.get(cardKey(deck, card))?.performance ?? NEW;
}

/** All reviews of all decks, counted. */
export function allReviews({ decks }: Progress): Tally {
  return sumOf([...decks.values()]);
}

/**
 * Derives the progress from the events of a log. The order in which they come does not matter and neither
 * do repeats: events are told apart by id and told in the order of time, then id. What is undone is left
 * out before anything is derived, so undo restores exactly, however many steps.
 */
export function fold(events: Iterable<LogEvent>, schedule: Partial<ScheduleOptions> = {}): Progress {
  const history = withoutUndone(inOrder(events));
  const scheduler = schedulerFor(parametersOf(history), schedule);
  const aliases = renames(history);
  const aggregate = emptyAggregate();
  const names = new Names(aliases);
  for (const event of history) apply(aggregate, event, names, scheduler);
  return { ...aggregate, aliases, scheduler };
}

/** The reviews that count, oldest first, under the cards' present ids. */
export function countedReviews(events: Iterable<LogEvent>): Review[] {
  const history = withoutUndone(inOrder(events));
  const aliases = renames(history);
  return history.flatMap((event) => {
    if (event.type !== 'review') return [];
    const id = presentId(aliases, event.deck, event.card);
    return [id === event.card ? event : { ...event, card: id }];
  });
}

/** The learner's own parameters, or undefined; empty when they were given up. Events that count, in order. */
export function parametersOf(history: readonly Lasting[]): readonly number[] | undefined {
  return history.findLast((event) => event.type === 'parameters')?.values;
}

/** The scheduler for parameters found in a log; those that are asked for go before them. */
export function schedulerFor(
  parameters: readonly number[] | undefined,
  schedule: Partial<ScheduleOptions>,
): Scheduler {
  return createScheduler({ ...(parameters && { parameters }), ...schedule });
}

/** What events add up to, while more are put in. */
export interface Aggregate {
  readonly cards: Map<CardKey, CardProgress>;
  plan: Plan | undefined;
  readonly decks: Map<string, OpenTally>;
  readonly answers: Answers;
  readonly latest: LatestReview[];
  readonly sessions: Map<string, OpenSession>;
}

interface OpenSession extends SessionProgress {
  readonly settled: Set<string>;
}

export function emptyAggregate(): Aggregate {
  return {
    cards: new Map(),
    plan: undefined,
    decks: new Map(),
    answers: new Answers(),
    latest: [],
    sessions: new Map(),
  };
}

/** A copy to put more in, while the other stays as it is. */
export function copyAggregate({ cards, plan, decks, answers, latest, sessions }: Aggregate): Aggregate {
  return {
    cards: new Map(cards),
    plan,
    decks: new Map(Array.from(decks, ([deck, tally]) => [deck, copyTally(tally)])),
    answers: answers.copy(),
    latest: [...latest],
    sessions: new Map(
      Array.from(sessions, ([deck, session]) => [deck, { ...session, settled: new Set(session.settled) }]),
    ),
  };
}

/** Puts in one event that counts and is later than all before. */
export function apply(into: Aggregate, event: Lasting, names: Names, scheduler: Scheduler): void {
  if (event.type === 'plan')
    into.plan = event.date === '' ? undefined : { date: event.date, minutes: event.minutes };
  if (event.type === 'session') {
    const { at, offset, cards } = event;
    into.sessions.set(event.deck, { at, offset, cards, settled: new Set() });
  }
  if (!('card' in event)) return;
  const { card: id, key } = names.of(event.deck, event.card);
  const before = into.cards.get(key) ?? { ...BLANK, deck: event.deck, card: id };
  if (event.type === 'review' || event.type === 'suspend') settle(into, event);
  if (event.type !== 'review') {
    into.cards.set(key, marked(before, event));
    return;
  }
  countReview(into, event, id, before.lastDay);
  const day = studyDay(event);
  into.cards.set(key, {
    deck: before.deck,
    card: before.card,
    performance: scheduler.next(before.performance, event, event.rating, key),
    suspended: before.suspended,
    bookmarked: before.bookmarked,
    note: before.note,
    introduced: before.introduced ?? day,
    lastDay: day,
    firstAnswers: withAnswer(before.firstAnswers, event, before.introduced),
  });
}

function countReview(into: Aggregate, review: Review, card: string, before: number | undefined): void {
  const { id, deck } = review;
  let tally = into.decks.get(deck);
  if (tally === undefined) {
    tally = emptyTally();
    into.decks.set(deck, tally);
  }
  countIn(tally, review, before);
  into.answers.add(review, before !== undefined);
  into.latest.push({ id, deck, card });
  if (into.latest.length > LATEST_REVIEWS) into.latest.shift();
}

/** A card of a session is asked no more, under the id that the session knows it by. */
function settle(into: Aggregate, { deck, card }: { readonly deck: string; readonly card: string }): void {
  const session = into.sessions.get(deck);
  if (session && session.cards.length > 0) session.settled.add(card);
}

const BLANK = {
  performance: NEW as Performance,
  suspended: false,
  bookmarked: false,
  note: '',
  introduced: undefined,
  lastDay: undefined,
  firstAnswers: NO_ANSWERS,
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
