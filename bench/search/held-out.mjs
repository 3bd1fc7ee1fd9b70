import { partOf } from './judged.mjs';
import { mean } from './measures.mjs';

/**
 * Cross-validation over the ways to ask: each part of `parts` is taken out, asked as queries of an index of the
 * others, and counts when its own card is found. How much unseen wording the search understands, over thousands.
 * `build(asks)` gives an engine of the deck with these asks; `only` takes one part alone.
 */
export function heldOut(asks, build, { parts = 5, only } = {}) {
  const ranks = [];
  const sure = [];
  for (let part = 0; part < parts; part++) {
    if (only !== undefined && only !== part) continue;
    const isOut = (text) => partOf(`held out ${text}`, parts) === part;
    const kept = Object.entries(asks).map(([id, texts]) => [id, texts.filter((text) => !isOut(text))]);
    const engine = build(Object.fromEntries(kept));
    for (const [id, texts] of Object.entries(asks)) {
      for (const text of texts.filter(isOut)) {
        const { ids, confident } = engine(text);
        ranks.push(ids.slice(0, 10).indexOf(id));
        sure.push(confident ? 1 : 0);
      }
    }
  }
  return {
    queries: ranks.length,
    best: mean(ranks.map((rank) => (rank === 0 ? 1 : 0))),
    reciprocal: mean(ranks.map((rank) => (rank < 0 ? 0 : 1 / (rank + 1)))),
    five: mean(ranks.map((rank) => (rank >= 0 && rank < 5 ? 1 : 0))),
    sure: mean(sure),
  };
}
