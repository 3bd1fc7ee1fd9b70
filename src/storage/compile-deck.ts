import type { Card } from '../handbook/card.ts';
import { decode } from '../handbook/decode.ts';
import { type Handbook, joinHandbooks, parseHandbook } from '../handbook/parse.ts';
import type { Problem } from '../handbook/problem.ts';
import { compileIndex } from '../search/compile-index.ts';
import type { Knowledge } from '../search/knowledge.ts';
import { parseAnswer } from '../terminal/parse-answer.ts';
import { encodeDeck } from './deck-file.ts';

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
 * deck for a cache to compare.
 */
export function compileDeck(
  id: string,
  key: string,
  sources: readonly SourceBytes[],
  knowledge: Knowledge,
): Compiled {
  const handbooks = sources.map(({ name, bytes }) => {
    const { text, problems } = decode(bytes, name);
    const handbook = parseHandbook(text, name);
    return { ...handbook, problems: [...problems, ...handbook.problems] };
  });
  const { topics, cards, problems } = joinHandbooks(handbooks);
  const compiled = cards.map((card) => ({ card, tree: parseAnswer(card) }));
  const bytes = encodeDeck({ id, key, topics, problems }, compiled, compileIndex(cards, knowledge));
  return { bytes, cards, problems, handbooks };
}
