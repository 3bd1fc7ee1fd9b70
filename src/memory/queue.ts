import { cardKey } from './card-key.ts';
import { MINUTE, type Moment, studyDay } from './day.ts';
import type { CardProgress, Progress } from './fold.ts';
import type { Gain } from './gain.ts';
import { interleaved } from './interleave.ts';
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
  | 'suspended'
  | { readonly ids: readonly string[] };

export interface QueueOptions {
  readonly now: Moment;
  readonly choice?: Choice;
  /** New cards a study day, those already begun today included. */
  readonly newPerDay?: number;
  /** At most so many items. */
  readonly count?: number;
  /** Offer cards that are not due yet once the others are done; off by default. */
  readonly ahead?: boolean;
  /** Repeats a random order. */
  readonly seed?: number;
  /** The chosen cards in random order instead of their own. */
  readonly shuffled?: boolean;
  /** New cards in random order instead of the handbook's. */
  readonly shuffleNew?: boolean;
  /**
   * What is gained by asking a card now (gain.ts). With an interview ahead it alone decides the order of
   * today's cards: due, new and not yet due ones together, as long as the learner goes on.
   */
  readonly gain?: Gain;
  /** By card key, how weak a card is beyond its schedule (weak-spots.ts); with the choice `weak` these come first. */
  readonly weakness?: ReadonlyMap<string, number>;
}

export type Reason = 'step' | 'due' | 'new' | 'ahead' | 'chosen';

export interface QueueItem {
  readonly card: QueueCard;
  readonly reason: Reason;
  readonly performance: Performance;
  /** Probability of recall now; 0 for a new card. */
  readonly retrievability: number;
}

const NEW_PER_DAY = 20;

/**
 * The cards of a session in the order to ask them. Siblings never meet in one session, and one that was
 * asked today buries the others until tomorrow; suspended cards are left out unless they are what is asked for. Cards
 * asked for by id are given as asked, in that order.
 */
export function queue(cards: readonly QueueCard[], progress: Progress, options: QueueOptions): QueueItem[] {
  const { now, choice = 'today', count = Number.POSITIVE_INFINITY, shuffled = false, seed = 0 } = options;
  const inOrder = <T>(items: readonly T[]): readonly T[] => (shuffled ? shuffle(items, seeded(seed)) : items);
  const entries = cards.map((card) => look(card, progress, studyDay(now)));
  if (typeof choice === 'object') {
    return inOrder(byIds(entries, choice.ids))
      .map((entry) => item(entry, 'chosen'))
      .slice(0, count);
  }
  if (choice === 'suspended') {
    const suspended = entries.filter(({ known }) => known?.suspended);
    return inOrder(suspended)
      .map((entry) => item(entry, 'chosen'))
      .slice(0, count);
  }
  const open = entries.filter((entry) => !entry.known?.suspended);
  const ordered = choice === 'today' ? today(open, options) : chosen(open, choice, options);
  return apart(inOrder(ordered)).slice(0, count);
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
  const { now, gain, ahead: isAhead = false } = options;
  const free = unburied(entries, studyDay(now));
  if (gain !== undefined) return byGain(free, gain, options);
  const early = isAhead ? ahead(free, now) : [];
  return [...due(free, now), ...fresh(free, entries, options), ...early, ...waiting(free, now)];
}

/**
 * Highest gain first; where it is equal, as it is for all that was never seen, the topics take turns. What was asked a
 * moment ago waits until there is nothing else, for a question whose
 * answer is still before the eyes tests nothing.
 */
function byGain(entries: readonly Entry[], gain: Gain, { now, seed = 0 }: QueueOptions): QueueItem[] {
  const items = interleaved(entries, ({ card }) => card.topic, seed).map((entry) => ({
    item: item(entry, reasonOf(entry, now)),
    gain: gain(entry.performance),
    justSeen: askedAt(entry) > now.at - JUST_SEEN ? askedAt(entry) : 0,
  }));
  items.sort((a, b) => a.justSeen - b.justSeen || b.gain - a.gain);
  return items.map((each) => each.item);
}

const JUST_SEEN = 10 * MINUTE;

function askedAt({ performance }: Entry): number {
  return performance.kind === 'new' ? 0 : performance.lastReview;
}

function reasonOf({ performance }: Entry, now: Moment): Reason {
  if (performance.kind === 'new') return 'new';
  if (!isDue(performance, now)) return 'ahead';
  return performance.phase === 'review' ? 'due' : 'step';
}

function chosen(
  entries: readonly Entry[],
  choice: Exclude<Choice, object | 'today' | 'suspended'>,
  options: QueueOptions,
) {
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
      return weak(entries, options.weakness ?? new Map()).map((entry) => item(entry, 'chosen'));
    case 'all':
      return entries.map((entry) => item(entry, 'chosen'));
  }
}

/** Cards in short steps first, the longest waiting before the others; then the most forgotten. */
function due(entries: readonly Entry[], now: Moment): QueueItem[] {
  const ready = entries.filter(({ performance }) => isDue(performance, now));
  const steps = ready.filter(({ performance }) => isShort(performance));
  const reviews = ready.filter(({ performance }) => isLong(performance));
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

/** Cards in long intervals that are not due and were not seen today, the most forgotten first. */
function ahead(entries: readonly Entry[], now: Moment): QueueItem[] {
  return entries
    .filter(
      ({ performance, known }) =>
        isLong(performance) && !isDue(performance, now) && known?.lastDay !== studyDay(now),
    )
    .sort((a, b) => a.retrievability - b.retrievability)
    .map((entry) => item(entry, 'ahead'));
}

/** Cards whose short step ends soon: a little early is better than not today. */
function waiting(entries: readonly Entry[], now: Moment): QueueItem[] {
  return entries
    .filter((entry) => isShort(entry.performance) && dueAt(entry) > now.at && dueAt(entry) <= now.at + SOON)
    .sort((a, b) => dueAt(a) - dueAt(b))
    .map((entry) => item(entry, 'step'));
}

const SOON = 20 * MINUTE;

function isShort(performance: Performance): boolean {
  return performance.kind === 'reviewed' && performance.phase !== 'review';
}

function isLong(performance: Performance): boolean {
  return performance.kind === 'reviewed' && performance.phase === 'review';
}

/**
 * The weak spots first; then leeches and lapses, what is hard, and what is forgotten. A card never seen is weak only
 * as a weak spot: when it is looked up again and again.
 */
function weak(entries: readonly Entry[], spots: ReadonlyMap<string, number>): Entry[] {
  const spot = ({ card }: Entry): number => spots.get(cardKey(card.deck, card.id)) ?? 0;
  return entries
    .filter((entry) => entry.performance.kind === 'reviewed' || spot(entry) > 0)
    .sort((a, b) => spot(b) - spot(a) || weakness(b) - weakness(a));
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
