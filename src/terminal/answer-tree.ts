import type { PartKind } from '../handbook/card.ts';
import type { Composed, ComposedItem } from './composed.ts';
import type { Prose } from './prose.ts';

/** The top of a card: where it stands, from the outermost inwards, and its question. */
export interface Headline {
  readonly place: readonly Prose[];
  readonly title: Prose;
}

/** An item of a part, divided as the part asks for. */
export interface AnswerItem extends ComposedItem {
  /** Of the key points: nobody may miss it. */
  readonly must?: true;
  /** Of the follow-ups: the question; `body` is the answer. */
  readonly question?: Prose;
  /** Of the pitfalls: it begins with `✗`. */
  readonly wrong?: true;
  /** What is wrongly said and what is right, divided at the arrow; `body` has both. */
  readonly claim?: Prose;
  readonly truth?: Composed;
  /** Of the references: an item that is a link and nothing else, and its address where the link does not say it. */
  readonly source?: Prose;
  readonly address?: Prose;
}

/** A list of a part whose items are set in a way of their own. */
interface ItemList {
  readonly type: 'items';
  readonly start: number;
  readonly items: readonly AnswerItem[];
}

export type AnswerBlock = Composed | ItemList;

/** A named part of an answer. */
export interface AnswerSection {
  readonly kind: PartKind;
  /** Heading; undefined for the lead. */
  readonly title?: Prose;
  readonly body: readonly AnswerBlock[];
}

/** A whole answer, ready to be set: plain JSON, which a compiled deck keeps. */
export interface AnswerTree extends Headline {
  readonly sections: readonly AnswerSection[];
}
