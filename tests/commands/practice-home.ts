import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { encode, type LogEvent, type Review } from '../../src/memory/event.ts';
import type { Rating } from '../../src/memory/rating.ts';
import { idOf } from '../memory/events.ts';
import { NOON, temporaryFolder } from '../world.ts';

export const DAY = 86_400_000;

/** Shanghai, as `run` has it. */
const OFFSET = 480;

/** A review of a card of the built-in deck, so many days before `NOON`. */
export function reviewed(
  number: number,
  card: string,
  rating: Rating,
  daysAgo: number,
  over: Partial<Review> = {},
): Review {
  const at = NOON - daysAgo * DAY + number * 1000;
  return {
    type: 'review',
    id: idOf(number),
    at,
    offset: OFFSET,
    deck: 'k8s',
    card,
    rating,
    ms: 30_000,
    ...over,
  };
}

/** An interview on a date, planned a month ago. */
export function planned(date: string, minutes: number): LogEvent {
  return { type: 'plan', id: 'P1', at: NOON - 30 * DAY, offset: OFFSET, date, minutes };
}

/** Where the log of a home folder is. */
export function dataOf(home: string): string {
  return join(home, '.local', 'share', 'k8sq');
}

/** A home folder with these events in its log, and then these lines as they are. */
export function homeWith(events: readonly LogEvent[], lines: readonly string[] = []): string {
  const home = temporaryFolder();
  mkdirSync(dataOf(home), { recursive: true });
  const text = [...events.map(encode), ...lines].map((line) => `${line}\n`).join('');
  if (text !== '') writeFileSync(join(dataOf(home), 'reviews-test.jsonl'), text);
  return home;
}

/** Settings of a home folder. */
export function withSettings(home: string, settings: string): string {
  mkdirSync(join(home, '.config', 'k8sq'), { recursive: true });
  writeFileSync(join(home, '.config', 'k8sq', 'settings.json'), settings);
  return home;
}

/** What the files of the data folder hold that are named so, line by line. */
export function linesOf<T>(home: string, named: RegExp): T[] {
  if (!existsSync(dataOf(home))) return [];
  return readdirSync(dataOf(home))
    .filter((name) => named.test(name))
    .flatMap((name) => readFileSync(join(dataOf(home), name), 'utf8').split('\n'))
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T);
}

/** The events in the logs of a home folder that the program wrote itself. */
export function written(home: string): LogEvent[] {
  return linesOf(home, /^reviews-(?!test\.jsonl$).*\.jsonl$/);
}
