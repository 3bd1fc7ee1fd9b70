import { startMock } from '../drill/mock.ts';
import { type Ask, planMock } from '../drill/mock-plan.ts';
import { scorecardOf } from '../drill/scorecard.ts';
import { vocabularyOf } from '../drill/vocabulary.ts';
import { Failure } from '../failure.ts';
import { type Deck, loadDeck } from '../storage/deck.ts';
import { indexOf } from '../storage/deck-index.ts';
import { type History, openHistory } from '../storage/history.ts';
import { openMocks } from '../storage/mocks.ts';
import { ink } from '../terminal/ink.ts';
import type { Look } from '../terminal/look.ts';
import { renderMarkdown } from '../terminal/markdown.ts';
import { mockMessages } from '../terminal/mock-messages.ts';
import { categoriesOf, isIn } from './categories.ts';
import { type MockEnd, runMock } from './mock-loop.ts';
import { showLast, showList } from './mock-past.ts';
import { scorecardText } from './mock-scorecard.ts';
import { momentOf } from './practice.ts';
import { lookWith } from './settled-look.ts';
import type { Invocation, Run } from './specification.ts';

const MINUTE = 60_000;

/** Of the two, whichever was not given follows from the other: ten questions in thirty minutes. */
const QUESTIONS = 10;
const MINUTES_EACH = 3;

/** A timed mock interview; every review is on disk at once, and the scorecard at the end, however it ends. */
export const run: Run = async (invocation) => {
  const { context, lang, options } = invocation;
  if (options['last']) return showLast(invocation);
  if (options['list']) return showList(invocation);
  const say = mockMessages(lang);
  const reveal = options['reveal'] ?? 'end';
  if (reveal !== 'end' && reveal !== 'each') throw new Failure(say.badReveal);
  if (!context.stdin.isTTY || !context.stdout.isTTY) throw new Failure(say.needsTerminal);
  const deck = await loadDeck(context, options['deck'] as string | undefined, lang);
  const history = openHistory(context, lang);
  const store = openMocks(history.paths, context);
  store.rescue();
  const { count, minutes } = sizeOf(options);
  const asks = await chooseAsks(deck, history, count, invocation);
  if (asks.length === 0) throw new Failure(say.noCards, 1);
  const mock = startMock(
    deck.id,
    asks,
    { budget: minutes * MINUTE, reveal, vocabulary: vocabularyOf(indexOf(deck), deck.cards) },
    context.now(),
  );
  const end = await runMock({ invocation, deck, history, store, mock });
  const look = lookWith(history.settings, context, lang);
  report(end, deck, invocation, look, store.folder);
  return end.interrupted ? 130 : 0;
};

function sizeOf(options: Invocation['options']): { count: number; minutes: number } {
  const count = options['number'] as number | undefined;
  const minutes = options['minutes'] as number | undefined;
  return {
    count: count ?? (minutes === undefined ? QUESTIONS : Math.max(1, Math.round(minutes / MINUTES_EACH))),
    minutes: minutes ?? (count ?? QUESTIONS) * MINUTES_EACH,
  };
}

async function chooseAsks(
  deck: Deck,
  history: History,
  count: number,
  { context, options, lang }: Invocation,
): Promise<Ask[]> {
  const categories = await categoriesOf(deck, options, lang);
  const cards = deck.cards.filter((card) => isIn(categories, card));
  const seed = (options['seed'] as number | undefined) ?? Math.floor(context.random() * 2 ** 31);
  const now = momentOf(context);
  return planMock(cards, deck.cards, history.progress(), { deck: deck.id, now, count, seed });
}

/** Says on the terminal how it went; the score and where the scorecard is come last, where they stay in sight. */
function report(end: MockEnd, deck: Deck, invocation: Invocation, look: Look, folder: string): void {
  const { context, lang } = invocation;
  const say = mockMessages(lang).scorecard;
  if (!end.saved) {
    context.stdout.write(`${say.nothingAnswered}\n`);
    return;
  }
  const card = scorecardOf(end.mock);
  const { summary } = scorecardText(card, { deck, invocation, began: end.began });
  const { path, code } = end.saved;
  const lines = [
    renderMarkdown(summary, look),
    '',
    ink(look).strong(card.score === undefined ? say.noScore : say.score(card.score)),
    path === '' ? say.notSaved(folder, code) : say.saved(path),
  ];
  context.stdout.write(`${lines.join('\n')}\n`);
}
