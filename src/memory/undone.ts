import type { LogEvent } from './event.ts';

/** An event that says something of itself; an undo only takes others back. */
export type Lasting = Exclude<LogEvent, { type: 'undo' }>;

/**
 * Whether an event counts, by its id; not to be asked of an undo, whose chain only a forged log closes to a circle.
 * An undo that is itself undone does nothing.
 */
export function countingAmong(events: readonly LogEvent[]): (id: string) => boolean {
  const undosOf = new Map<string, string[]>();
  for (const event of events) {
    if (event.type !== 'undo') continue;
    const undos = undosOf.get(event.of);
    if (undos) undos.push(event.id);
    else undosOf.set(event.of, [event.id]);
  }
  if (undosOf.size === 0) return () => true;
  const settled = new Map<string, boolean>();
  const counts = (id: string): boolean => {
    const undos = undosOf.get(id);
    if (undos === undefined) return true;
    const known = settled.get(id);
    if (known !== undefined) return known;
    const result = !undos.some(counts);
    settled.set(id, result);
    return result;
  };
  return counts;
}

/** Leaves out the undos and what they undo. */
export function withoutUndone(events: readonly LogEvent[]): Lasting[] {
  const counts = countingAmong(events);
  return events.filter((event): event is Lasting => event.type !== 'undo' && counts(event.id));
}
