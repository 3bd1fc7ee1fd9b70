import type { search } from '../../src/search/search.ts';
import type { SearchIndex } from '../../src/search/search-index.ts';
import type { Answer } from './measures.mjs';

/** What an engine reads of a card. */
interface EngineCard {
  readonly id: string;
  readonly title: string;
  readonly en: string;
  readonly aliases: readonly string[];
  readonly answer: string;
}

export type Engine = (query: string) => Answer;

export function grep(cards: readonly EngineCard[]): Engine;
export function fuse(cards: readonly EngineCard[]): Engine;
export function miniSearch(cards: readonly EngineCard[], fields?: readonly string[]): Engine;
export function ours(run: typeof search, index: SearchIndex, cards: readonly EngineCard[]): Engine;
