import type { Engine } from './engines.mjs';

type Asks = Readonly<Record<string, readonly string[]>>;

export interface HeldOut {
  /** How many phrasings were asked. */
  readonly queries: number;
  /** Parts of them: their card on top, mean reciprocal rank, among the first five, called an answer. */
  readonly best: number;
  readonly reciprocal: number;
  readonly five: number;
  readonly sure: number;
}

export function heldOut(
  asks: Asks,
  build: (asks: Asks) => Engine,
  options?: { readonly parts?: number; readonly only?: number },
): HeldOut;
