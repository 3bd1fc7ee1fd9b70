import type { Context } from '../context.ts';
import type { Deck } from '../storage/deck.ts';
import { hitLines, type Listed } from '../terminal/hit-line.ts';
import type { Look } from '../terminal/look.ts';
import { paint } from '../terminal/paint.ts';
import { json, visible } from '../terminal/sanitize.ts';
import type { Line } from '../terminal/style.ts';

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
  const text = `${(await answers(deck, numbers, look)).join('\n\n')}\n`;
  if (!context.stdout.isTTY || options['pager'] === false) context.stdout.write(text);
  else await (await import('./lists.ts')).page(text, context);
  return 0;
}

/** Answers set for the standard output: as the deck keeps them, else set now. */
async function answers(deck: Deck, numbers: readonly number[], look: Look): Promise<string[]> {
  const kept = numbers.map((number) => deck.lines(number, look));
  if (!kept.includes(undefined)) return kept.map((lines) => paint(lines as Line[], look));
  const { answersText } = await import('./answers.ts');
  return answersText(deck, numbers, look);
}

/** Cards by name: for a pipe in its own form, for a person in columns. */
export async function listed(cards: readonly Listed[], context: Context, look: Look): Promise<string[]> {
  if (!context.stdout.isTTY) return hitLines(cards, look);
  const { hitRows } = await import('./lists.ts');
  return hitRows(cards, look);
}
