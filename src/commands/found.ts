import { excerptOf, type Finder, finderOf, rangesIn } from '../search/emphasis.ts';
import type { Hit, SearchResult } from '../search/search.ts';
import { foldSiblings } from '../search/siblings.ts';
import type { Deck } from '../storage/deck.ts';
import { hitLines } from '../terminal/hit-line.ts';
import { type HitOptions, reasonsOf, type ShownHit, shownHits } from '../terminal/hits.ts';
import type { Look } from '../terminal/look.ts';
import { placeOf } from '../terminal/place.ts';

/** The hits as a person at a terminal sees them. */
export function foundLines(deck: Deck, found: SearchResult, look: Look, options: HitOptions): string[] {
  return shownHits(shown(deck, found), look, options);
}

/** One line a hit for pipes, with why it was found after the question: id, question and reasons between tabs. */
export function explainedLines(deck: Deck, found: SearchResult, look: Look): string[] {
  const lines = hitLines(
    found.hits.map((hit) => deck.head(hit.card)),
    look,
  );
  return lines.map((line, at) => `${line}\t${reasonsOf(found.hits[at]?.matches ?? [], look, true)}`);
}

function shown(deck: Deck, found: SearchResult): ShownHit[] {
  const finder = finderOf(deck.index, found.wanted);
  return foldSiblings(found.hits).map(({ hit, siblings }) => {
    const card = deck.card(hit.card);
    const { topic, section } = placeOf(deck.topics, card);
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

/** The result of a search as `--json` prints it. */
export function hitsAsJson(deck: Deck, query: string, found: SearchResult): unknown {
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
