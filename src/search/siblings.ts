import type { Hit } from './search.ts';

/** A hit with the lower hits of its group under it. */
export interface FoldedHit {
  readonly hit: Hit;
  readonly siblings: readonly Hit[];
}

/** Folds siblings under the best of their group; order is kept. */
export function foldSiblings(hits: readonly Hit[]): FoldedHit[] {
  const heads = hits.filter(
    (hit, index) => hit.group === 0 || hits.findIndex((other) => other.group === hit.group) === index,
  );
  return heads.map((hit) => ({
    hit,
    siblings: hits.filter((other) => hit.group !== 0 && other !== hit && other.group === hit.group),
  }));
}
