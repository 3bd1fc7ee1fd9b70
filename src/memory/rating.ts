/** How well a card was recalled, worst first, as FSRS and Anki name it. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const;

export type Rating = (typeof RATINGS)[number];

/** Narrows a value read from outside to a rating. */
export function isRating(value: unknown): value is Rating {
  return RATINGS.includes(value as Rating);
}

/** The number FSRS gives a rating: Again 1, Hard 2, Good 3, Easy 4. */
export function grade(rating: Rating): 1 | 2 | 3 | 4 {
  return (RATINGS.indexOf(rating) + 1) as 1 | 2 | 3 | 4;
}

/** Whether the card was recalled: every rating but Again. */
export function isRecalled(rating: Rating): boolean {
  return rating !== 'again';
}
