import { Failure } from '../failure.ts';
import { dayToDate, studyDay } from '../memory/day.ts';
import { planReport } from '../memory/plan.ts';
import { type Deck, loadDeck } from '../storage/deck.ts';
import { type History, openHistory } from '../storage/history.ts';
import { paragraph } from '../terminal/flow.ts';
import { page } from '../terminal/pager.ts';
import { planMessages } from '../terminal/plan-messages.ts';
import { planLines } from '../terminal/plan-view.ts';
import { guard, visibleLine } from '../terminal/sanitize.ts';
import { planDate } from './plan-date.ts';
import { type Interview, interviewOf, momentOf, queueCards } from './practice.ts';
import { lookWith } from './settled-look.ts';
import type { Invocation, Run } from './specification.ts';
import { topicName } from './topic-name.ts';

/** Study time a day, unless the learner says another. */
const MINUTES = 15;
const MOST_MINUTES = 1440;
/** Cards × days. */
const LONG = 50_000;

/** Keeps the interview date, takes it away, or shows what is to be expected of it. */
export const run: Run = async (invocation) => {
  const { words, options, context, lang } = invocation;
  const say = planMessages(lang);
  const text = words.join(' ');
  const minutes = minutesOf(invocation);
  if (options['clear'] && (text !== '' || minutes !== undefined)) throw new Failure(say.clearAlone);
  const date = text === '' ? undefined : dateOf(text, invocation);
  // Whatever is wrong with the deck is said before anything is kept.
  const deck = await loadDeck(context, options['deck'] as string | undefined, lang);
  const history = openHistory(context, lang);
  const before = interviewOf(history.progress(), momentOf(context));
  if (options['clear']) return clear(history, before, invocation);
  if (date === undefined && minutes !== undefined && !before) throw new Failure(say.minutesNeedDate);
  if (date !== undefined || minutes !== undefined) {
    history.record({
      type: 'plan',
      date: date ?? before?.date ?? '',
      minutes: minutes ?? before?.minutes ?? MINUTES,
    });
  }
  return show(deck, history, invocation);
};

function minutesOf({ options, lang }: Invocation): number | undefined {
  const minutes = options['minutes'] as number | undefined;
  if (minutes !== undefined && minutes > MOST_MINUTES)
    throw new Failure(planMessages(lang).tooManyMinutes(minutes));
  return minutes;
}

/**
 * The date that the user means.
 * @throws Failure when it is none, or not one to plan for.
 */
function dateOf(text: string, { context, lang }: Invocation): string {
  const say = planMessages(lang);
  const today = studyDay(momentOf(context));
  const shown = visibleLine(text);
  const found = planDate(text, today);
  switch (found.kind) {
    case 'date':
      return found.date;
    case 'past':
      throw new Failure(say.pastDate(found.date, dayToDate(today)));
    case 'far':
      throw new Failure(say.farDate(found.date));
    case 'impossible':
      throw new Failure(say.noSuchDate(shown));
    case 'unclear':
      throw new Failure(say.unclearDate(shown));
  }
}

function clear(
  history: History,
  before: Interview | undefined,
  { options, context, lang }: Invocation,
): number {
  const say = planMessages(lang);
  if (before) history.record({ type: 'plan', date: '', minutes: before.minutes });
  const text = options['json']
    ? JSON.stringify({ plan: null }, null, 2)
    : before
      ? say.cleared(before.date)
      : say.nothingToClear;
  context.stdout.write(`${text}\n`);
  return 0;
}

async function show(deck: Deck, history: History, { options, context, lang }: Invocation): Promise<number> {
  const say = planMessages(lang);
  const now = momentOf(context);
  const progress = history.progress();
  const interview = interviewOf(progress, now);
  const look = lookWith(history.settings, context, lang);
  if (!interview || interview.daysLeft < 0) {
    const text = interview ? say.over(interview.date, -interview.daysLeft) : say.none;
    const plan = interview ? planOf(interview) : null;
    context.stdout.write(
      options['json'] ? `${JSON.stringify({ plan }, null, 2)}\n` : `${paragraph(text, look).join('\n')}\n`,
    );
    return 0;
  }
  const { date, minutes, left } = interview;
  // A large deck and a far date take seconds.
  const isLong = context.stderr.isTTY === true && deck.size * interview.daysLeft > LONG;
  if (isLong) context.stderr.write(say.working(deck.size, interview.daysLeft));
  const report = planReport(queueCards(deck.id, deck.cards), progress, { now, date, minutes });
  if (isLong) context.stderr.write('\r\u001b[2K');
  if (options['json']) {
    context.stdout.write(`${JSON.stringify({ plan: planOf(interview), deck: deck.id, report }, null, 2)}\n`);
    return 0;
  }
  const lines = planLines(
    { report, minutesLeft: Math.ceil(left / 60_000), topicName: (id) => topicName(deck, id, lang) },
    look,
  );
  await page(`${guard(lines.join('\n'))}\n`, context, { enabled: options['pager'] !== false });
  return 0;
}

function planOf({ date, minutes, daysLeft }: Interview): object {
  return { date, minutes, daysLeft };
}
