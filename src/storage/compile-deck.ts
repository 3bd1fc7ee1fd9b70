import type { Card } from '../handbook/card.ts';
import { decode } from '../handbook/decode.ts';
import { type Handbook, joinHandbooks, parseHandbook } from '../handbook/parse.ts';
import type { Problem } from '../handbook/problem.ts';
import { compileIndex } from '../search/compile-index.ts';
import type { Knowledge } from '../search/knowledge.ts';
import type { AnswerTree } from '../terminal/answer-tree.ts';
import { composeAnswer } from '../terminal/compose-answer.ts';
import { placeOf } from '../terminal/place.ts';
import { type CompiledCard, encodeDeck } from './deck-file.ts';

/** The text of a source file, under the name that problems use. */
export interface SourceBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A larger handbook is compiled without its answers: making one when it is shown costs less than making all of them. */
const MOST_TREES = 300;

export interface Compiled {
  readonly bytes: Buffer;
  readonly cards: readonly Card[];
  readonly problems: readonly Problem[];
  /** What each source was read as, for a judgement of its style. */
  readonly handbooks: readonly Handbook[];
}

/**
 * Compiles handbooks to one deck: parsed cards, answers ready to be set (unless there are very many) and the search
 * index, as bytes. `key` is kept in the deck for a cache to compare. `setTexts` sets the answers for a pipe, where it is
 * worth the time.
 */
export function compileDeck(
  id: string,
  key: string,
  sources: readonly SourceBytes[],
  knowledge: Knowledge,
  setTexts?: (tree: AnswerTree) => CompiledCard['texts'],
): Compiled {
  const handbooks = sources.map(({ name, bytes }) => {
    const { text, problems } = decode(bytes, name);
    const handbook = parseHandbook(text, name);
    return { ...handbook, problems: [...problems, ...handbook.problems] };
  });
  const { topics, cards, problems } = joinHandbooks(handbooks);
  const compiled = cards.map((card): CompiledCard => {
    if (cards.length > MOST_TREES) return { card };
    const tree = composeAnswer(card, placeOf(topics, card));
    const texts = setTexts?.(tree);
    return { card, tree, ...(texts && { texts }) };
  });
  const bytes = encodeDeck({ id, key, topics }, compiled, compileIndex(cards, knowledge));
  return { bytes, cards, problems, handbooks };
}
