import type { Card } from '../handbook/card.ts';
import { normalize, tokens } from './tokens.ts';

/** Weights of the fields of a card: the question says most about what a card is about. */
const FIELDS = { question: 6, aliases: 6, points: 2, answer: 1 } as const;
const K1 = 1.2;
const B = 0.6;

/** What a search knows of a deck; plain JSON, so that it can be compiled. */
export interface SearchIndex {
  /** Token → pairs of card number and weighted frequency, flattened. */
  readonly postings: Readonly<Record<string, readonly number[]>>;
  /** Normalised alias or id → card numbers. */
  readonly names: Readonly<Record<string, readonly number[]>>;
  readonly size: number;
}

export interface Hit {
  /** Number of the card in the deck. */
  readonly card: number;
  /** Greater is better; comparable within one search only. */
  readonly score: number;
}

export interface SearchResult {
  readonly hits: readonly Hit[];
  /** Whether the best hit covers enough of the query to be called an answer. */
  readonly confident: boolean;
}

/** Builds the index of a deck; the order of `cards` gives the card numbers. */
export function buildIndex(cards: readonly Card[]): SearchIndex {
  const postings: Record<string, number[]> = Object.create(null);
  const names: Record<string, number[]> = Object.create(null);
  const lengths = cards.map((card) => tokens(card.answer).length);
  const mean = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, cards.length);
  for (const [number, card] of cards.entries()) {
    const norm = 1 - B + (B * (lengths[number] ?? 0)) / Math.max(1, mean);
    for (const [token, weight] of weights(card, norm)) {
      postings[token] ??= [];
      postings[token].push(number, Math.round(weight * 100) / 100);
    }
    for (const name of new Set([card.id, ...card.aliases].map(normalize))) {
      names[name] ??= [];
      names[name].push(number);
    }
  }
  return { postings, names, size: cards.length };
}

/** Ranks the cards of the deck for what a person typed (BM25F: Robertson & Zaragoza 2009, §3.6). */
export function search(index: SearchIndex, query: string, limit = 10): SearchResult {
  const exact = index.names[normalize(query)] ?? [];
  const words = [...new Set(tokens(query))];
  const scores = new Map<number, number>();
  const covered = new Map<number, number>();
  let total = 0;
  for (const word of words) {
    const list = index.postings[word] ?? [];
    const rarity = Math.log(1 + (index.size - list.length / 2 + 0.5) / (list.length / 2 + 0.5));
    total += rarity;
    for (let at = 0; at < list.length; at += 2) {
      const card = list[at] ?? 0;
      const weight = list[at + 1] ?? 0;
      scores.set(card, (scores.get(card) ?? 0) + (rarity * weight) / (K1 + weight));
      covered.set(card, (covered.get(card) ?? 0) + rarity);
    }
  }
  for (const card of exact) {
    scores.set(card, (scores.get(card) ?? 0) + total + 1);
    covered.set(card, total);
  }
  const hits = [...scores]
    .map(([card, score]) => ({ card, score }))
    .sort((a, b) => b.score - a.score || a.card - b.card)
    .slice(0, limit);
  const best = hits[0];
  const confident = best !== undefined && (covered.get(best.card) ?? 0) >= 0.5 * total;
  return { hits, confident };
}

function weights(card: Card, norm: number): Map<string, number> {
  const sum = new Map<string, number>();
  const add = (text: string, weight: number): void => {
    for (const token of tokens(text)) sum.set(token, (sum.get(token) ?? 0) + weight);
  };
  add(`${card.title} ${card.en} ${card.from}`, FIELDS.question);
  add(card.aliases.join(' '), FIELDS.aliases);
  add(card.keyPoints.map((point) => point.text).join(' '), FIELDS.points / norm);
  add(card.answer, FIELDS.answer / norm);
  return sum;
}
