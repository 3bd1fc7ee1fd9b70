import { type Category, findTopic } from '../search/category.ts';
import { excerptOf, type Finder, finderOf, linesOf, rangesIn } from '../search/emphasis.ts';
import { type Finding, findingOf } from '../search/finding.ts';
import { type Hit, type SearchOptions, type SearchResult, search } from '../search/search.ts';
import type { Deck } from '../storage/deck.ts';
import { indexOf } from '../storage/deck-index.ts';
import { hitLines, reasonsOf } from '../terminal/hit-line.ts';
import type { Look } from '../terminal/look.ts';

/** Ranks the cards of a deck for what was typed, within categories when any are given. */
export function find(
  deck: Deck,
  query: string,
  limit: number,
  categories: readonly Category[] = [],
): SearchResult {
  const topics = new Map<string, Category | undefined>();
  const options: SearchOptions = {
    limit,
    inTopic: (word, number) => {
      if (!topics.has(word)) topics.set(word, findTopic(word, deck.topics));
      return topics.get(word)?.matches(deck.head(number)) ?? false;
    },
    text: (number) => {
      const card = deck.card(number);
      return `${card.title}\n${card.en}\n${card.answer}`;
    },
    ...(categories.length > 0 && {
      accept: (number) => categories.every((category) => category.matches(deck.head(number))),
    }),
  };
  return search(indexOf(deck), query, options);
}

/** What is shown of what the words find. */
export function searched(
  deck: Deck,
  query: string,
  limit: number,
  categories: readonly Category[] = [],
): Finding {
  const found = find(deck, query, limit, categories);
  return findingOf(indexOf(deck), found, (number) => {
    const { title, answer } = deck.card(number);
    return { title, answer: linesOf(answer) };
  });
}

/** One line a hit for pipes, with why it was found after the question: id, question and reasons between tabs. */
export function explainedLines(deck: Deck, found: SearchResult, look: Look): string[] {
  const lines = hitLines(
    found.hits.map((hit) => deck.head(hit.card)),
    look,
  );
  return lines.map((line, at) => `${line}\t${reasonsOf(found.hits[at]?.matches ?? [], look, true)}`);
}

/** The result of a search as `--json` prints it. */
export function hitsAsJson(deck: Deck, query: string, found: SearchResult): unknown {
  const finder = finderOf(indexOf(deck), found.wanted);
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
    excerpt: excerptOf(linesOf(answer), finder),
  };
}
