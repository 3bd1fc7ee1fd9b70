import { cut } from './cut.ts';
import { flow } from './flow.ts';
import { type GlanceMessages, glanceMessages } from './glance-messages.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import { percent } from './number.ts';
import { displayWidth } from './width.ts';

export interface GlanceFacts {
  readonly due: number;
  readonly fresh: number;
  /** Reviews of today. */
  readonly done: number;
  /** Days in a row; 0 for none. */
  readonly streak: number;
  readonly seen: number;
  readonly cards: number;
  /** The interview that is today or ahead, with the minutes of today and the mean recall now. */
  readonly interview:
    | {
        readonly date: string;
        readonly daysLeft: number;
        readonly minutes: number;
        readonly minutesLeft: number;
        readonly recall: number;
      }
    | undefined;
  /** The last mock interview: its date, and its score out of 100 if it has one. */
  readonly mock: { readonly date: string; readonly score: number | undefined } | undefined;
}

/** Today on a few lines, and what to type next. */
export function glanceLines(facts: GlanceFacts, look: Look): string[] {
  const say = glanceMessages(look.lang);
  const { accent, quiet, strong } = ink(look);
  const { interview, mock } = facts;
  const record = [
    ...(facts.streak > 0 ? [say.streak(facts.streak)] : []),
    say.known(facts.seen, facts.cards),
    ...(mock ? [say.mock(mock.score, mock.date)] : []),
  ];
  const ahead = interview && [
    say.interview(interview.date, interview.daysLeft),
    ...(interview.daysLeft > 0 && interview.minutes > 0
      ? [say.minutes(interview.minutesLeft, interview.minutes)]
      : []),
    say.readiness(percent(interview.recall)),
  ];
  const hints = hintsFor(facts, say);
  const widest = Math.max(...hints.map(([command]) => displayWidth(command)));
  return [
    ...flow(say.today(facts.due, facts.fresh, facts.done), look).map(strong),
    ...flow(record, look),
    ...flow(ahead ?? [], look).map(accent),
    '',
    ...hints.map(([command, meaning]) => {
      const name = cut(`  ${command}`, look.columns, look.wideAmbiguous ? 2 : 1);
      const room = look.columns - widest - 4;
      const text = cut(meaning, Math.max(0, room), look.wideAmbiguous ? 2 : 1);
      return text === '' ? accent(name) : `${accent(name.padEnd(widest + 2))}  ${quiet(text)}`;
    }),
  ];
}

/** What there is to do first. */
function hintsFor({ due, fresh, done, interview }: GlanceFacts, { hints }: GlanceMessages) {
  const isOver = interview ? interview.minutesLeft === 0 : due + fresh === 0;
  return [
    isOver ? hints.more : hints.drill,
    ...(interview ? [] : [hints.plan]),
    hints.mock,
    hints.show,
    hints.search,
    ...(done > 0 ? [hints.stats] : []),
    hints.help,
  ];
}
