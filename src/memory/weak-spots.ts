import { cardKey } from './card-key.ts';
import { DAY, MINUTE, type Moment, studyDay } from './day.ts';
import { NO_ANSWERS } from './first-answers.ts';
import type { Progress } from './fold.ts';
import type { LookUp } from './look-up.ts';
import type { QueueCard } from './queue.ts';
import { presentId } from './renames.ts';

/** A card that the learner does not have: looked up again and again, or failed again and again, or both. */
export interface WeakSpot {
  readonly deck: string;
  readonly card: string;
  /** Times in the last `LOOK_UP_DAYS` days, since it was last recalled. */
  readonly lookedUp: number;
  /** Of the last `asked` days on which it was asked, at most `ASKED_DAYS`, those on which the first answer was Again. */
  readonly failed: number;
  readonly asked: number;
  /** What the ranking goes by: a failure counts 2, a look-up 1. */
  readonly score: number;
}

/** Look-ups count for so many days. */
export const LOOK_UP_DAYS = 14;

/** A card that is opened, left and opened again was looked up once. */
const SAME_OCCASION = 10 * MINUTE;

/** Failing tells more than looking up; the lowest score is three look-ups, or two failures, or one of each. */
const FAILURE = 2;
const LEAST = 3;

/**
 * The weak spots of a deck, the weakest first; cards that the learner has set aside are left out. What was asked
 * twice on a day counts by its first answer, for the second is still before the eyes; look-ups of a card that was
 * recalled on a later day are over. Equal scores are told apart by the share of failures, then by the deck's order.
 */
export function weakSpots(
  cards: readonly QueueCard[],
  progress: Progress,
  lookUps: readonly LookUp[],
  now: Moment,
): WeakSpot[] {
  const opened = recentLookUps(lookUps, progress, now);
  return cards
    .flatMap(({ deck, id }) => {
      const key = cardKey(deck, id);
      const known = progress.cards.get(key);
      if (known?.suspended) return [];
      const answers = known?.introduced === undefined ? NO_ANSWERS : known.firstAnswers;
      const { latest: asked, recalledOn = Number.NEGATIVE_INFINITY } = answers;
      const lookedUp = (opened.get(key) ?? []).filter((day) => day >= recalledOn).length;
      const failed = asked.filter(({ recalled }) => !recalled).length;
      const score = FAILURE * failed + lookedUp;
      return score < LEAST ? [] : [{ deck, card: id, lookedUp, failed, asked: asked.length, score }];
    })
    .sort((a, b) => b.score - a.score || share(b) - share(a));
}

function share({ failed, asked }: WeakSpot): number {
  return asked === 0 ? 0 : failed / asked;
}

/** By card, under its present id: the study day of each occasion on which it was looked up lately. */
function recentLookUps(
  lookUps: readonly LookUp[],
  { aliases }: Progress,
  now: Moment,
): Map<string, number[]> {
  const days = new Map<string, number[]>();
  const last = new Map<string, number>();
  for (const lookUp of lookUps.toSorted((a, b) => a.at - b.at)) {
    // A clock that ran ahead must not keep a card on the list for years.
    if (lookUp.at <= now.at - LOOK_UP_DAYS * DAY || lookUp.at > now.at + DAY) continue;
    const key = cardKey(lookUp.deck, presentId(aliases, lookUp.deck, lookUp.card));
    const before = last.get(key);
    last.set(key, lookUp.at);
    if (before !== undefined && lookUp.at - before < SAME_OCCASION) continue;
    const known = days.get(key);
    if (known) known.push(studyDay(lookUp));
    else days.set(key, [studyDay(lookUp)]);
  }
  return days;
}
