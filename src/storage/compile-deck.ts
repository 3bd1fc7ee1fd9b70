import type { Card, Topic } from '../handbook/card.ts';
import { decode } from '../handbook/decode.ts';
import { type Handbook, joinHandbooks, parseHandbook } from '../handbook/parse.ts';
import type { Problem } from '../handbook/problem.ts';
import { compileIndex } from '../search/compile-index.ts';
import type { Knowledge } from '../search/knowledge.ts';
import { type AnswerTree, parseAnswer } from '../terminal/parse-answer.ts';
import { type CompiledCard, encodeDeck } from './deck-file.ts';

/** The text of a source file, under the name that problems use. */
export interface SourceBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Compiled {
  readonly bytes: Buffer;
  readonly cards: readonly Card[];
  readonly problems: readonly Problem[];
  /** What each source was read as, for a judgement of its style. */
  readonly handbooks: readonly Handbook[];
}

/**
 * Compiles handbooks to one deck: parsed cards, parsed answers and the search index, as bytes. `key` is kept in the
 * deck for a cache to compare. `setTexts` sets the answers for a pipe, where it is worth the time.
 */
export function compileDeck(
  id: string,
  key: string,
  sources: readonly SourceBytes[],
  knowledge: Knowledge,
  setTexts?: (card: Card, tree: AnswerTree, topics: readonly Topic[]) => CompiledCard['texts'],
): Compiled {
  const handbooks = sources.map(({ name, bytes }) => {
    const { text, problems } = decode(bytes, name);
    const handbook = parseHandbook(text, name);
    return { ...handbook, problems: [...problems, ...handbook.problems] };
  });
  const { topics, cards, problems } = joinHandbooks(handbooks);
  const compiled = cards.map((card) => {
    const tree = parseAnswer(card);
    const texts = setTexts?.(card, tree, topics);
    return { card, tree, ...(texts && { texts }) };
  });
  const bytes = encodeDeck({ id, key, topics, problems }, compiled, compileIndex(cards, knowledge));
  return { bytes, cards, problems, handbooks };
}
