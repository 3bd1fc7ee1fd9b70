import { FSRSAlgorithm, get_fuzz_range } from 'ts-fsrs';
import { DAY, dayStart, MINUTE, type Moment, studyDay } from './day.ts';
import { grade, RATINGS, type Rating } from './rating.ts';

/** Never rated, or started anew. */
export interface New {
  readonly kind: 'new';
}

/** Where a rated card stands. A due date on a new card cannot be written. */
export interface Reviewed {
  readonly kind: 'reviewed';
  /** In the short steps of a new card, in long intervals, or in the short steps after a lapse. */
  readonly phase: 'learning' | 'review' | 'relearning';
  /** Index of the current step in `learning` and `relearning`, 0 in `review`. */
  readonly step: number;
  /** Days after which recall has fallen to 90 %. */
  readonly stability: number;
  /** 1 (easy) to 10. */
  readonly difficulty: number;
  /** Milliseconds since the epoch; in `review` the beginning of the study day on which it is due. */
  readonly due: number;
  /** Study day on which it is due. */
  readonly dueDay: number;
  /** Milliseconds since the epoch. */
  readonly lastReview: number;
  /** Study day of the last review. */
  readonly lastDay: number;
  readonly reps: number;
  /** Times forgotten after it had been learnt. */
  readonly lapses: number;
  /** Forgotten so often that the card itself should be looked at. */
  readonly leech: boolean;
}

export type Performance = New | Reviewed;

export const NEW: New = { kind: 'new' };

export interface ScheduleOptions {
  /** The 21 parameters of FSRS-6, or empty for the published defaults. */
  readonly parameters: readonly number[];
  /** Probability of recall at which a card becomes due, 0.7 to 0.99. */
  readonly retention: number;
  /** Minutes. */
  readonly learningSteps: readonly number[];
  /** Minutes. */
  readonly relearningSteps: readonly number[];
  /** Days. */
  readonly maximumInterval: number;
  /** Spread long intervals a little, so that cards learnt together do not stay together. */
  readonly fuzz: boolean;
  /** Lapses that make a leech. */
  readonly leechLapses: number;
}

export const SCHEDULE_DEFAULTS: ScheduleOptions = {
  parameters: [],
  retention: 0.9,
  learningSteps: [1, 10],
  relearningSteps: [10],
  maximumInterval: 36_500,
  fuzz: true,
  leechLapses: 6,
};

/** What a rating would lead to: `ms` from now to the due moment; `days` is 0 while it comes back today. */
export interface Outlook {
  readonly rating: Rating;
  readonly ms: number;
  readonly days: number;
  readonly state: Reviewed;
}

export interface Scheduler {
  readonly options: ScheduleOptions;
  /** The state after a rating. `seed` (the card's key) makes the spread of intervals repeatable. */
  next(state: Performance, moment: Moment, rating: Rating, seed: string): Reviewed;
  /** The four next intervals, Again first. */
  preview(state: Performance, now: Moment, seed: string): Outlook[];
  /** Days until recall falls to the desired retention, neither rounded nor spread. */
  interval(stability: number): number;
  /** Probability of recall after `days` (fractions allowed) without a review. */
  recallAfter(stability: number, days: number): number;
  /** Probability of recall on a study day; 0 for a new card. */
  retrievability(state: Performance, day: number): number;
}

/**
 * FSRS-6 by ts-fsrs, used only for its formulas: `next_state(state, days, grade)`. The days are study days
 * counted from the reviews' own UTC offsets, because its own scheduler counts calendar days in UTC, and
 * they never go below 0, because a clock set back makes it throw. The learning steps follow the published
 * rules of Anki and py-fsrs: Again goes to the first step, Hard repeats the step (between the first two
 * when on the first), Good goes on, Easy leaves at once.
 * @throws {RangeError} when there are parameters, but not 21 finite ones.
 */
