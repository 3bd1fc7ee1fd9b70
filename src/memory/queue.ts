import { type Moment, studyDay } from './day.ts';
import { type CardProgress, cardKey, type Progress } from './fold.ts';
import { isDue, NEW, type Performance } from './schedule.ts';
import { seeded, shuffle } from './shuffle.ts';

/** What the queue needs to know of a card; `Card` of the handbook with its deck's id is one. */
export interface QueueCard {
  readonly deck: string;
  readonly id: string;
  readonly topic: string;
  /** Siblings share it; empty when the card has none. */
  readonly group: string;
}

/** Which cards a session is made of. `today`: due, then new, then review ahead. */
export type Choice =
  | 'today'
  | 'due'
  | 'new'
  | 'random'
  | 'weak'
  | 'all'
  | { readonly ids: readonly string[] };

export interface QueueOptions {
  readonly now: Moment;
  readonly choice?: Choice;
  /** New cards a study day, those already begun today included. */
  readonly newPerDay?: number;
  /** At most so many items. */
  readonly count?: number;
  /** Review ahead is offered only while there is time left; off by default. */
  readonly ahead?: boolean;
  /** Repeats a random order. */
  readonly seed?: number;
  /** New cards in random order instead of the handbook's. */
  readonly shuffleNew?: boolean;
  /** How much is gained by reviewing a card now; puts review-ahead in order (plan.ts). */
  readonly gain?: (performance: Performance, card: QueueCard) => number;
}

export type Reason = 'step' | 'due' | 'new' | 'ahead' | 'chosen';

export interface QueueItem {
  readonly card: QueueCard;
  readonly reason: Reason;
  readonly performance: Performance;
  /** Probability of recall now; 0 for a new card. */
  readonly retrievability: number;
}

export const NEW_PER_DAY = 20;

/**
 * The cards of a session in the order to ask them. Siblings never meet in one session, and one that was
 * asked today buries the others until tomorrow; suspended cards are left out. Cards asked for by id are
 * given as asked, in that order.
 */
export function queue(cards: readonly QueueCard[], progress: Progress, options: QueueOptions): QueueItem[] {
  const { now, choice = 'today', count = Number.POSITIVE_INFINITY } = options;
  const entries = cards.map((card) => look(card, progress, studyDay(now)));
  if (typeof choice === 'object') {
    return byIds(entries, choice.ids)
      .map((entry) => item(entry, 'chosen'))
      .slice(0, count);
  }
  const open = entries.filter((entry) => !entry.known?.suspended);
  const ordered = choice === 'today' ? today(open, options) : chosen(open, choice, options);
  return apart(ordered).slice(0, count);
}

interface Entry {
  readonly card: QueueCard;
  readonly known: CardProgress | undefined;
  readonly performance: Performance;
  readonly retrievability: number;
}

function look(card: QueueCard, progress: Progress, day: number): Entry {
  const known = progress.cards.get(cardKey(card.deck, card.id));
  const performance = known?.performance ?? NEW;
  return { card, known, performance, retrievability: progress.scheduler.retrievability(performance, day) };
}

function item({ card, performance, retrievability }: Entry, reason: Reason): QueueItem {
  return { card, reason, performance, retrievability };
}

function today(entries: readonly Entry[], options: QueueOptions): QueueItem[] {
  const free = unburied(entries, studyDay(options.now));
  const result = [...due(free, options.now), ...fresh(free, entries, options)];
  return options.ahead ? [...result, ...ahead(free, options)] : result;
}

function chosen(entries: readonly Entry[], choice: Exclude<Choice, object | 'today'>, options: QueueOptions) {
  const random = seeded(options.seed ?? 0);
  switch (choice) {
    case 'due':
      return due(unburied(entries, studyDay(options.now)), options.now);
    case 'new':
      return fresh(unburied(entries, studyDay(options.now)), entries, {
        ...options,
        newPerDay: Number.POSITIVE_INFINITY,
      });
    case 'random':
      return shuffle(entries, random).map((entry) => item(entry, 'chosen'));
    case 'weak':
      return weak(entries).map((entry) => item(entry, 'chosen'));
    case 'all':
      return entries.map((entry) => item(entry, 'chosen'));
  }
}

