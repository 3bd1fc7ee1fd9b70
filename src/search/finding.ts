import { type Excerpt, excerptOf, finderOf, type Lines, type Range, rangesIn } from './emphasis.ts';
import type { Match, SearchResult } from './search.ts';
import type { SearchIndex } from './search-index.ts';
import { foldSiblings } from './siblings.ts';
import type { Note } from './understand.ts';

/** One line of a list of hits: a card, and its siblings that were found too. */
export interface Row {
  /** Number of the card in the deck. */
  readonly card: number;
  readonly siblings: readonly number[];
  /** Matches within the title. */
  readonly titleRanges: readonly Range[];
  readonly excerpt: Excerpt;
  /** Shares in thousandths. */
  readonly matches: readonly Match[];
}

/** What is shown of a result: plain data without the index that it came from, so that a deck can keep it. */
export interface Finding {
  /** Whether the best hit answers the query; else the hits are only the nearest there is. */
  readonly confident: boolean;
  /** Numbers of the cards, the best first. */
  readonly cards: readonly number[];
  /** Whether the best hit stands so far above the next that it need not be picked. */
  readonly alone: boolean;
  /** What was read otherwise than typed. */
  readonly understood: readonly Note[];
  /** The hits with what matched in them, which a pipe does not ask for. */
  readonly rows: () => readonly Row[];
}

/** What is looked through of a card. */
export interface Text {
  readonly title: string;
  readonly answer: Lines;
}

/** A hit stands alone when the next has less than this part of its score: on judged queries it is right then. */
const ALONE = 0.6;

/** The finding of a result; `read` gives the text of a card. */
export function findingOf(index: SearchIndex, found: SearchResult, read: (card: number) => Text): Finding {
  const { hits, confident, understood } = found;
  const folded = foldSiblings(hits);
  const [first, second] = hits;
  return {
    confident,
    cards: hits.map(({ card }) => card),
    alone: folded.length === 1 || (!!first && !!second && second.score < ALONE * first.score),
    understood,
    rows: () => {
      const finder = finderOf(index, found.wanted);
      return folded.map(({ hit, siblings }): Row => {
        const { title, answer } = read(hit.card);
        return {
          card: hit.card,
          siblings: siblings.map(({ card }) => card),
          titleRanges: rangesIn(title, finder),
          excerpt: excerptOf(answer, finder),
          matches: hit.matches.map((match) => ({ ...match, share: Math.round(1000 * match.share) / 1000 })),
        };
      });
    },
  };
}
