import type { Card, KeyPoint } from '../handbook/card.ts';

/** The parts of a card that the search reads; a `Card` is one. */
export type SearchableCard = Pick<
  Card,
  'id' | 'title' | 'en' | 'aliases' | 'from' | 'group' | 'topic' | 'answer'
> & {
  readonly keyPoints: readonly Pick<KeyPoint, 'text' | 'terms'>[];
};

/** A field of a card: how much a word in it says about the card, and how much a long field is held back. */
export interface Field {
  readonly name: 'question' | 'aliases' | 'asks' | 'points' | 'answer';
  readonly weight: number;
  /** The b of BM25F: 0 ignores length, 1 divides by it. */
  readonly lengthPart: number;
  /** The field is a short text like a query; each text of it is a phrase to compare a query with. */
  readonly phrases: boolean;
  /** The field names what the card is about: its words are what a slip or a sound most likely meant. */
  readonly naming: boolean;
}

export const FIELDS: readonly Field[] = [
  { name: 'question', weight: 6, lengthPart: 0.2, phrases: true, naming: true },
  { name: 'aliases', weight: 6, lengthPart: 0.2, phrases: true, naming: true },
  { name: 'asks', weight: 3, lengthPart: 0.5, phrases: true, naming: false },
  { name: 'points', weight: 1.5, lengthPart: 0.6, phrases: false, naming: false },
  { name: 'answer', weight: 1, lengthPart: 0.75, phrases: false, naming: false },
];

/** The texts of each field, by `FIELDS`. */
export function textsOf(card: SearchableCard, asks: readonly string[]): readonly (readonly string[])[] {
  return [
    [card.title, card.en, card.from].filter(Boolean),
    card.aliases,
    asks,
    card.keyPoints.map(({ text, terms }) =>
      [plain(text), ...terms.map((words) => words.join('; '))].join('\n'),
    ),
    [plain(card.answer)],
  ];
}

/** Markdown without what nobody reads: comments and the targets of links. */
export function plain(markdown: string): string {
  // A target that never ends is passed in one step: what stands in it does not end either.
  return withoutComments(markdown, ' ').replace(/\]\([^)\s]*\)?/g, (link) =>
    link.endsWith(')') ? '] ' : link,
  );
}

/** A text with something in place of its comments; behind the last end of one nobody looks for another. */
export function withoutComments(markdown: string, instead: string): string {
  const end = markdown.lastIndexOf('-->') + '-->'.length;
  if (end < '-->'.length) return markdown;
  return markdown.slice(0, end).replace(/<!--[\s\S]*?-->/g, instead) + markdown.slice(end);
}
