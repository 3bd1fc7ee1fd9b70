import type { Context } from '../context.ts';
import type { Language } from '../language.ts';
import type { Deck } from '../storage/deck.ts';
import type { CardHead } from '../storage/deck-file.ts';
import { type Place, viewAnswer } from '../terminal/answer-view.ts';
import { lookFor } from '../terminal/look.ts';
import { page } from '../terminal/pager.ts';
import { guard, visible } from '../terminal/sanitize.ts';

/** Prints whole cards, by their numbers, as the options ask: `--json`, `--plain`, or set for the terminal and paged. */
export async function printCards(
  deck: Deck,
  numbers: readonly number[],
  options: Readonly<Record<string, unknown>>,
  context: Context,
  lang: Language,
): Promise<number> {
  if (options['json']) {
    const cards = numbers.map((number) => deck.card(number));
    context.stdout.write(`${JSON.stringify(cards.length === 1 ? cards[0] : cards, null, 2)}\n`);
    return 0;
  }
  if (options['plain']) {
    const cards = numbers.map((number) => deck.card(number));
    const text = cards.map((card) => `# ${card.title}\n\n${card.answer.trim()}\n`).join('\n');
    context.stdout.write(context.stdout.isTTY ? visible(text) : text);
    return 0;
  }
  await page(`${answersText(deck, numbers, context, lang)}\n`, context, {
    enabled: options['pager'] !== false,
  });
  return 0;
}

/** The answers of cards as they are set for the standard output. */
function answersText(deck: Deck, numbers: readonly number[], context: Context, lang: Language): string {
  const look = lookFor(context, { lang });
  const set = (number: number): string => {
    const head = deck.head(number);
    return viewAnswer(head.title, deck.tree(number), placeOf(deck, head), look);
  };
  return guard(numbers.map(set).join('\n\n'));
}

/** Where a card stands in its deck, for the line above its title. */
export function placeOf(deck: Deck, card: Pick<CardHead, 'topic' | 'section'>): Place {
  const topic = deck.topics.find(({ id }) => id === card.topic);
  return { topic: topic?.title ?? card.topic, section: card.section };
}
