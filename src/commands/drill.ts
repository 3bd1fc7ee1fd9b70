import { type Earlier, type Question, startSession } from '../drill/session.ts';
import { Failure } from '../failure.ts';
import { type Choice, queue } from '../memory/queue.ts';
import { messages } from '../messages.ts';
import { type Deck, loadDeck } from '../storage/deck.ts';
import { type History, openHistory } from '../storage/history.ts';
import { summaryLines } from '../terminal/drill-frame.ts';
import { lookFor } from '../terminal/look.ts';
import { runDrill } from './drill-loop.ts';
import { categoriesOf, isIn } from './lookup.ts';
import type { Invocation, Run } from './specification.ts';

const MINUTE = 60_000;

/** Asks questions until they are all answered or the learner leaves; every rating is on disk at once. */
export const run: Run = async (invocation) => {
  const { context, lang, options } = invocation;
  const say = messages(lang);
  if (!context.stdin.isTTY || !context.stdout.isTTY) throw new Failure(say.needsTerminal);
  const deck = await loadDeck(context, options['deck'] as string | undefined, lang);
  const history = openHistory(context, lang);
  const questions = await chooseQuestions(deck, history, invocation);
  if (questions.length === 0) {
    context.stdout.write(`${say.nothingToDrill}\n`);
    return 0;
  }
  const minutes = options['minutes'] as number | undefined;
  const { session, interrupted } = await runDrill({
    invocation,
    deck,
    history,
    session: startSession(deck.id, questions, context.now(), undoable(deck, history)),
    budget: minutes === undefined ? Number.POSITIVE_INFINITY : minutes * MINUTE,
    typing: options['type'] === true,
  });
  context.stdout.write(`${summaryLines(session, lookFor(context, { lang })).join('\n')}\n`);
  return interrupted ? 130 : 0;
};

async function chooseQuestions(
  deck: Deck,
  history: History,
  { context, options, lang }: Invocation,
): Promise<Question[]> {
  const categories = await categoriesOf(deck, options, lang);
  const cards = deck.cards.filter((card) => isIn(categories, card));
  const at = context.now();
  const seed = (options['seed'] as number | undefined) ?? Math.floor(context.random() * 2 ** 31);
  const items = queue(
    cards.map((card) => ({ deck: deck.id, id: card.id, topic: card.topic, group: card.group })),
    history.progress(),
    {
      now: { at, offset: context.utcOffset(at) },
      choice: choiceOf(options),
      seed,
      ahead: options['minutes'] !== undefined,
      ...(options['number'] !== undefined && { count: options['number'] as number }),
    },
  );
  const byId = new Map(cards.map((card) => [card.id, card]));
  return items.flatMap(({ card, reason }) => {
    const found = byId.get(card.id);
    return found ? [{ card: found, reason, notBefore: 0 }] : [];
  });
}

function choiceOf(options: Invocation['options']): Choice {
  const ids = options['ids'] as readonly string[] | undefined;
  if (ids) return { ids };
  const named = (['random', 'new', 'due', 'weak', 'all'] as const).find((name) => options[name] === true);
  return named ?? 'today';
}

/** Reviews of this deck that `u` can still take back, latest last. */
function undoable(deck: Deck, history: History): Earlier[] {
  const byId = new Map(deck.cards.map((card) => [card.id, card]));
  return history
    .progress()
    .reviews.slice(-20)
    .flatMap((review) => {
      const card = review.deck === deck.id ? byId.get(review.card) : undefined;
      return card ? [{ eventId: review.id, card }] : [];
    });
}