export function createScheduler(changes: Partial<ScheduleOptions> = {}): Scheduler {
  const options = { ...SCHEDULE_DEFAULTS, ...changes };
  const { parameters } = options;
  if ((parameters.length !== 0 && parameters.length !== 21) || !parameters.every(Number.isFinite)) {
    throw new RangeError(`FSRS-6 takes 21 finite parameters, not [${parameters.join(', ')}]`);
  }
  const fsrs = new FSRSAlgorithm({
    ...(parameters.length === 21 && { w: [...parameters] }),
    request_retention: options.retention,
    maximum_interval: options.maximumInterval,
    relearning_steps: options.relearningSteps.map((minutes) => `${minutes}m` as const),
  });

  function wholeDays(stability: number, elapsed: number, seed: string): number {
    const days = fsrs.next_interval(stability, elapsed);
    return options.fuzz ? spread(days, elapsed, options.maximumInterval, seed) : days;
  }

  function next(state: Performance, moment: Moment, rating: Rating, seed: string): Reviewed {
    const before = state.kind === 'new' ? UNSEEN : state;
    const day = studyDay(moment);
    const elapsed = state.kind === 'new' ? 0 : Math.max(0, day - state.lastDay);
    const memory = fsrs.next_state(state.kind === 'new' ? null : state, elapsed, grade(rating));
    const lapsed = before.phase === 'review' && rating === 'again';
    const lapses = before.lapses + (lapsed ? 1 : 0);
    const steps = before.phase === 'learning' ? options.learningSteps : options.relearningSteps;
    const step = lapsed
      ? first(steps)
      : before.phase === 'review'
        ? undefined
        : nextStep(steps, before.step, rating);
    const reps = before.reps + 1;
    const dueDay =
      step === undefined ? day + wholeDays(memory.stability, elapsed, `${seed}_${reps}`) : undefined;
    const due =
      dueDay === undefined ? moment.at + (step?.minutes ?? 0) * MINUTE : dayStart(dueDay, moment.offset);
    // One literal: a million reviews are folded by this line, and spreading objects is ten times slower.
    return {
      kind: 'reviewed',
      phase: step === undefined ? 'review' : before.phase === 'learning' ? 'learning' : 'relearning',
      step: step?.index ?? 0,
      stability: memory.stability,
      difficulty: memory.difficulty,
      due,
      dueDay: dueDay ?? studyDay({ at: due, offset: moment.offset }),
      lastReview: moment.at,
      lastDay: day,
      reps,
      lapses,
      leech: lapses >= options.leechLapses,
    };
  }

  function recallAfter(stability: number, days: number): number {
    return fsrs.forgetting_curve(Math.max(0, days), stability);
  }

  return {
    options,
    next,
    interval: (stability) => stability * fsrs.interval_modifier,
    recallAfter,
    retrievability: (state, day) =>
      state.kind === 'new' ? 0 : recallAfter(state.stability, day - state.lastDay),
    preview: (state, now, seed) =>
      RATINGS.map((rating) => {
        const after = next(state, now, rating, seed);
        const days = after.phase === 'review' ? after.dueDay - studyDay(now) : 0;
        return { rating, ms: days > 0 ? days * DAY : after.due - now.at, days, state: after };
      }),
  };
}

/**
 * Another number of days near `days`, the same for the same seed. The range is that of ts-fsrs; its generator
 * takes longer to seed than the whole memory takes to work out.
 */
function spread(days: number, elapsed: number, maximum: number, seed: string): number {
  if (days < 2.5) return days;
  const { min_ivl: low, max_ivl: high } = get_fuzz_range(days, elapsed, maximum);
  return low + Math.floor(unit(seed) * (high - low + 1));
}

/** A number in [0, 1) out of a text: FNV-1a, then the mixing steps of MurmurHash3. */
function unit(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++)
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}

/** Whether a card is to be asked now: short steps by the clock, long intervals by the study day. */
export function isDue(state: Performance, now: Moment): boolean {
  if (state.kind === 'new') return false;
  return state.phase === 'review' ? state.dueDay <= studyDay(now) : state.due <= now.at;
}

const UNSEEN = { phase: 'learning', step: 0, reps: 0, lapses: 0 } as const;

interface Step {
  readonly index: number;
  readonly minutes: number;
}

function first(steps: readonly number[]): Step | undefined {
  const minutes = steps[0];
  return minutes === undefined ? undefined : { index: 0, minutes };
}

/** The step after a rating, or undefined when the short steps are over. */
function nextStep(steps: readonly number[], index: number, rating: Rating): Step | undefined {
  if (rating === 'again') return first(steps);
  const minutes = steps[index];
  if (rating === 'easy' || minutes === undefined) return undefined;
  const following = steps[index + 1];
  if (rating === 'good')
    return following === undefined ? undefined : { index: index + 1, minutes: following };
  if (index > 0) return { index, minutes };
  return { index, minutes: following === undefined ? minutes * 1.5 : (minutes + following) / 2 };
}
