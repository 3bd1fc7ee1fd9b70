import type { Context } from '../context.ts';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';
import { excerptOf, type Finder, finderOf, rangesIn } from '../search/emphasis.ts';
import type { Hit, SearchResult } from '../search/search.ts';
import { foldSiblings } from '../search/siblings.ts';
import { type Deck, loadDeck } from '../storage/deck.ts';
import { noteLookUp } from '../storage/look-up-log.ts';
import { hitLines, type ShownHit, shownHits, understoodLines } from '../terminal/hits.ts';
import { type Look, lookFor } from '../terminal/look.ts';
import { guard } from '../terminal/sanitize.ts';
import { categoriesOf, find } from './lookup.ts';
import { placeOf, printCards } from './print.ts';
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
    context.stdout.write(`${JSON.stringify(asJson(deck, query, found), null, 2)}\n`);
    return code;
  }
  const look = lookFor(context, { lang });
  if (!found.confident) return sayNothing(deck, query, found, context, look);
  if (!context.stdout.isTTY) {
    const heads = found.hits.map((hit) => deck.head(hit.card));
    context.stdout.write(`${hitLines(heads, look).join('\n')}\n`);
    return 0;
  }
  const hits = shown(deck, found);
  const lines = shownHits(hits, look, {
    brief: options['titles'] === true,
    explain: options['explain'] === true,
  });
  const notes = understoodLines(found.understood, look);
  context.stdout.write(`${guard([...notes, ...lines].join('\n'))}\n`);
  return openOne(deck, found, options, context, lang);
};

function sayNothing(deck: Deck, query: string, found: SearchResult, context: Context, look: Look): number {
  const say = messages(look.lang);
  const nearest = found.hits.slice(0, NEAREST).map((hit) => deck.head(hit.card));
  context.stderr.write(`${say.nothingFound(query)}\n`);
  if (nearest.length > 0)
    context.stderr.write(`${say.nearest}\n${guard(hitLines(nearest, look).join('\n'))}\n`);
  return 1;
}

/** The only answer there is, at once; else a list to pick from while there is somebody to pick. */
async function openOne(
  deck: Deck,
  found: SearchResult,
  options: Readonly<Record<string, unknown>>,
  context: Context,
  lang: Language,
): Promise<number> {
  if (options['open'] === false || options['titles'] || options['explain']) return 0;
  const folded = foldSiblings(found.hits);
  const [first] = folded;
  if (first && folded.length === 1) {
    context.stdout.write('\n');
    const code = await printCards(deck, [first.hit.card], { pager: false }, context, lang);
    noteLookUp(context, deck.id, deck.head(first.hit.card).id, 'search');
    return code;
  }
  if (!context.stdin.isTTY) return 0;
  const { pickAndRead } = await import('./pick.ts');
  return pickAndRead(deck, found, context, lang);
}

function shown(deck: Deck, found: SearchResult): ShownHit[] {
  const finder = finderOf(deck.index, found.wanted);
  return foldSiblings(found.hits).map(({ hit, siblings }) => {
    const card = deck.card(hit.card);
    const { topic, section } = placeOf(deck, card);
    return {
      id: card.id,
      title: card.title,
      place: [topic, section].filter(Boolean).join(' › '),
      titleRanges: rangesIn(card.title, finder),
      excerpt: excerptOf(card.answer, finder),
      matches: hit.matches,
      siblings: siblings.map((sibling) => deck.head(sibling.card)),
    };
  });
}

function asJson(deck: Deck, query: string, found: SearchResult): unknown {
  const finder = finderOf(deck.index, found.wanted);
  return {
    query,
    confident: found.confident,
    understood: found.understood,
    hits: found.hits.map((hit) => hitAsJson(deck, hit, finder)),
  };
}

function hitAsJson(deck: Deck, hit: Hit, finder: Finder): unknown {
  const { id, title, en, topic, section, group, answer } = deck.card(hit.card);
  const { score, coverage, matches } = hit;
  const titleRanges = rangesIn(title, finder);
  return {
    id,
    title,
    en,
    topic,
    section,
    group,
    score,
    coverage,
    matches,
    titleRanges,
    excerpt: excerptOf(answer, finder),
  };
}