/** Cards in short steps first, the longest waiting before the others; then the most forgotten. */
function due(entries: readonly Entry[], now: Moment): QueueItem[] {
  const waiting = entries.filter(({ performance }) => isDue(performance, now));
  const steps = waiting.filter(
    ({ performance }) => performance.kind === 'reviewed' && performance.phase !== 'review',
  );
  const reviews = waiting.filter((entry) => !steps.includes(entry));
  return [
    ...steps.sort((a, b) => dueAt(a) - dueAt(b)).map((entry) => item(entry, 'step')),
    ...reviews.sort((a, b) => a.retrievability - b.retrievability).map((entry) => item(entry, 'due')),
  ];
}

function dueAt({ performance }: Entry): number {
  return performance.kind === 'new' ? Number.POSITIVE_INFINITY : performance.due;
}

function fresh(free: readonly Entry[], all: readonly Entry[], options: QueueOptions): QueueItem[] {
  const { now, newPerDay = NEW_PER_DAY, shuffleNew = false, seed = 0 } = options;
  const begun = all.filter(({ known }) => known?.introduced === studyDay(now)).length;
  const unseen = apartEntries(free.filter(({ performance }) => performance.kind === 'new'));
  const order = shuffleNew ? shuffle(unseen, seeded(seed)) : unseen;
  return order.slice(0, Math.max(0, newPerDay - begun)).map((entry) => item(entry, 'new'));
}

/** Cards not due, not seen today, highest gain first; without a measure of gain, the most forgotten first. */
function ahead(entries: readonly Entry[], options: QueueOptions): QueueItem[] {
  const { now, gain } = options;
  return entries
    .filter(
      ({ performance, known }) =>
        performance.kind === 'reviewed' && !isDue(performance, now) && known?.lastDay !== studyDay(now),
    )
    .map((entry) => ({ entry, value: gain?.(entry.performance, entry.card) ?? 1 - entry.retrievability }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value)
    .map(({ entry }) => item(entry, 'ahead'));
}

/** Leeches and lapses first, then what is hard, then what is forgotten; cards never seen are not weak. */
function weak(entries: readonly Entry[]): Entry[] {
  return entries
    .filter(({ performance }) => performance.kind === 'reviewed')
    .sort((a, b) => weakness(b) - weakness(a));
}

function weakness({ performance, retrievability }: Entry): number {
  if (performance.kind === 'new') return 0;
  return performance.lapses + performance.difficulty / 10 + (1 - retrievability);
}

function byIds(entries: readonly Entry[], ids: readonly string[]): Entry[] {
  return ids.flatMap((id) => entries.filter(({ card }) => card.id === id));
}

function groupOf({ deck, group }: QueueCard): string | undefined {
  return group === '' ? undefined : cardKey(deck, group);
}

/** Leaves out the siblings of cards seen today; the card that was seen stays. */
function unburied(entries: readonly Entry[], day: number): Entry[] {
  const seen = new Set<string>();
  for (const { card, known } of entries) {
    const group = groupOf(card);
    if (group !== undefined && known?.lastDay === day) seen.add(group);
  }
  return entries.filter(({ card, known }) => known?.lastDay === day || !seen.has(groupOf(card) ?? ''));
}

/** Keeps the first of every group of siblings. */
function apart(items: readonly QueueItem[]): QueueItem[] {
  return firstOfGroups(items, ({ card }) => groupOf(card));
}

function apartEntries(entries: readonly Entry[]): Entry[] {
  return firstOfGroups(entries, ({ card }) => groupOf(card));
}

function firstOfGroups<T>(items: readonly T[], group: (item: T) => string | undefined): T[] {
  const met = new Set<string>();
  return items.filter((each) => {
    const name = group(each);
    if (name === undefined) return true;
    if (met.has(name)) return false;
    met.add(name);
    return true;
  });
}
