import { type AmbiguousWidth, clusterEnd, clusterWidth, displayWidth } from './width.ts';

/** A text on at most so many columns; what does not fit ends in an ellipsis. */
export function cut(text: string, columns: number, ambiguous: AmbiguousWidth = 1): string {
  // Two columns a UTF-16 unit are the most there can be.
  if (2 * text.length <= columns || displayWidth(text, ambiguous) <= columns) return text;
  const room = columns - displayWidth('…', ambiguous);
  if (room < 0) return '';
  let end = 0;
  for (let used = 0; ; ) {
    const next = clusterEnd(text, end);
    used += clusterWidth(text.slice(end, next), ambiguous);
    if (used > room) break;
    end = next;
  }
  return `${text.slice(0, end)}…`;
}
