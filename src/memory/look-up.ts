import type { Moment } from './day.ts';

/** By what a card was opened: a hit of `search`, `show` (or a bare word), `/` within a drill. */
export type LookUpWay = 'search' | 'show' | 'drill';

/** A card that was opened to read it. */
export interface LookUp extends Moment {
  readonly deck: string;
  readonly card: string;
  readonly by: LookUpWay;
}
