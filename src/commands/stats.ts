import type { Card } from '../handbook/card.ts';
import type { Language } from '../language.ts';
import { type Moment, studyDay } from '../memory/day.ts';
import { allReviews, type Progress } from '../memory/fold.ts';
import { reviewDays, streaks } from '../memory/review-days.ts';
import { type Statistics, statistics, tallyOf } from '../memory/statistics.ts';
import { emptyTally, type Tally } from '../memory/tally.ts';
import { type Deck, loadDeck } from '../storage/deck.ts';
import { type History, openHistory } from '../storage/history.ts';
import { paragraph } from '../terminal/flow.ts';
import { page } from '../terminal/pager.ts';
import { guard, json } from '../terminal/sanitize.ts';
import { statsMessages } from '../terminal/stats-messages.ts';
import { statsLines, weakLines } from '../terminal/stats-view.ts';
import { categoriesOf, isIn } from './categories.ts';
import { interviewOf, momentOf, queueCards } from './practice.ts';
import { lookWith } from './settled-look.ts';
import type { Run } from './specification.ts';
import { topicName } from './topic-name.ts';
import { weakSpotsOf } from './weak.ts';

/** Weak spots that are named. */
const WEAKEST = 10;

/** How the learner is doing: charts on a terminal, plain text in a pipe, or the values as JSON (docs/STATS.md). */
export const run: Run = async ({ options, context, lang }) => {
  const deck = await loadDeck(context, options['deck'] as string | undefined, lang);
  const categories = await categoriesOf(deck, options, lang);
  const cards = deck.cards.filter((card) => isIn(categories, card));
  const history = openHistory(context, lang);
  const progress = history.progress();
  const now = momentOf(context);
  const own = ownReviews(history, deck, categories.length > 0 ? cards : undefined);
  const found = statisticsOf(deck, cards, progress, own, now);
  const weak = weakSpotsOf(queueCards(deck.id, cards), history, context, now).slice(0, WEAKEST);
  if (options['json']) {
    context.stdout.write(`${json({ deck: deck.id, ...found, weakSpots: weak })}\n`);
    return 0;
  }
  const say = statsMessages(lang);
  const title = (id: string): string => cardTitle(cards, id, lang);
  const look = lookWith(history.settings, context, lang);
  if (own.reviews === 0) {
    const none = allReviews(progress).reviews === 0 ? say.none : say.noneHere;
    const lines = [
      ...paragraph(none, look),
      ...(weak.length > 0 ? ['', ...weakLines(weak, title, look)] : []),
    ];
    context.stdout.write(`${guard(lines.join('\n'))}\n`);
    return 0;
  }
  const interview = interviewOf(progress, now);
  const lines = statsLines(
    {
      deck: deck.id,
      statistics: found,
      interview: interview && interview.daysLeft >= 0 ? interview : undefined,
      topicName: (id) => topicName(deck, id, lang),
      cardTitle: title,
      weak,
    },
    look,
  );
  await page(`${guard(lines.join('\n'))}\n`, context, { enabled: options['pager'] !== false });
  return 0;
};

/** The reviews of a deck, or of some of its cards, for which the whole log has to be read. */
function ownReviews(history: History, deck: Deck, only: readonly Card[] | undefined): Tally {
  if (!only) return history.progress().decks.get(deck.id) ?? emptyTally();
  const ids = new Set(only.map(({ id }) => id));
  return tallyOf(history.reviews().filter((review) => review.deck === deck.id && ids.has(review.card)));
}

/** A streak is the learner's: practice of any deck keeps it. */
function statisticsOf(
  deck: Deck,
  cards: readonly Card[],
  progress: Progress,
  own: Tally,
  now: Moment,
): Statistics {
  return {
    ...statistics(queueCards(deck.id, cards), progress, now, own),
    streak: streaks(reviewDays(allReviews(progress)), studyDay(now)),
  };
}

function cardTitle(cards: readonly Card[], id: string, lang: Language): string {
  const card = cards.find((each) => each.id === id);
  return (lang === 'en' && card?.en) || card?.title || id;
}
