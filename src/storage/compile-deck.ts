import type { Worker } from 'node:worker_threads';
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
import { type CompiledCard, deckEncoder, type Findings } from './deck-encoder.ts';
import { IndexThread } from './index-thread.ts';

/** The text of a source file, under the name that problems use. */
export interface SourceBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** A larger handbook is compiled without its answers: making one when it is shown costs less than making all of them. */
const MOST_TREES = 1500;

/** From so many bytes on the search index is compiled in a thread of its own. */
const LARGE = 200_000;

/** Parts of the time that a large handbook takes; the rest goes into writing the deck. */
const READING = 0.55;
const INDEXING = 0.4;

export interface CompileOptions {
  /** Sets an answer for `KEPT_LOOKS`, where it is worth the time. */
  readonly keepSet?: (tree: AnswerTree) => CompiledCard['settings'];
  /** What the deck is to keep of what it finds. */
  readonly keepFindings?: (index: Uint8Array, cards: readonly Card[]) => Findings;
  readonly progress?: Progress;
  /** Starts a thread of `index-worker.ts`, where that would be quicker. */
  readonly worker?: () => Worker | undefined;
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
export async function compileDeck(
  id: string,
  key: string,
  sources: readonly SourceBytes[],
  knowledge: Knowledge,
  { keepSet, keepFindings, progress = unwatched, worker }: CompileOptions = {},
): Promise<Compiled> {
  const whole = sources.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const thread = whole >= LARGE ? startedThread(worker) : undefined;
  // The order of the cards of several files is known only when all are read.
  const isSingle = sources.length === 1;
  let read = 0;
  const handbooks = sources.map(({ name, bytes }) => {
    const { text, problems } = decode(bytes, name);
    const handbook = parseHandbook(
      text,
      name,
      (share) => progress((READING * (read + share * bytes.length)) / Math.max(1, whole)),
      (card) => isSingle && thread?.add(card),
    );
    read += bytes.length;
    return { ...handbook, problems: [...problems, ...handbook.problems] };
  });
  const { topics, cards, problems } = joinHandbooks(handbooks);
  if (!isSingle) for (const card of cards) thread?.add(card);
  const indexed: Progress = (share) => progress(READING + INDEXING * share);
  const elsewhere = thread?.finish(cards, indexed);
  const compiled = cards.map((card): CompiledCard => {
    if (cards.length > MOST_TREES) return { card };
    const tree = composeAnswer(card, placeOf(topics, card));
    const settings = keepSet?.(tree);
    return { card, tree, ...(settings && { settings }) };
  });
  const encoded = deckEncoder({ id, key, topics }, compiled);
  const index = (await elsewhere?.catch(() => undefined)) ?? compileIndex(cards, knowledge, indexed);
  return { bytes: encoded(index, keepFindings?.(index, cards)), cards, problems, handbooks };
}

function startedThread(worker: CompileOptions['worker']): IndexThread | undefined {
  const started = worker?.();
  return started && new IndexThread(started);
}
