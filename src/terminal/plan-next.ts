import { paragraph } from './flow.ts';
import type { Look } from './look.ts';
import { planMessages } from './plan-messages.ts';

/** What is ahead of a learner: minutes and days to the interview, and cards that come due. */
export interface AheadFacts {
  readonly interview:
    | { readonly minutes: number; readonly left: number; readonly daysLeft: number }
    | undefined;
  readonly due: number;
  readonly next: { readonly days: number; readonly due: number } | undefined;
}

/** What comes next after a drill: the interview decides where there is one, else what is due. */
export function nextLines({ interview, due, next }: AheadFacts, look: Look): string[] {
  const say = planMessages(look.lang).drill;
  if (interview && interview.minutes > 0) {
    const minutes = Math.ceil(interview.left / 60_000);
    const text =
      minutes > 0 ? say.left(minutes, interview.daysLeft) : say.spent(interview.minutes, interview.daysLeft);
    return paragraph(text, look);
  }
  if (due > 0) return paragraph(say.stillDue(due), look);
  return paragraph(next ? say.comes(next.days, next.due) : say.nothingDue, look);
}
