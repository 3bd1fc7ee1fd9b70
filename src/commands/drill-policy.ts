import { type Moment, studyDay } from '../memory/day.ts';
import type { Progress } from '../memory/fold.ts';
import type { Gain } from '../memory/gain.ts';
import { planGain } from '../memory/plan.ts';
import type { Settings } from '../storage/settings.ts';
import { type Interview, interviewOf } from './practice.ts';

/** How long a session lasts, and what it does when nothing is due. */
export interface DrillPolicy {
  /** Milliseconds after which no further question is asked, or Infinity. */
  readonly budget: number;
  /** Review cards that are not due yet once the others are done. */
  readonly ahead: boolean;
  /** What decides the order with an interview ahead (`planGain`). */
  readonly gain: Gain | undefined;
  /** The interview that the session prepares for. */
  readonly interview: Interview | undefined;
}

const MINUTE = 60_000;

/** Options that say themselves which cards are asked; the interview then does not. */
const CHOICES = ['category', 'level', 'random', 'new', 'due', 'weak', 'all', 'suspended', 'ids'];

/**
 * With an interview ahead and no choice of cards, the order is that of expected gain on the day, new cards among
 * the others, and the session ends with the day's minutes (`--minutes` asks for more or fewer; `-n` counts instead).
 * Otherwise the session lasts as long as `--minutes` or the setting says.
 */
export function drillPolicy(
  options: Readonly<Record<string, unknown>>,
  progress: Progress,
  settings: Settings,
  now: Moment,
): DrillPolicy {
  const asked = options['minutes'] as number | undefined;
  const isChosen = CHOICES.some((name) => options[name] !== undefined && options[name] !== false);
  const interview = isChosen ? undefined : interviewOf(progress, now);
  const gain = interview && planGain(progress, now, interview.date);
  if (interview && gain) {
    const own =
      options['number'] === undefined && interview.minutes > 0 ? interview.left : Number.POSITIVE_INFINITY;
    return { budget: asked === undefined ? own : asked * MINUTE, ahead: true, gain, interview };
  }
  const minutes = asked ?? settings.minutes;
  return {
    budget: minutes > 0 ? minutes * MINUTE : Number.POSITIVE_INFINITY,
    ahead: minutes > 0,
    gain: undefined,
    interview: undefined,
  };
}

/** What the learner has ahead after a session. */
export interface Ahead {
  /** The interview, if it is still to come. */
  readonly interview: Interview | undefined;
  /** Cards still due today. */
  readonly due: number;
  /** The next day on which any is: days from today, and how many. */
  readonly next: { readonly days: number; readonly due: number } | undefined;
}

const FORECAST_DAYS = 30;

/** Looks ahead over a deck. `cards` are the keys of its cards. */
export function lookAhead(keys: readonly string[], progress: Progress, now: Moment): Ahead {
  const today = studyDay(now);
  const due = new Map<number, number>();
  for (const key of keys) {
    const known = progress.cards.get(key);
    if (known?.performance.kind !== 'reviewed' || known.suspended) continue;
    const days = Math.max(0, known.performance.dueDay - today);
    due.set(days, (due.get(days) ?? 0) + 1);
  }
  const days = Math.min(...[...due.keys()].filter((each) => each > 0));
  const interview = interviewOf(progress, now);
  return {
    interview: interview && interview.daysLeft > 0 ? interview : undefined,
    due: due.get(0) ?? 0,
    next: days <= FORECAST_DAYS ? { days, due: due.get(days) ?? 0 } : undefined,
  };
}
