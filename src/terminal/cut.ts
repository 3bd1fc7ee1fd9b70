import { type AmbiguousWidth, clusters, displayWidth } from './width.ts';

/** A text on at most so many columns; what does not fit ends in an ellipsis. */
export function cut(text: string, columns: number, ambiguous: AmbiguousWidth = 1): string {
  if (displayWidth(text, ambiguous) <= columns) return text;
  const room = columns - displayWidth('…', ambiguous);
  if (room < 0) return '';
  let kept = '';
  for (const cluster of clusters(text)) {
    if (displayWidth(kept + cluster, ambiguous) > room) break;
    kept += cluster;
  }
  return `${kept}…`;
}
