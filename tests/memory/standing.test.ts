import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LogEvent } from '../../src/memory/event.ts';
import { allReviews, fold } from '../../src/memory/fold.ts';
import { Standing } from '../../src/memory/standing.ts';
import { derivedOf } from './derived.ts';
import { DAYS, HOURS, histories, review, START, undo } from './events.ts';

const LATE = START + 1000 * DAYS;

/** What a log comes to when it is read in parts, and what was known is carried over as a checkpoint. */
function inParts(parts: readonly (readonly LogEvent[])[], recent: number, now = LATE) {
  const ages = { now, recent };
  const [first = [], ...others] = parts;
  let standing = Standing.of(first, {}, ages);
  let anew = 0;
  const all: LogEvent[] = [...first];
  for (const part of others) {
    all.push(...part);
    const next = new Standing(standing.checkpoint(ages)());
    if (next.add(part)) standing = next;
    else {
      standing = Standing.of(all, {}, ages);
      anew++;
    }
    expect(derivedOf(standing.progress)).toStrictEqual(derivedOf(fold(all)));
  }
  return { standing, anew };
}

/** A log cut into parts, some of which may come in another order, or twice. */
const partsOf = (events: readonly LogEvent[]) =>
  fc.array(fc.nat(events.length), { maxLength: 6 }).map((cuts) => {
    const at = [0, ...cuts.sort((a, b) => a - b), events.length];
    return at.slice(1).map((end, index) => events.slice(at[index], end));
  });

describe('going on from a checkpoint', () => {
  test('gives what telling all events again gives, whatever is added, in whatever order', () => {
    fc.assert(
      fc.property(
        histories
          .chain((events) =>
            fc.tuple(fc.shuffledSubarray(events, { minLength: events.length }), fc.subarray(events)),
          )
          .chain(([events, again]) => partsOf([...events, ...structuredClone(again)])),
        fc.nat(6),
        fc.integer({ min: 0, max: 45 }).map((days) => START + days * DAYS),
        (parts, recent, now) => {
          inParts(parts, recent, now);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('the same, by and by in the order of time', () => {
    fc.assert(
      fc.property(
        histories
          .map((events) => events.map((event, index) => ({ ...event, at: START + index * HOURS })))
          .chain(partsOf),
        fc.nat(6),
        (parts, recent) => {
          inParts(parts, recent);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('one event after the other, without carrying over', () => {
    fc.assert(
      fc.property(histories, (events) => {
        let standing = new Standing();
        for (const [index, event] of events.entries()) {
          const all = events.slice(0, index + 1);
          if (!standing.add([event])) standing = Standing.of(all, {}, { now: LATE });
          expect(derivedOf(standing.progress)).toStrictEqual(derivedOf(fold(all)));
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('is told anew only when', () => {
  const reviews = Array.from({ length: 20 }, (_, index) => review(index, `c${index % 3}`, 'good'));
  const rename: LogEvent = { ...review(30, 'c0', 'good'), type: 'rename', to: 'c9' } as LogEvent;

  test.each<[string, LogEvent[], number]>([
    ['a later review is not', [review(30, 'c0', 'again')], 0],
    ['an undo of a recent one is not', [undo(30, 18)], 0],
    ['an undo of that undo is not', [undo(30, 18), undo(31, 30)], 0],
    ['what another device did in between of late is not', [review(30, 'c0', 'good', START + 18.5 * DAYS)], 0],
    ['what was recent, again, is not', [structuredClone(reviews[19] as LogEvent)], 0],
    ['an undo of an old one is', [undo(30, 3)], 1],
    ['an undo of what is not there is', [undo(30, 40)], 1],
    ['what another device did long ago is', [review(30, 'c0', 'good', START + 3.5 * DAYS)], 1],
    ['a copy of an old one is', [structuredClone(reviews[2] as LogEvent)], 1],
    ['an old one under another time is', [review(2, 'c2', 'good', START + 40 * DAYS)], 1],
    ['a recent one that says something else is', [review(19, 'c1', 'easy')], 1],
    ['a changed id is', [rename], 1],
  ])('%s', (_, added, anew) => expect(inParts([reviews, added], 5).anew).toBe(anew));

  test('an undo that came before what it takes back still does', () => {
    const { standing, anew } = inParts([[...reviews, undo(20, 40)], [review(40, 'c0', 'again')]], 0);
    expect(anew).toBe(0);
    expect(allReviews(standing.progress).reviews).toBe(20);
  });

  test('a wrong clock ran ahead is not: such events wait until their time has come', () => {
    const ahead = review(900, 'c0', 'good');
    const parts = [[...reviews, ahead], [review(30, 'c1', 'good')]];
    expect(inParts(parts, 0, START + 50 * DAYS).anew).toBe(0);
    expect(inParts(parts, 0, LATE).anew).toBe(1);
  });
});
