import type { Context } from '../context.ts';
import { messages } from '../messages.ts';
import type { SearchResult } from '../search/search.ts';
import { foldSiblings } from '../search/siblings.ts';
import { type Deck, loadDeck } from '../storage/deck.ts';
import { noteLookUp } from '../storage/look-up-log.ts';
import { hitLines, understoodLines } from '../terminal/hit-line.ts';
import type { Look } from '../terminal/look.ts';
import { guard, json, visibleLine } from '../terminal/sanitize.ts';
import { lookOf } from './look.ts';
import { categoriesOf, find } from './lookup.ts';
import { listed, printCards } from './print.ts';
import type { Run } from './specification.ts';

const DEFAULT_HITS = 10;

/** Nearest cards named when nothing fits. */
const NEAREST = 3;

/** Ranked hits for the words; exit code 1, with the nearest, when nothing fits. */
export const run: Run = async ({ words, options, context, lang }) => {
  const deck = await loadDeck(context, options['deck'] as string | undefined, lang);
  const query = words.join(' ');
  const limit = (options['number'] as number | undefined) ?? DEFAULT_HITS;
  const found = find(deck, query, limit, await categoriesOf(deck, options, lang));
  const code = found.confident ? 0 : 1;
  if (options['json']) {
    const { hitsAsJson } = await import('./found.ts');
    context.stdout.write(`${json(hitsAsJson(deck, query, found))}\n`);
    return code;
  }
  const look = await lookOf(context, lang);
  if (!found.confident) return sayNothing(deck, query, found, context, look);
  if (!context.stdout.isTTY && options['explain']) {
    const { explainedLines } = await import('./found.ts');
    context.stdout.write(`${explainedLines(deck, found, look).join('\n')}\n`);
    return 0;
  }
  if (!context.stdout.isTTY) {
    const heads = found.hits.map((hit) => deck.head(hit.card));
    context.stdout.write(`${hitLines(heads, look).join('\n')}\n`);
    return 0;
  }
  const { foundLines } = await import('./found.ts');
  const lines = foundLines(deck, found, look, {
    brief: options['titles'] === true,
    explain: options['explain'] === true,
  });
  context.stdout.write(`${guard([...understoodLines(found.understood, look), ...lines].join('\n'))}\n`);
  return openOne(deck, found, options, context, look);
};

async function sayNothing(
  deck: Deck,
  query: string,
  found: SearchResult,
  context: Context,
  look: Look,
): Promise<number> {
  const say = messages(look.lang);
  const nearest = found.hits.slice(0, NEAREST).map((hit) => deck.head(hit.card));
  context.stderr.write(`${say.nothingFound(visibleLine(query))}\n`);
  if (nearest.length > 0)
    context.stderr.write(`${say.nearest}\n${(await listed(nearest, context, look)).join('\n')}\n`);
  return 1;
}

/** A hit stands alone when the next has less than this part of its score: on judged queries it is right then. */
const ALONE = 0.6;

/** The answer that stands alone, at once; else a list to pick from while there is somebody to pick. */
async function openOne(
  deck: Deck,
  found: SearchResult,
  options: Readonly<Record<string, unknown>>,
  context: Context,
  look: Look,
): Promise<number> {
  if (options['open'] === false || options['titles'] || options['explain']) return 0;
  const [first, second] = found.hits;
  const isOnly = foldSiblings(found.hits).length === 1;
  if (first && (isOnly || (second && second.score < ALONE * first.score))) {
    context.stdout.write('\n');
    const code = await printCards(deck, [first.card], { pager: false }, context, look);
    noteLookUp(context, deck.id, deck.head(first.card).id, 'search');
    return code;
  }
  if (!context.stdin.isTTY) return 0;
  const { pickAndRead } = await import('./pick.ts');
  return pickAndRead(deck, found, context, look);
}
