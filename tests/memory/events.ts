import fc from 'fast-check';
import type { LogEvent, Review } from '../../src/memory/event.ts';
import { RATINGS, type Rating } from '../../src/memory/rating.ts';

export const START = Date.parse('2026-11-24T12:00:00Z');
export const MINUTES = 60_000;
export const HOURS = 60 * MINUTES;
export const DAYS = 24 * HOURS;

/** A readable stand-in for a ULID. */
export const idOf = (number: number) => `E${String(number).padStart(6, '0')}`;

export function review(
  number: number,
  card: string,
  rating: Rating,
  at = START + number * DAYS,
  offset = 0,
): Review {
  return { type: 'review', id: idOf(number), at, offset, deck: 'k8s', card, rating, ms: 30_000 };
}

/** Takes back the event of a number. */
export const undo = (number: number, of: number): LogEvent => ({
  type: 'undo',
  id: idOf(number),
  at: START + number * DAYS,
  offset: 0,
  of: idOf(of),
});

/** Parameters that no one has. */
const PARAMETERS = Array.from({ length: 21 }, (_, index) => (index < 4 ? 3 + index : index === 4 ? 6 : 0.5));

const cards = fc.constantFrom('hpa', 'vpa', 'pod', 'node');

/** Any log a few devices may have written: reviews, marks, undos of anything (also of each other), renames, plans, sessions. */
export const histories: fc.Arbitrary<LogEvent[]> = fc
  .array(
    fc.record({
      card: cards,
      other: cards,
      rating: fc.constantFrom(...RATINGS),
      at: fc.integer({ min: 0, max: 40 * 24 }).map((hours) => START + hours * HOURS),
      offset: fc.constantFrom(-480, 0, 345, 480),
      target: fc.nat(30),
      kind: fc.constantFrom(
        'review',
        'review',
        'review',
        'undo',
        'undo',
        'suspend',
        'unsuspend',
        'bookmark',
        'note',
        'reset',
        'rename',
        'plan',
        'session',
        'parameters',
      ),
    }),
    { maxLength: 30 },
  )
  .map((drafts) =>
    drafts.map(({ card, other, rating, at, offset, target, kind }, index): LogEvent => {
      const stamp = { id: idOf(index), at, offset };
      const ofCard = { ...stamp, deck: 'k8s', card };
      switch (kind) {
        case 'undo':
          return { ...stamp, type: 'undo', of: idOf(target) };
        case 'suspend':
        case 'unsuspend':
        case 'reset':
          return { ...ofCard, type: kind };
        case 'bookmark':
          return { ...ofCard, type: 'bookmark', on: target % 2 === 0 };
        case 'note':
          return { ...ofCard, type: 'note', text: `note ${target}` };
        case 'rename':
          return { ...ofCard, type: 'rename', to: other };
        case 'session':
          return { ...stamp, type: 'session', deck: 'k8s', cards: target % 3 ? [card, other] : [] };
        case 'parameters':
          return { ...stamp, type: 'parameters', values: target % 2 ? PARAMETERS : [] };
        case 'plan':
          return { ...stamp, type: 'plan', date: target % 2 ? '2026-12-05' : '', minutes: target };
        default:
          return { ...ofCard, type: 'review', rating, ms: target * 1000 };
      }
    }),
  );
