import type { Context } from '../context.ts';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';
import type { Category } from '../search/category.ts';
import type { Finding } from '../search/finding.ts';
import { type Deck, loadDeck } from '../storage/deck.ts';
import { noteLookUp } from '../storage/look-up-log.ts';
import { hitLines, understoodLines } from '../terminal/hit-line.ts';
import type { Look } from '../terminal/look.ts';
import { guard, json, visibleLine } from '../terminal/sanitize.ts';
import { lookOf } from './look.ts';
import { listed, printCards } from './print.ts';
import type { Run } from './specification.ts';

type Options = Parameters<Run>[0]['options'];

const DEFAULT_HITS = 10;

/** Nearest cards named when nothing fits. */
const NEAREST = 3;

/** Ranked hits for the words; exit code 1, with the nearest, when nothing fits. */
export const run: Run = async ({ words, options, context, lang }) => {
  const deck = await loadDeck(context, options['deck'] as string | undefined, lang);
  const query = words.join(' ');
  const limit = (options['number'] as number | undefined) ?? DEFAULT_HITS;
  const categories = await within(deck, options, lang);
  if (options['json']) {
    const { find, hitsAsJson } = await import('./lookup.ts');
    const found = find(deck, query, limit, categories);
    context.stdout.write(`${json(hitsAsJson(deck, query, found))}\n`);
    return found.confident ? 0 : 1;
  }
  const finding = await findingFor(deck, query, limit, categories);
  const look = await lookOf(context, lang);
  if (!finding.confident) return sayNothing(deck, query, finding, context, look);
  if (!context.stdout.isTTY && options['explain']) {
    const { explainedLines, find } = await import('./lookup.ts');
    context.stdout.write(`${explainedLines(deck, find(deck, query, limit, categories), look).join('\n')}\n`);
    return 0;
  }
  if (!context.stdout.isTTY) {
    const heads = finding.cards.map((card) => deck.head(card));
    context.stdout.write(`${hitLines(heads, look).join('\n')}\n`);
    return 0;
  }
  const { foundLines } = await import('./lists.ts');
  const lines = foundLines(deck, finding.rows(), look, {
    brief: options['titles'] === true,
    explain: options['explain'] === true,
  });
  context.stdout.write(`${guard([...understoodLines(finding.understood, look), ...lines].join('\n'))}\n`);
  return openOne(deck, finding, options, context, look);
};

/** The categories that were named; nearly always none. */
async function within(deck: Deck, options: Options, lang: Language): Promise<Category[]> {
  if (options['category'] === undefined && options['level'] === undefined) return [];
  const { categoriesOf } = await import('./categories.ts');
  return categoriesOf(deck, options, lang);
}

/** What the deck keeps of a name; anything else is searched for. */
async function findingFor(
  deck: Deck,
  query: string,
  limit: number,
  categories: readonly Category[],
): Promise<Finding> {
  const kept = limit === DEFAULT_HITS && categories.length === 0 ? deck.finding(query) : undefined;
  return kept ?? (await import('./lookup.ts')).searched(deck, query, limit, categories);
}

async function sayNothing(
  deck: Deck,
  query: string,
  { cards }: Finding,
  context: Context,
  look: Look,
): Promise<number> {
  const say = messages(look.lang);
  const nearest = cards.slice(0, NEAREST).map((card) => deck.head(card));
  context.stderr.write(`${say.nothingFound(visibleLine(query))}\n`);
  if (nearest.length > 0)
    context.stderr.write(`${say.nearest}\n${(await listed(nearest, context, look)).join('\n')}\n`);
  return 1;
}

/** The answer that stands alone, at once; else a list to pick from while there is somebody to pick. */
async function openOne(
  deck: Deck,
  { cards, alone }: Finding,
  options: Options,
  context: Context,
  look: Look,
): Promise<number> {
  if (options['open'] === false || options['titles'] || options['explain']) return 0;
  const [first] = cards;
  if (first !== undefined && alone) {
    context.stdout.write('\n');
    const code = await printCards(deck, [first], { pager: false }, context, look);
    noteLookUp(context, deck.id, deck.head(first).id, 'search');
    return code;
  }
  if (!context.stdin.isTTY) return 0;
  const { pickAndRead } = await import('./pick.ts');
  return pickAndRead(deck, cards, context, look);
}
