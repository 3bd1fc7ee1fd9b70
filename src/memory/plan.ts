import { cardKey } from './card-key.ts';
import { dateToDay, type Moment, studyDay } from './day.ts';
import { allReviews, type Progress } from './fold.ts';
import { type Gain, gainPerSecond } from './gain.ts';
import { type Habits, habits } from './habits.ts';
import type { QueueCard } from './queue.ts';
import { type Rehearsal, rehearse } from './rehearsal.ts';
import { createScheduler, NEW, type Performance, type Scheduler } from './schedule.ts';

/** Probabilities of recall, 0 to 1, as means over cards; a card never seen counts 0. */
export interface PlanReport {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** Study days left, today included; 0 on the day of the interview and after it. */
  readonly daysLeft: number;
  /** Minutes of study a day. */
  readonly minutes: number;
  /** Questions that fit into the minutes at the learner's own pace. */
  readonly reviewsPerDay: number;
  readonly cards: number;
  readonly seen: number;
  /** Mean recall today. */
  readonly now: number;
  /** Mean recall on the day when every day until then is used. */
  readonly onTheDay: number;
  /** Mean recall on the day without any further study. */
  readonly untouched: number;
  /** What leaving out today takes away from `onTheDay`. */
  readonly missedDay: number;
  readonly topics: readonly TopicOutlook[];
}

export interface TopicOutlook {
  readonly topic: string;
  readonly cards: number;
  readonly seen: number;
  readonly now: number;
  readonly onTheDay: number;
}

export interface PlanOptions {
  readonly now: Moment;
  /** `YYYY-MM-DD`, local. */
  readonly date: string;
  /** Minutes of study a day. */
  readonly minutes: number;
  /** Repeats the same forecast. */
  readonly seed?: number;
}

/**
 * The order of today's cards for an interview on a date, for `queue`; undefined when the date is not ahead.
 * Make it once a session: it looks at the learner's habits, and remembers the gain of every state it was asked.
 *
 * The policy is to ask, always, the card whose recall on the day rises most per second. In simulation
 * (bench/learners.mjs) that is never worse than shuffling through the deck, also when there is no time to
 * see every card, where due cards first would leave many cards unseen; and it needs no rule of its own for
 * the last days: early on a new card gains most, near the day a card about to be forgotten does.
 */
export function planGain(progress: Progress, now: Moment, date: string): Gain | undefined {
  const day = dateToDay(date);
  if (day === undefined || day <= studyDay(now)) return undefined;
  return gainPerSecond({ scheduler: withoutSpread(progress), habits: habits(progress.answers), now, day });
}

/**
 * What is to be expected of a plan. The days until the interview are rehearsed with the policy of `planGain`
 * (rehearsal.ts), several times; with the same luck when today is left out.
 * @throws {RangeError} when the date is none.
 */
export function planReport(
  cards: readonly QueueCard[],
  progress: Progress,
  options: PlanOptions,
): PlanReport {
  const { now, date, minutes, seed = 1 } = options;
  const day = dateToDay(date);
  if (day === undefined) throw new RangeError(`no date: ${date}`);
  const today = studyDay(now);
  const entries = cards.map((card) => progress.cards.get(cardKey(card.deck, card.id)));
  const states = entries.map((entry) => entry?.performance ?? NEW);
  const daysLeft = Math.max(0, day - today);
  const rehearsal: Rehearsal = {
    scheduler: withoutSpread(progress),
    states,
    isOpen: entries.map((entry) => !entry?.suspended),
    habits: habits(progress.answers),
    now,
    day,
    seconds: minutes * 60,
    spentToday: secondsOn(progress, today),
  };
  const runs = daysLeft === 0 ? 0 : clamp(Math.round(EFFORT / (cards.length * daysLeft + 1)), 1, MOST_RUNS);
  const recallOn = (all: readonly Performance[], when: number) =>
    all.map((state) => progress.scheduler.retrievability(state, when));
  const untouched = recallOn(states, day);
  const used = average(runs, (run) => recallOn(rehearse(rehearsal, 0, seed + run), day), untouched);
  const missed = average(runs, (run) => recallOn(rehearse(rehearsal, 1, seed + run), day), untouched);
  const current = recallOn(states, today);
  return {
    date,
    daysLeft,
    minutes,
    reviewsPerDay: Math.floor((minutes * 60) / typicalSeconds(rehearsal.habits)),
    cards: cards.length,
    seen: states.filter((state) => state.kind === 'reviewed').length,
    now: mean(current),
    onTheDay: mean(used),
    untouched: mean(untouched),
    missedDay: Math.max(0, mean(used) - mean(missed)),
    topics: byTopic(cards, states, current, used),
  };
}

/** Forecasts need the memory, not the days intervals are spread to, which take longer to work out than it. */
function withoutSpread({ scheduler }: Progress): Scheduler {
  return createScheduler({ ...scheduler.options, fuzz: false });
}

/** Cards × days that one forecast may look at; more runs make a small deck's forecast steady. */
const EFFORT = 20_000;
const MOST_RUNS = 12;

function secondsOn(progress: Progress, day: number): number {
  return (allReviews(progress).days.get(day)?.ms ?? 0) / 1000;
}

/** A mix of first sights and repeats. */
function typicalSeconds({ seconds }: Habits): number {
  return (seconds.first + seconds.forgotten + 2 * seconds.recalled) / 4;
}

/** The mean of several runs, card by card. */
function average(
  runs: number,
  run: (number: number) => number[],
  otherwise: readonly number[],
): readonly number[] {
  if (runs === 0) return otherwise;
  const sums = otherwise.map(() => 0);
  for (let number = 0; number < runs; number++) {
    for (const [index, value] of run(number).entries()) sums[index] = (sums[index] ?? 0) + value;
  }
  return sums.map((sum) => sum / runs);
}

function byTopic(
  cards: readonly QueueCard[],
  states: readonly Performance[],
  now: readonly number[],
  onTheDay: readonly number[],
): TopicOutlook[] {
  const topics = new Map<string, number[]>();
  for (const [index, { topic }] of cards.entries()) {
    const members = topics.get(topic);
    if (members) members.push(index);
    else topics.set(topic, [index]);
  }
  return [...topics].map(([topic, members]) => ({
    topic,
    cards: members.length,
    seen: members.filter((index) => states[index]?.kind === 'reviewed').length,
    now: mean(members.map((index) => now[index] ?? 0)),
    onTheDay: mean(members.map((index) => onTheDay[index] ?? 0)),
  }));
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
