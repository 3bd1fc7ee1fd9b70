import { messages } from '../messages.ts';
import { loadDeck } from '../storage/deck.ts';
import { noteLookUp } from '../storage/look-up-log.ts';
import { understoodLines } from '../terminal/hit-line.ts';
import { visibleLine } from '../terminal/sanitize.ts';
import { lookOf } from './look.ts';
import { listed, printCards } from './print.ts';
import type { Run } from './specification.ts';

/** How many others are named under the answer. */
const RUNNERS_UP = 3;

/** Prints the best answer for an id, an alias or any words; exit code 1 when nothing fits. */
export const run: Run = async ({ words, options, context, lang }) => {
  const deck = await loadDeck(context, options['deck'] as string | undefined, lang);
  const query = words.join(' ');
  const finding = deck.finding(query) ?? (await import('./lookup.ts')).searched(deck, query, 1 + RUNNERS_UP);
  const [best, ...others] = finding.cards.slice(0, 1 + RUNNERS_UP);
  const look = await lookOf(context, lang);
  const say = messages(lang);
  const named = async (numbers: readonly number[]): Promise<string> => {
    const heads = numbers.map((number) => deck.head(number));
    return (await listed(heads, context, look)).join('\n');
  };
  if (best === undefined || !finding.confident) {
    const nearest = finding.cards.slice(0, RUNNERS_UP);
    context.stderr.write(`${say.nothingFound(visibleLine(query))}\n`);
    if (nearest.length > 0) context.stderr.write(`${say.nearest}\n${await named(nearest)}\n`);
    return 1;
  }
  const code = await printCards(deck, [best], options, context, look);
  if (context.stdout.isTTY && !options['json'] && !options['plain']) {
    const notes = understoodLines(finding.understood, look);
    if (notes.length > 0) context.stderr.write(`\n${notes.join('\n')}\n`);
    if (others.length > 0) context.stderr.write(`\n${say.alsoFound}\n${await named(others)}\n`);
  }
  // Data for a program is not a person reading.
  if (!options['json']) noteLookUp(context, deck.id, deck.head(best).id, 'show');
  return code;
};
