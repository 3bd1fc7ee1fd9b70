import { cardKey } from './card-key.ts';
import { dayToDate, type Moment, studyDay } from './day.ts';
import type { Review } from './event.ts';
import { allReviews, type CardProgress, type Progress } from './fold.ts';
import type { QueueCard } from './queue.ts';
import type { Rating } from './rating.ts';
import { reviewDays, streaks, trueRetention } from './review-days.ts';
import { isDue, NEW, type Performance } from './schedule.ts';
import { countIn, emptyTally, type Tally } from './tally.ts';

/**
 * Statistics of a deck as plain values: this is the shape of `k8sq stats --json`. Dates are study days as
 * `YYYY-MM-DD`, times are milliseconds, recall and shares are 0 to 1. Reviews of cards that left the deck
 * count in `days`, `streak`, `retention` and `time`, and nowhere else.
 */
export interface Statistics {
  readonly date: string;
  readonly cards: {
    readonly total: number;
    readonly seen: number;
    readonly due: number;
    /** Recalled with 90 % or more for three weeks without a review. */
    readonly mastered: number;
    readonly suspended: number;
    readonly leeches: number;
  };
  /** Days with reviews, oldest first. */
  readonly days: readonly DayStatistics[];
  readonly streak: {
    /** Days in a row up to today, or up to yesterday while today has none. */
    readonly current: number;
    readonly longest: number;
  };
  /** By month, oldest first: of the cards asked on a later day than the last time, how many were recalled. */
  readonly retention: readonly MonthRetention[];
  /** Due cards of the next 30 days, today (with what is overdue) first. */
  readonly forecast: readonly { readonly date: string; readonly due: number }[];
  /** In the order of the deck. */
  readonly topics: readonly TopicStatistics[];
  /** Cards forgotten at least once, the most forgotten first, at most ten. */
  readonly hardest: readonly HardCard[];
  readonly ratings: Readonly<Record<Rating, number>>;
  readonly time: {
    readonly total: number;
    readonly today: number;
    /** Mean of a review; 0 without reviews. */
    readonly perReview: number;
  };
  readonly readiness: {
    /** Mean probability of recall today over all cards of the deck; a card never seen counts 0. */
    readonly recall: number;
    /** Share of the deck that has been seen. */
    readonly coverage: number;
  };
}

export interface DayStatistics {
  readonly date: string;
  readonly reviews: number;
  readonly recalled: number;
  readonly ms: number;
}

export interface MonthRetention {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly reviews: number;
  readonly recalled: number;
}

export interface TopicStatistics {
  readonly topic: string;
  readonly cards: number;
  readonly seen: number;
  readonly mastered: number;
  readonly due: number;
  readonly recall: number;
}

export interface HardCard {
  readonly deck: string;
  readonly card: string;
  readonly lapses: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
  readonly leech: boolean;
  readonly recall: number;
}

const FORECAST_DAYS = 30;
const HARDEST = 10;
/** Days of stability, that is of 90 % recall, that make a card mastered, as Anki calls it mature. */
const MASTERED = 21;

/** `tally` is of the reviews to count, all of the learner's unless others are given. */
export function statistics(
  cards: readonly QueueCard[],
  progress: Progress,
  now: Moment,
  tally: Tally = allReviews(progress),
): Statistics {
  const today = studyDay(now);
  const entries = cards.map((card) => look(card, progress, now));
  const days = reviewDays(tally);
  const seen = count(entries, isSeen);
  return {
    date: dayToDate(today),
    cards: {
      total: cards.length,
      seen,
      due: count(entries, (entry) => entry.due),
      mastered: count(entries, isMastered),
      suspended: count(entries, ({ known }) => known?.suspended === true),
      leeches: count(entries, ({ performance }) => performance.kind === 'reviewed' && performance.leech),
    },
    days: days.map(({ day, reviews, recalled, ms }) => ({ date: dayToDate(day), reviews, recalled, ms })),
    streak: streaks(days, today),
    retention: trueRetention(tally),
    forecast: forecast(entries, today),
    topics: byTopic(entries),
    hardest: hardest(entries),
    ratings: { ...tally.ratings },
    time: {
      total: tally.ms,
      today: tally.days.get(today)?.ms ?? 0,
      perReview: tally.reviews === 0 ? 0 : tally.ms / tally.reviews,
    },
    readiness: {
      recall: mean(entries.map((entry) => entry.recall)),
      coverage: cards.length === 0 ? 0 : seen / cards.length,
    },
  };
}

/** Counts some reviews, oldest first. */
export function tallyOf(reviews: readonly Review[]): Tally {
  const tally = emptyTally();
  const lastDay = new Map<string, number>();
  for (const review of reviews) {
    const key = cardKey(review.deck, review.card);
    countIn(tally, review, lastDay.get(key));
    lastDay.set(key, studyDay(review));
  }
  return tally;
}

interface Entry {
  readonly card: QueueCard;
  readonly known: CardProgress | undefined;
  readonly performance: Performance;
  readonly recall: number;
  /** To be asked today; a suspended card never is. */
  readonly due: boolean;
}

function look(card: QueueCard, progress: Progress, now: Moment): Entry {
  const known = progress.cards.get(cardKey(card.deck, card.id));
  const performance = known?.performance ?? NEW;
  const recall = progress.scheduler.retrievability(performance, studyDay(now));
  return { card, known, performance, recall, due: !known?.suspended && isDue(performance, now) };
}

const isSeen = ({ performance }: Entry) => performance.kind === 'reviewed';
const isMastered = ({ performance }: Entry) =>
  performance.kind === 'reviewed' && performance.phase === 'review' && performance.stability >= MASTERED;

function forecast(entries: readonly Entry[], today: number): Statistics['forecast'] {
  const due = new Array<number>(FORECAST_DAYS).fill(0);
  for (const { performance, known } of entries) {
    if (performance.kind === 'new' || known?.suspended) continue;
    const index = Math.max(0, performance.dueDay - today);
    if (index < FORECAST_DAYS) due[index] = (due[index] ?? 0) + 1;
  }
  return due.map((number, index) => ({ date: dayToDate(today + index), due: number }));
}

function byTopic(entries: readonly Entry[]): TopicStatistics[] {
  const topics = new Map<string, Entry[]>();
  for (const entry of entries) {
    const members = topics.get(entry.card.topic);
    if (members) members.push(entry);
    else topics.set(entry.card.topic, [entry]);
  }
  return [...topics].map(([topic, members]) => ({
    topic,
    cards: members.length,
    seen: count(members, isSeen),
    mastered: count(members, isMastered),
    due: count(members, (entry) => entry.due),
    recall: mean(members.map((entry) => entry.recall)),
  }));
}

function hardest(entries: readonly Entry[]): HardCard[] {
  return entries
    .flatMap(({ card, performance, recall }) =>
      performance.kind === 'reviewed' && performance.lapses > 0
        ? [{ deck: card.deck, card: card.id, ...pick(performance), recall }]
        : [],
    )
    .sort((a, b) => b.lapses - a.lapses || b.difficulty - a.difficulty || a.recall - b.recall)
    .slice(0, HARDEST);
}

function pick({ lapses, difficulty, leech }: Exclude<Performance, { kind: 'new' }>) {
  return { lapses, difficulty, leech };
}

function count<T>(items: readonly T[], isCounted: (item: T) => boolean): number {
  return items.filter(isCounted).length;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
