import type { Card } from './card.ts';
import { type Pair, pairsOf } from './duplicate.ts';
import { type Finding, finding } from './problem.ts';

export interface Siblings {
  /** The cards, near-duplicates without a group of their own put into one. */
  readonly cards: readonly Card[];
  readonly pairs: readonly Pair[];
}

/**
 * Makes near-duplicates siblings, so that one session never asks both: a card without a group joins
 * that of the earlier card, which is named after that card's id when it had none.
 */
export function groupSiblings(cards: readonly Card[]): Siblings {
  const pairs = pairsOf(cards);
  const groups = new Map<Card, string>();
  for (const { earlier, later } of pairs) {
    const group = groups.get(earlier) ?? (earlier.group || earlier.id);
    if (later.group !== '') continue;
    groups.set(later, group);
    if (earlier.group === '') groups.set(earlier, group);
  }
  const grouped = cards.map((card) => {
    const group = groups.get(card);
    return group === undefined ? card : { ...card, group };
  });
  return { cards: grouped, pairs };
}

const CODES = { question: 'question-duplicate', near: 'question-near', answer: 'answer-duplicate' } as const;

/** What a pair is called among the problems of the later card's file. */
export function pairFinding({ kind, earlier, later, likeness }: Pair): Finding {
  return finding(CODES[kind], later.line, {
    title: later.title,
    other: earlier.title,
    otherFile: earlier.file,
    otherLine: earlier.line,
    ...(kind === 'near' ? { likeness: Math.round(likeness * 100) } : {}),
  });
}
