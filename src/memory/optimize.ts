import { cardKey } from './card-key.ts';
import { studyDay } from './day.ts';
import type { Review } from './event.ts';
import { grade, isRecalled } from './rating.ts';
import { createScheduler, NEW, type Performance, type Scheduler } from './schedule.ts';

/**
 * Fewer reviews are refused: fitted to 300, the parameters were worse than the defaults for 18 of 20 simulated
 * learners.
 */
export const MINIMUM_REVIEWS = 1000;

/** The latest part of the reviews is not fitted to, but used to compare. */
const HELD_OUT = 0.2;

/** With fewer to compare on, a lucky streak would look like proof. */
const LEAST_HELD_OUT = 100;

/** Less is not worth a new schedule of every card, even when it is certain. */
const LEAST_IMPROVEMENT = 0.005;

/** One review as the optimiser wants it: `days` since the card's last review, 0 for its first. */
interface TrainingReview {
  readonly grade: 1 | 2 | 3 | 4;
  readonly days: number;
}

/** A card's reviews up to one that tested memory, that is one on a later day than the one before. */
export type TrainingItem = readonly TrainingReview[];

/** Finds 21 parameters; the optimiser's package is behind it (storage/optimizer.ts). */
export type Trainer = (items: readonly TrainingItem[]) => Promise<readonly number[]>;

export type Optimization =
  | { readonly kind: 'too-few'; readonly reviews: number; readonly needed: number }
  | {
      readonly kind: 'keep' | 'adopt';
      /** The fitted parameters. */
      readonly parameters: readonly number[];
      /** Mean log-loss of the held-out reviews with the parameters used so far. */
      readonly before: number;
      /** The same with the fitted ones. */
      readonly after: number;
      /** How many reviews were held out. */
      readonly heldOut: number;
    };

/**
 * Fits parameters to a learner's reviews (oldest first) and says whether to use them: only when they predict
 * the latest fifth, which they were not fitted to, clearly better: by half a percent, and by more than chance
 * (the 95 % interval of the paired differences lies above 0), on a hundred reviews that tested memory at least.
 * @throws what `train` throws.
 */
export async function optimize(
  reviews: readonly Review[],
  current: readonly number[],
  train: Trainer,
): Promise<Optimization> {
  if (reviews.length < MINIMUM_REVIEWS) {
    return { kind: 'too-few', reviews: reviews.length, needed: MINIMUM_REVIEWS };
  }
  const split = Math.floor(reviews.length * (1 - HELD_OUT));
  const parameters = await train(trainingItems(reviews.slice(0, split)));
  const before = losses(reviews, split, createScheduler({ parameters: current }));
  const after = losses(reviews, split, createScheduler({ parameters }));
  const differences = before.map((loss, index) => loss - (after[index] ?? 0));
  const isEnough = differences.length >= LEAST_HELD_OUT;
  const isClear = isEnough && mean(differences) > LEAST_IMPROVEMENT * mean(before) && lowEnd(differences) > 0;
  return {
    kind: isClear ? 'adopt' : 'keep',
    parameters,
    before: mean(before),
    after: mean(after),
    heldOut: before.length,
  };
}

/** What the optimiser learns from. */
export function trainingItems(reviews: readonly Review[]): TrainingItem[] {
  const histories = new Map<string, { reviews: TrainingReview[]; day: number }>();
  const items: TrainingItem[] = [];
  for (const review of reviews) {
    const key = cardKey(review.deck, review.card);
    const day = studyDay(review);
    const history = histories.get(key);
    if (history === undefined) {
      histories.set(key, { reviews: [{ grade: grade(review.rating), days: 0 }], day });
      continue;
    }
    const days = Math.max(0, day - history.day);
    history.reviews.push({ grade: grade(review.rating), days });
    history.day = Math.max(day, history.day);
    if (days > 0) items.push([...history.reviews]);
  }
  return items;
}

/** Log-loss of each review from index `from` on that tested memory. */
export function losses(reviews: readonly Review[], from: number, scheduler: Scheduler): number[] {
  const states = new Map<string, Performance>();
  const result: number[] = [];
  for (const [index, review] of reviews.entries()) {
    const key = cardKey(review.deck, review.card);
    const state = states.get(key) ?? NEW;
    const day = studyDay(review);
    if (index >= from && state.kind === 'reviewed' && day > state.lastDay) {
      const recall = Math.min(Math.max(scheduler.retrievability(state, day), 1e-4), 1 - 1e-4);
      result.push(-Math.log(isRecalled(review.rating) ? recall : 1 - recall));
    }
    states.set(key, scheduler.next(state, review, review.rating, key));
  }
  return result;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Lower end of the 95 % interval of the mean. */
function lowEnd(values: readonly number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return centre - 1.96 * Math.sqrt(squares / Math.max(1, values.length - 1) / Math.max(1, values.length));
}
