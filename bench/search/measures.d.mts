import type { Judged } from './judged.mjs';

/** What an engine gives: card ids, best first, and whether it is sure. */
export interface Answer {
  readonly ids: readonly string[];
  readonly confident: boolean;
}

export interface Measures {
  /** Best card on top, mean reciprocal rank: of all that some card answers, and by kind. */
  readonly all: readonly [number, number];
  readonly usual: readonly [number, number];
  readonly lists: readonly [number, number];
  /** As before, and best cards among the first five. */
  readonly free: readonly [number, number, number];
  /** Part of the queries without an answer that got one. */
  readonly falsely: number;
  /** Parts of the answerable queries whose hits were called answers: usual, lists, free wording. */
  readonly sure: readonly number[];
}

export function measure(engine: (query: string) => Answer, queries: readonly Judged[]): Measures;
