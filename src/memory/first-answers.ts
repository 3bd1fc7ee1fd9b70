import { studyDay } from './day.ts';
import type { Review } from './event.ts';
import { isRecalled } from './rating.ts';

/** The first answer of a study day: what is asked again on that day is still before the eyes. */
export interface FirstAnswer {
  readonly day: number;
  readonly recalled: boolean;
}

/** The first answers of a card since it was last made new. */
export interface FirstAnswers {
  /** The latest, oldest first, at most `ASKED_DAYS`. */
  readonly latest: readonly FirstAnswer[];
  /** The study day of the last one that was recalled, or undefined. */
  readonly recalledOn: number | undefined;
}

export const ASKED_DAYS = 5;

export const NO_ANSWERS: FirstAnswers = { latest: [], recalledOn: undefined };

/**
 * The answers with one review more. `introduced` is the study day of the card's first review since it was made new; on
 * that of this one, only what was answered on the same day before still counts.
 */
export function withAnswer(
  before: FirstAnswers,
  review: Review,
  introduced: number | undefined,
): FirstAnswers {
  const day = studyDay(review);
  const { latest, recalledOn } = introduced === undefined ? onDay(before, day) : before;
  if (latest.at(-1)?.day === day || day < (introduced ?? day)) return { latest, recalledOn };
  const recalled = isRecalled(review.rating);
  return {
    latest: [...latest.slice(1 - ASKED_DAYS), { day, recalled }],
    recalledOn: recalled ? day : recalledOn,
  };
}

function onDay({ latest }: FirstAnswers, day: number): FirstAnswers {
  const same = latest.filter((answer) => answer.day >= day);
  return { latest: same, recalledOn: same.findLast(({ recalled }) => recalled)?.day };
}
