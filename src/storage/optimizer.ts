import type { TrainingItem } from '../memory/optimize.ts';

/** The optimiser's native library is not there for this system. */
export class NoOptimizerError extends Error {
  readonly code = 'no-optimizer';
}

/**
 * The 21 parameters that fsrs-rs fits to the items. Works offline; takes about a second for 5,000 reviews.
 * The package is loaded here only, so that no other command pays for it.
 * @throws {NoOptimizerError} when the package has no build for this system.
 */
export async function fitParameters(items: readonly TrainingItem[]): Promise<readonly number[]> {
  const { computeParameters, FSRSBindingItem, FSRSBindingReview } = await load();
  const training = items.map(
    (item) => new FSRSBindingItem(item.map(({ grade, days }) => new FSRSBindingReview(grade, days))),
  );
  return computeParameters(training, { enableShortTerm: true, numRelearningSteps: 1 });
}

async function load() {
  try {
    return await import('@open-spaced-repetition/binding');
  } catch (error) {
    throw new NoOptimizerError('@open-spaced-repetition/binding cannot be loaded', { cause: error });
  }
}
