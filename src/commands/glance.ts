import type { Context } from '../context.ts';
import { studyDay } from '../memory/day.ts';
import { allReviews, type Progress } from '../memory/fold.ts';
import { queue } from '../memory/queue.ts';
import { reviewDays, streaks } from '../memory/review-days.ts';
import { statistics } from '../memory/statistics.ts';
import { emptyTally } from '../memory/tally.ts';
import { loadDeck } from '../storage/deck.ts';
import { type History, openHistory } from '../storage/history.ts';
import { openMocks } from '../storage/mocks.ts';
import { type GlanceFacts, glanceLines } from '../terminal/glance-view.ts';
import { interviewOf, momentOf, queueCards } from './practice.ts';
import { lookWith } from './settled-look.ts';
import type { Run } from './specification.ts';

/** Today at a glance: what is due, what is new, how it goes, what to type next. */
export const run: Run = async ({ context, lang }) => {
  const deck = await loadDeck(context, undefined, lang);
  const history = openHistory(context, lang);
  const progress = history.progress();
  const now = momentOf(context);
  const cards = queueCards(deck.id, deck.cards);
  const { newPerDay } = history.settings;
  const items = queue(cards, progress, { now, newPerDay });
  const fresh = items.filter(({ reason }) => reason === 'new').length;
  const all = allReviews(progress);
  // Its charts are not shown here.
  const known = statistics(cards, progress, now, emptyTally());
  const facts: GlanceFacts = {
    due: items.length - fresh,
    fresh,
    done: all.days.get(studyDay(now))?.reviews ?? 0,
    streak: streaks(reviewDays(all), studyDay(now)).current,
    seen: known.cards.seen,
    cards: known.cards.total,
    interview: interviewFacts(progress, now, known.readiness.recall),
    mock: lastMock(history, context),
  };
  context.stdout.write(`${glanceLines(facts, lookWith(history.settings, context, lang)).join('\n')}\n`);
  return 0;
};

function interviewFacts(
  progress: Progress,
  now: Parameters<typeof interviewOf>[1],
  recall: number,
): GlanceFacts['interview'] {
  const interview = interviewOf(progress, now);
  if (!interview || interview.daysLeft < 0) return undefined;
  const { date, daysLeft, minutes, left } = interview;
  return { date, daysLeft, minutes, minutesLeft: Math.ceil(left / 60_000), recall };
}

function lastMock({ paths }: History, context: Context): GlanceFacts['mock'] {
  const last = openMocks(paths, context).read().at(-1)?.header;
  return last && { date: last.at.slice(0, 10), score: last.score };
}
