import { type LogEvent, settle } from './event.ts';

/** The order in which events are told: by time, then id. */
export function byTime(a: Place, b: Place): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Where an event stands in that order. */
export type Place = Pick<LogEvent, 'at' | 'id'>;

/** Events without repeats, by time, then id. */
export function inOrder(events: Iterable<LogEvent>): readonly LogEvent[] {
  const list = Array.isArray(events) ? (events as LogEvent[]) : [...events];
  if (isInOrder(list)) return list;
  const byId = new Map<string, LogEvent>();
  for (const event of list) {
    const other = byId.get(event.id);
    byId.set(event.id, other === undefined || other === event ? event : settle(other, event));
  }
  return [...byId.values()].sort(byTime);
}

/**
 * Ids that rise along with the times can neither repeat nor be out of order: the log of one device, as it is
 * written. Telling so saves a table of a million ids.
 */
function isInOrder(events: readonly LogEvent[]): boolean {
  let before: LogEvent | undefined;
  for (const event of events) {
    if (before !== undefined && (event.at < before.at || event.id <= before.id)) return false;
    before = event;
  }
  return true;
}
