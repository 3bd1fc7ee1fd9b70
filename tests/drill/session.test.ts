import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  acknowledge,
  type Command,
  LEARN_AHEAD,
  type Question,
  type Session,
  startSession,
  step,
} from '../../src/drill/session.ts';
import { RATINGS } from '../../src/memory/rating.ts';
import { card } from '../card.ts';

const NOW = 1_000_000_000;

function questions(count: number): Question[] {
  return Array.from({ length: count }, (_, index) => ({
    card: card({ id: `card-${index}`, points: 3 }),
    reason: 'new',
    notBefore: 0,
  }));
}

const reveal: Command = { type: 'reveal', covered: [], typed: '' };
const rate = (rating: (typeof RATINGS)[number], due = NOW + LEARN_AHEAD * 10): Command => ({
  type: 'rate',
  rating,
  due,
});

function play(session: Session, commands: readonly Command[], now = NOW): Session {
  return commands.reduce((state, command) => step(state, command, now).session, session);
}

const shown = (session: Session): string | undefined => session.current?.card.id;

test('a session asks its questions in order and ends', () => {
  const begun = startSession('k8s', questions(2), NOW);
  expect([shown(begun), begun.phase]).toEqual(['card-0', 'question']);
  const second = play(begun, [reveal, rate('good')]);
  expect([shown(second), second.phase]).toEqual(['card-1', 'question']);
  const end = play(second, [reveal, rate('easy')]);
  expect([shown(end), end.phase, end.finished.length]).toEqual([undefined, 'done', 2]);
});

test('an empty session is over at once', () => {
  expect(startSession('k8s', [], NOW).phase).toBe('done');
});

test('nothing is rated before the answer was revealed', () => {
  const begun = startSession('k8s', questions(1), NOW);
  expect(step(begun, rate('good'), NOW)).toEqual({ session: begun });
});

test('a rating is an event with the time spent and the coverage', () => {
  const begun = play(startSession('k8s', questions(1), NOW), [reveal]);
  const rated = step(begun, { ...rate('hard'), coverage: 0.5 } as Command, NOW + 4000);
  expect(rated.event).toEqual({
    type: 'review',
    deck: 'k8s',
    card: 'card-0',
    rating: 'hard',
    ms: 4000,
    mode: 'drill',
    coverage: 0.5,
  });
});

test('a card in a short step comes back after those that need not wait', () => {
  const begun = startSession('k8s', questions(3), NOW);
  const forgotten = play(begun, [reveal, rate('again', NOW + 60_000)]);
  const others = play(forgotten, [reveal, rate('good'), reveal, rate('good')]);
  expect([shown(others), others.current?.reason]).toEqual(['card-0', 'again']);
});

test('undo puts a question back with its ticks and takes its waiting copy away', () => {
  const ticked = play(startSession('k8s', questions(2), NOW), [reveal, { type: 'tick', point: 1 }]);
  const rated = acknowledge(play(ticked, [rate('again', NOW + 60_000)]), 'EVENT');
  const undone = step(rated, { type: 'undo' }, NOW);
  expect(undone.event).toEqual({ type: 'undo', of: 'EVENT' });
  expect(shown(undone.session)).toBe('card-0');
  expect([...undone.session.said.ticks]).toEqual([1]);
  expect(undone.session.waiting.map((question) => question.card.id)).toEqual(['card-1']);
});

test('undo goes back before the session', () => {
  const begun = startSession('k8s', questions(1), NOW, [{ eventId: 'OLD', card: card({ id: 'yesterday' }) }]);
  const undone = step(begun, { type: 'undo' }, NOW);
  expect(undone.event).toEqual({ type: 'undo', of: 'OLD' });
  expect(shown(undone.session)).toBe('yesterday');
  expect(undone.session.waiting.map((question) => question.card.id)).toEqual(['card-0']);
});

test('a suspended card leaves with an event, a skipped one without', () => {
  const begun = startSession('k8s', questions(2), NOW);
  expect(step(begun, { type: 'suspend' }, NOW).event).toEqual({
    type: 'suspend',
    deck: 'k8s',
    card: 'card-0',
  });
  expect(step(begun, { type: 'skip' }, NOW).event).toBeUndefined();
});

const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  fc.constant(reveal),
  fc.record({ type: fc.constant('tick' as const), point: fc.nat(4) }),
  fc.record({
    type: fc.constant('rate' as const),
    rating: fc.constantFrom(...RATINGS),
    due: fc.constantFrom(NOW + 60_000, NOW + LEARN_AHEAD * 100),
  }),
  fc.constant<Command>({ type: 'skip' }),
  fc.constant<Command>({ type: 'suspend' }),
  fc.constant<Command>({ type: 'undo' }),
);

/** Every state that a run of commands passes through, each event acknowledged under its own id. */
function trace(count: number, commands: readonly Command[]): { states: Session[]; events: unknown[] } {
  const states = [startSession('k8s', questions(count), NOW)];
  const events: unknown[] = [];
  for (const [index, command] of commands.entries()) {
    const next = step(states.at(-1) as Session, command, NOW + index * 1000);
    if (next.event) events.push(next.event);
    const rates = next.event && next.event.type !== 'undo';
    states.push(rates ? acknowledge(next.session, `E${index}`) : next.session);
  }
  return { states, events };
}

test('whatever the keys: no card is lost or asked twice at once, and what undo names was recorded', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.array(anyCommand, { maxLength: 40 }),
      (count, commands) => {
        const { states } = trace(count, commands);
        for (const session of states) {
          const open = [...session.waiting, ...(session.current ? [session.current] : [])];
          const ids = open.map((question) => question.card.id);
          expect(new Set(ids).size).toBe(ids.length);
          const settled = session.finished
            .filter((done) => !done.returns)
            .map((done) => done.question.card.id);
          expect(new Set([...ids, ...settled]).size).toBe(count);
          expect(session.phase === 'done').toBe(session.current === undefined);
        }
      },
    ),
  );
});

test('whatever came before: an undo right after a rating restores what was there', () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 30 }), fc.constantFrom(...RATINGS), (commands, rating) => {
      const before = trace(4, commands).states.at(-1) as Session;
      fc.pre(before.phase === 'answer');
      const rated = acknowledge(step(before, rate(rating, NOW + 60_000), NOW + 90_000).session, 'LAST');
      const after = step(rated, { type: 'undo' }, NOW + 90_000).session;
      expect({ ...after, shownAt: 0 }).toEqual({ ...before, shownAt: 0 });
    }),
  );
});
