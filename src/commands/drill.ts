import { type Earlier, type Question, startSession } from '../drill/session.ts';
import { Failure } from '../failure.ts';
import type { Card } from '../handbook/card.ts';
import { cardKey } from '../memory/card-key.ts';
import { studyDay } from '../memory/day.ts';
import type { LatestReview } from '../memory/fold.ts';
import { queue } from '../memory/queue.ts';
import { unfinished } from '../memory/unfinished.ts';
import type { WeakSpot } from '../memory/weak-spots.ts';
import { messages } from '../messages.ts';
import { type Deck, loadDeck } from '../storage/deck.ts';
import { type History, openHistory } from '../storage/history.ts';
import { drillMessages } from '../terminal/drill-messages.ts';
import { summaryLines } from '../terminal/drill-summary.ts';
import { paragraph } from '../terminal/flow.ts';
import { nextLines } from '../terminal/plan-next.ts';
import { categoriesOf, isIn } from './categories.ts';
import { chosenBy, strangers, whyNothing } from './drill-choice.ts';
import { runDrill } from './drill-loop.ts';
import { type DrillPolicy, drillPolicy, lookAhead } from './drill-policy.ts';
import { momentOf, queueCards } from './practice.ts';
import { lookWith } from './settled-look.ts';
import type { Invocation, Run } from './specification.ts';
import { topicName } from './topic-name.ts';
import { weakSpotsOf } from './weak.ts';

/** Asks questions until they are all answered or the learner leaves; every rating is on disk at once. */
export const run: Run = async (invocation) => {
  const { context, lang, options } = invocation;
  const say = messages(lang);
  if (!context.stdin.isTTY || !context.stdout.isTTY) throw new Failure(say.needsTerminal);
  const deck = await loadDeck(context, options['deck'] as string | undefined, lang);
  const history = openHistory(context, lang);
  const began = momentOf(context);
  const policy = drillPolicy(options, history.progress(), history.settings, began);
  const look = lookWith(history.settings, context, lang);
  const rest = isPlain(options) ? unfinished(history.progress(), deck.id, studyDay(began)) : [];
  const cards = await cardsIn(deck, invocation);
  const choose = (): Question[] => chooseQuestions(deck, cards, history, policy, invocation);
  const questions = rest.length > 0 ? askAgain(deck, rest) : choose();
  if (questions.length === 0 || policy.budget <= 0) {
    const isSpent = policy.budget <= 0;
    const lines = isSpent
      ? aheadLines(deck, history, invocation, true)
      : paragraph(whyNothing(options, deck.id, cards, history.progress(), lang), look);
    context.stdout.write(`${lines.join('\n')}\n`);
    return 0;
  }
  if (!isPlain(options)) history.record({ type: 'session', deck: deck.id, cards: questions.map(idOf) });
  const { session, interrupted } = await runDrill({
    invocation,
    deck,
    history,
    session: startSession(deck.id, questions, began.at, undoable(deck, history.progress().latest)),
    budget: policy.budget,
    typing: options['type'] === true,
    notice: rest.length > 0 ? say.resumed(rest.length) : unknownIds(invocation, cards),
    further: () =>
      undoable(
        deck,
        history.reviews().filter(({ at }) => at < began.at),
      ),
    more: policy.interview && choose,
  });
  const wasChosen = rest.length > 0 || !isPlain(options);
  if (wasChosen && session.phase === 'done') history.record({ type: 'session', deck: deck.id, cards: [] });
  const isSpent = policy.interview !== undefined && context.now() - began.at >= policy.budget;
  const lines = [
    ...summaryLines(session, (id) => topicName(deck, id, lang), look),
    ...aheadLines(deck, history, invocation, isSpent),
  ];
  context.stdout.write(`${lines.join('\n')}\n`);
  return interrupted ? 130 : 0;
};

/** What comes next. Time that no rating counts (a look-up, an edit) was part of the day's minutes too. */
function aheadLines(deck: Deck, history: History, { context, lang }: Invocation, isSpent: boolean): string[] {
  const keys = deck.cards.map((card) => cardKey(deck.id, card.id));
  const ahead = lookAhead(keys, history.progress(), momentOf(context));
  const interview = ahead.interview && isSpent ? { ...ahead.interview, left: 0 } : ahead.interview;
  return nextLines({ ...ahead, interview }, lookWith(history.settings, context, lang));
}

/** Options that choose cards: such a session is not made again by asking for today's, so the log keeps it. */
const CHOOSING = [
  'category',
  'level',
  'number',
  'random',
  'new',
  'due',
  'weak',
  'all',
  'suspended',
  'ids',
  'fresh',
];

function isPlain(options: Invocation['options']): boolean {
  return CHOOSING.every((name) => options[name] === undefined || options[name] === false);
}

function askAgain(deck: Deck, ids: readonly string[]): Question[] {
  const byId = new Map(deck.cards.map((card) => [card.id, card]));
  return ids.flatMap((id) => {
    const card = byId.get(id);
    return card ? [{ card, reason: 'chosen', notBefore: 0 }] : [];
  });
}

function idOf({ card }: Question): string {
  return card.id;
}

/** The cards in the categories that were asked for. */
async function cardsIn(deck: Deck, { options, lang }: Invocation): Promise<Card[]> {
  const categories = await categoriesOf(deck, options, lang);
  return deck.cards.filter((card) => isIn(categories, card));
}

function unknownIds({ options, lang }: Invocation, cards: readonly Card[]): string {
  const ids = strangers(options, cards);
  return ids.length > 0 ? drillMessages(lang).unknownIds(ids.join(lang === 'zh' ? '、' : ', ')) : '';
}

function chooseQuestions(
  deck: Deck,
  cards: readonly Card[],
  history: History,
  { ahead, gain }: DrillPolicy,
  { context, options, lang }: Invocation,
): Question[] {
  const { newPerDay, shuffleNew } = history.settings;
  const asked = queueCards(deck.id, cards);
  const now = momentOf(context);
  const { choice, shuffled } = chosenBy(options, lang);
  const items = queue(asked, history.progress(), {
    now,
    choice,
    shuffled,
    weakness: choice === 'weak' ? weakness(weakSpotsOf(asked, history, context, now)) : new Map(),
    seed: (options['seed'] as number | undefined) ?? Math.floor(context.random() * 2 ** 31),
    ahead,
    newPerDay,
    shuffleNew,
    ...(gain && { gain }),
    ...(options['number'] !== undefined && { count: options['number'] as number }),
  });
  const byId = new Map(cards.map((card) => [card.id, card]));
  return items.flatMap(({ card, reason, performance }) => {
    const found = byId.get(card.id);
    // What would not be known better on the day for being asked now is not worth its time.
    const isWorthIt = gain === undefined || gain(performance) > 0;
    return found && isWorthIt ? [{ card: found, reason, notBefore: 0 }] : [];
  });
}

function weakness(spots: readonly WeakSpot[]): Map<string, number> {
  return new Map(spots.map(({ deck, card, score }) => [cardKey(deck, card), score]));
}

/** Reviews of this deck that `u` can take back, latest last. */
function undoable(deck: Deck, reviews: readonly LatestReview[]): Earlier[] {
  const byId = new Map(deck.cards.map((card) => [card.id, card]));
  return reviews.flatMap((review) => {
    const card = review.deck === deck.id ? byId.get(review.card) : undefined;
    return card ? [{ eventId: review.id, card }] : [];
  });
}
