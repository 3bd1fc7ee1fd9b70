import type { Context } from '../context.ts';
import type { Deck } from '../storage/deck.ts';
import { hitLines, type Listed } from '../terminal/hit-line.ts';
import { isPlain, type Look } from '../terminal/look.ts';
import { json, visible } from '../terminal/sanitize.ts';

/** Prints whole cards, by their numbers, as the options ask: `--json`, `--plain`, or set for the terminal and paged. */
export async function printCards(
  deck: Deck,
  numbers: readonly number[],
  options: Readonly<Record<string, unknown>>,
  context: Context,
  look: Look,
): Promise<number> {
  if (options['json']) {
    const cards = numbers.map((number) => deck.card(number));
    context.stdout.write(`${json(cards.length === 1 ? cards[0] : cards)}\n`);
    return 0;
  }
  if (options['plain']) {
    const cards = numbers.map((number) => deck.card(number));
    const text = cards.map((card) => `# ${card.title}\n\n${card.answer.trim()}\n`).join('\n');
    context.stdout.write(context.stdout.isTTY ? visible(text) : text);
    return 0;
  }
  const kept = isPlain(look) ? numbers.map((number) => deck.text(number, look.lang)) : [];
  if (kept.length > 0 && !kept.includes(undefined)) {
    // The renderer guarded them when the deck was compiled.
    context.stdout.write(`${kept.join('\n\n')}\n`);
    return 0;
  }
  const { answersText, page } = await import('./answers.ts');
  await page(`${await answersText(deck, numbers, look)}\n`, context, { enabled: options['pager'] !== false });
  return 0;
}

/** Cards by name: for a pipe in its own form, for a person in columns. */
export async function listed(cards: readonly Listed[], context: Context, look: Look): Promise<string[]> {
  if (!context.stdout.isTTY) return hitLines(cards, look);
  const { hitRows } = await import('./answers.ts');
  return hitRows(cards, look);
}
