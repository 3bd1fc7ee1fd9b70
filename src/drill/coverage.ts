import type { KeyPoint } from '../handbook/card.ts';
import type { Rating } from '../memory/rating.ts';
import { normalize } from '../search/normalize.ts';

/** A key point that a typed answer covers, with the words that show it. */
export interface Covered {
  readonly point: number;
  readonly by: readonly string[];
}

/**
 * Which key points a typed answer covers. A point lists groups of synonyms (its `kw` comment, else its bold
 * lead and code words); it is covered when each group has a synonym in the answer. Spaces, width and case do
 * not matter; a Latin synonym must stand as a word of its own.
 */
export function covers(typed: string, points: readonly KeyPoint[]): Covered[] {
  const text = normalize(typed);
  if (text === '') return [];
  return points.flatMap((point, index) => {
    const groups = point.terms.length > 0 ? point.terms : impliedTerms(point.text);
    const by = groups.map((group) => group.find((synonym) => says(text, normalize(synonym))));
    const complete = groups.length > 0 && by.every((word) => word !== undefined);
    return complete ? [{ point: index, by: by as string[] }] : [];
  });
}

/** Weighted part of the key points that are ticked, 0 to 1: a point nobody may miss counts twice. */
export function coverage(ticks: ReadonlySet<number>, points: readonly KeyPoint[]): number {
  const weigh = (point: KeyPoint): number => (point.must ? 2 : 1);
  const total = points.reduce((sum, point) => sum + weigh(point), 0);
  const ticked = points.reduce((sum, point, index) => sum + (ticks.has(index) ? weigh(point) : 0), 0);
  return total === 0 ? 0 : ticked / total;
}

/**
 * The rating that the ticks propose: Again below a third, Hard while a point nobody may miss is missing or
 * less than two thirds are covered, Easy when all are, else Good. Good when nothing was ticked at all: the
 * learner answered in the head and judges alone.
 */
export function proposeRating(ticks: ReadonlySet<number>, points: readonly KeyPoint[]): Rating {
  if (ticks.size === 0) return 'good';
  const part = coverage(ticks, points);
  if (part < 1 / 3) return 'again';
  const missesMust = points.some((point, index) => point.must && !ticks.has(index));
  if (missesMust || part < 2 / 3) return 'hard';
  return part >= 1 ? 'easy' : 'good';
}

function impliedTerms(text: string): string[][] {
  const lead = /^\*\*(.+?)\*\*/.exec(text)?.[1];
  const codes = [...text.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? '');
  const words = [lead ?? '', ...codes].map((word) => word.replace(/[*`]/g, '').trim()).filter(Boolean);
  return words.length > 0 ? [words] : [];
}

function says(text: string, synonym: string): boolean {
  if (synonym === '') return false;
  if (!/^[\u0000-\u007f]+$/.test(synonym))
    return text.replaceAll(' ', '').includes(synonym.replaceAll(' ', ''));
  const pattern = synonym.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[- ]/g, '[- ]?');
  return new RegExp(`(?<![a-z0-9])${pattern}(?:s|es)?(?![a-z0-9])`).test(text);
}
