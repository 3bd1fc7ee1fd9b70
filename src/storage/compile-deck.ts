import type { Card } from '../handbook/card.ts';
import { decode } from '../handbook/decode.ts';
import { type Handbook, joinHandbooks, parseHandbook } from '../handbook/parse.ts';
import type { Problem } from '../handbook/problem.ts';
import { type Progress, unwatched } from '../handbook/progress.ts';
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
const MOST_TREES = 1500;

/** Parts of the time that a large handbook takes; the rest goes into writing the deck. */
const READING = 0.55;
const INDEXING = 0.4;

export interface CompileOptions {
  /** Sets an answer for a pipe, where it is worth the time. */
  readonly setTexts?: (tree: AnswerTree) => CompiledCard['texts'];
  readonly progress?: Progress;
}

export interface Compiled {
  readonly bytes: Buffer;
  readonly cards: readonly Card[];
  readonly problems: readonly Problem[];
  /** What each source was read as, for a judgement of its style. */
  readonly handbooks: readonly Handbook[];
}

/**
 * Compiles handbooks to one deck: parsed cards, answers ready to be set (unless there are very many) and the search
 * index, as bytes. `key` is kept in the deck for a cache to compare.
 */
export function compileDeck(
  id: string,
  key: string,
  sources: readonly SourceBytes[],
  knowledge: Knowledge,
  { setTexts, progress = unwatched }: CompileOptions = {},
): Compiled {
  const whole = sources.reduce((sum, { bytes }) => sum + bytes.length, 0);
  let read = 0;
  const handbooks = sources.map(({ name, bytes }) => {
    const { text, problems } = decode(bytes, name);
    const handbook = parseHandbook(text, name, (share) =>
      progress((READING * (read + share * bytes.length)) / Math.max(1, whole)),
    );
    read += bytes.length;
    return { ...handbook, problems: [...problems, ...handbook.problems] };
  });
  const { topics, cards, problems } = joinHandbooks(handbooks);
  const compiled = cards.map((card): CompiledCard => {
    if (cards.length > MOST_TREES) return { card };
    const tree = composeAnswer(card, placeOf(topics, card));
    const texts = setTexts?.(tree);
    return { card, tree, ...(texts && { texts }) };
  });
  const index = compileIndex(cards, knowledge, (share) => progress(READING + INDEXING * share));
  const bytes = encodeDeck({ id, key, topics }, compiled, index);
  return { bytes, cards, problems, handbooks };
}
