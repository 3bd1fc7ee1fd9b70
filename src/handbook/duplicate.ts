import type { Card } from './card.ts';
import { contentTokens } from './similar.ts';
import { looseKey } from './toc.ts';

/** Two cards that ask the same, or nearly the same, question. `later` comes after `earlier` in the deck. */
export interface Pair {
  readonly kind: 'question' | 'near' | 'answer';
  readonly earlier: Card;
  readonly later: Card;
  /** Share of the weight of their words that two titles have in common; 1 for the same question. */
  readonly likeness: number;
}

/** Titles that share this much of what they are about are near-duplicates. */
const NEAR = 0.45;
/** Titles in Latin script have few words: one of three may turn the question into its opposite. */
const NEAR_LATIN = 0.8;
/** A word in more titles than this brings no two of them together. */
const MOST_CARDS = 40;
/** Answers shorter than this many characters may well be equal. */
const SHORT_ANSWER = 40;

/**
 * For every card the earlier one that is most like it, if any is: the same title, nearly the same
 * title, or the same answer. Cards that share an explicit group are siblings already and left out.
 * Linear in the number of cards: only rare words bring candidates together.
 */
export function pairsOf(cards: readonly Card[]): Pair[] {
  const pairs: Pair[] = [];
  const titles = new Map<string, Card>();
  const answers = new Map<string, Card>();
  const near = nearFinder(cards);
  for (const [index, later] of cards.entries()) {
    const key = looseKey(later.title) || later.title;
    const same = titles.get(key);
    const copied =
      later.fingerprint !== '' && later.answer.length >= SHORT_ANSWER
        ? answers.get(later.fingerprint)
        : undefined;
    if (same) pairs.push({ kind: 'question', earlier: same, later, likeness: 1 });
    else titles.set(key, later);
    if (copied && !same) pairs.push({ kind: 'answer', earlier: copied, later, likeness: 1 });
    else answers.set(later.fingerprint, later);
    if (same || copied) continue;
    const alike = near(index);
    if (alike) pairs.push({ kind: 'near', ...alike, later });
  }
  return pairs.filter(({ earlier, later }) => earlier.group === '' || earlier.group !== later.group);
}

/** Whether two titles name mostly the same things: `A 和 B 的区别` is not near `B 的区别`. */
function sameNames(one: readonly string[], two: readonly string[]): boolean {
  const names = one.filter((word) => /^[a-z]/.test(word));
  const others = new Set(two.filter((word) => /^[a-z]/.test(word)));
  const common = names.filter((word) => others.has(word)).length;
  const all = names.length + others.size - common;
  return all === 0 || common * 2 > all;
}

function nearFor(one: Card, two: Card): number {
  const han = /\p{Script=Han}/u;
  return han.test(one.title) || han.test(two.title) ? NEAR : NEAR_LATIN;
}

function nearFinder(cards: readonly Card[]): (index: number) => { earlier: Card; likeness: number } | null {
  const tokens = cards.map(({ title }) => [...new Set(contentTokens(title.slice(0, 300)))]);
  const places = new Map<string, number[]>();
  tokens.forEach((words, index) => {
    for (const word of words) {
      const list = places.get(word);
      if (list) list.push(index);
      else places.set(word, [index]);
    }
  });
  const weight = (word: string) => Math.log(1 + cards.length / (places.get(word)?.length ?? 1));
  const total = tokens.map((words) => words.reduce((sum, word) => sum + weight(word), 0));
  return (index) => {
    const shared = new Map<number, number>();
    for (const word of tokens[index] ?? []) {
      const list = places.get(word) ?? [];
      if (list.length > MOST_CARDS) continue;
      for (const other of list) {
        if (other < index) shared.set(other, (shared.get(other) ?? 0) + weight(word));
      }
    }
    let best: { earlier: Card; likeness: number } | null = null;
    for (const [other, common] of shared) {
      const likeness = (2 * common) / ((total[index] ?? 0) + (total[other] ?? 0));
      if (likeness < nearFor(cards[index] as Card, cards[other] as Card) || likeness <= (best?.likeness ?? 0))
        continue;
      if (sameNames(tokens[index] ?? [], tokens[other] ?? []))
        best = { earlier: cards[other] as Card, likeness };
    }
    return best;
  };
}
