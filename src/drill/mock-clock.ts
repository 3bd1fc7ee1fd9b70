/** All times in milliseconds. */

/** From here on the clock of a question warns. */
export const WARNING = 30_000;

/** What is left to end a sentence after the time of a question is over. */
export const GRACE = 15_000;

/** No question gets less, however little of the whole time is left. */
export const LEAST_BOX = 20_000;

/**
 * Between two looks at the clock no more than this is counted: the program was stopped, the machine slept, or
 * its clock was set. A clock set back counts nothing.
 */
export const LARGEST_STEP = 5_000;

/** The time that passed between two looks at the clock. */
export function passed(before: number, now: number): number {
  return Math.min(Math.max(0, now - before), LARGEST_STEP);
}

/** Time that was saved makes a question no longer than so many times its share of the whole. */
export const STRETCH = 2;

/**
 * The time for a question: its share, by weight, of what is left of the whole. Time that was saved or overrun
 * is so shared out over all that follow. `fair`: its share of the whole as it was at the beginning.
 */
export function boxFor(left: number, fair: number, weight: number, weightsAfter: readonly number[]): number {
  const total = weightsAfter.reduce((sum, each) => sum + each, weight);
  return Math.max(LEAST_BOX, Math.min(STRETCH * fair, (left * weight) / total));
}
