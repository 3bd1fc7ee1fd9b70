import type { Row } from '../search/finding.ts';
import type { Deck } from '../storage/deck.ts';
import { type HitOptions, shownHits } from '../terminal/hits.ts';
import type { Look } from '../terminal/look.ts';
import { placeOf } from '../terminal/place.ts';

export { hitRows } from '../terminal/hit-rows.ts';
export { page } from '../terminal/pager.ts';

/** The hits as a person at a terminal sees them. */
export function foundLines(deck: Deck, rows: readonly Row[], look: Look, options: HitOptions): string[] {
  const shown = rows.map(({ card, siblings, ...row }) => {
    const { id, title, ...head } = deck.head(card);
    const { topic, section } = placeOf(deck.topics, head);
    const place = [topic, section].filter(Boolean).join(' › ');
    return { id, title, place, ...row, siblings: siblings.map((sibling) => deck.head(sibling)) };
  });
  return shownHits(shown, look, options);
}
