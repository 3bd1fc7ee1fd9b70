import type { Context } from '../context.ts';
import type { Card } from '../handbook/card.ts';
import type { Language } from '../language.ts';
import type { Deck } from '../storage/deck.ts';
import { renderAnswer } from '../terminal/answer.ts';
import { lookFor } from '../terminal/look.ts';
import { page } from '../terminal/pager.ts';
import { visible } from '../terminal/sanitize.ts';

/** Prints whole cards as the options ask: `--json`, `--plain`, or set for the terminal and paged. */
export async function printCards(
  deck: Deck,
  cards: readonly Card[],
  options: Readonly<Record<string, unknown>>,
  context: Context,
  lang: Language,
): Promise<number> {
  if (options['json']) {
    const shown = cards.length === 1 ? cards[0] : cards;
    context.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
    return 0;
  }
  if (options['plain']) {
    const text = cards.map((card) => `# ${card.title}\n\n${card.answer}\n`).join('\n');
    context.stdout.write(context.stdout.isTTY ? visible(text) : text);
    return 0;
  }
  const look = lookFor(context, { lang });
  const text = cards.map((card) => renderAnswer(card, placeOf(deck, card), look)).join('\n\n');
  await page(`${text}\n`, context, { enabled: options['pager'] !== false });
  return 0;
}

/** Where a card stands in its deck, for the line above its title. */
export function placeOf(deck: Deck, card: Card): { readonly topic: string; readonly section: string } {
  const topic = deck.topics.find(({ id }) => id === card.topic);
  return { topic: topic?.title ?? card.topic, section: card.section };
}
