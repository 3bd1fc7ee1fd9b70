import type { Card } from '../handbook/card.ts';
import type { EventBody } from '../memory/event.ts';
import type { Reason } from '../memory/queue.ts';
import type { Rating } from '../memory/rating.ts';
import type { Covered } from './coverage.ts';

/** A card in a session, and why it is asked. */
export interface Question {
  readonly card: Card;
  readonly reason: Reason | 'again';
  /** Milliseconds since the epoch before which it waits for its short step, as long as others can be asked. */
  readonly notBefore: number;
}

export type Outcome =
  | { readonly type: 'rated'; readonly rating: Rating }
  | { readonly type: 'skipped' }
  | { readonly type: 'suspended' };

/** An answer, once it is revealed what there was to say. */
export interface Said {
  /** Indexes of the key points that count as said: those covered, until the learner corrects them. */
  readonly ticks: ReadonlySet<number>;
  /** The answer as typed; empty when it was thought or spoken. */
  readonly typed: string;
  /** Points that the typed words cover, with those words. */
  readonly covered: readonly Covered[];
  /** Milliseconds from shown to revealed. */
  readonly ms: number;
}

/** A question that was dealt with, with all that undo needs to put it back. */
export interface Finished {
  readonly question: Question;
  readonly outcome: Outcome;
  readonly said: Said;
  /** Milliseconds from shown to dealt with. */
  readonly ms: number;
  /** Whether the card was put back into the queue for its short step. */
  readonly returns: boolean;
  /** Id of the event in the log; empty until it is on disk, and for outcomes that write none. */
  readonly eventId: string;
}

/** A drill in progress. Pure data; `step` makes the next one. */
export interface Session {
  readonly deck: string;
  readonly phase: 'question' | 'answer' | 'done';
  readonly current: Question | undefined;
  readonly waiting: readonly Question[];
  readonly finished: readonly Finished[];
  /** Reviews from before this session that undo may still take back, latest last. */
  readonly earlier: readonly Earlier[];
  /** How many of those it has taken back. */
  readonly undone: number;
  /** What the learner gave as an answer to the current card. */
  readonly said: Said;
  /** Milliseconds since the epoch at which the current question was shown. */
  readonly shownAt: number;
}

export interface Earlier {
  readonly eventId: string;
  readonly card: Card;
}

export type Command =
  | { readonly type: 'reveal'; readonly typed: string; readonly covered: readonly Covered[] }
  | { readonly type: 'tick'; readonly point: number }
  /** `due`: when the card comes back after this rating, milliseconds since the epoch. */
  | { readonly type: 'rate'; readonly rating: Rating; readonly due: number; readonly coverage?: number }
  | { readonly type: 'skip' }
  | { readonly type: 'suspend' }
  | { readonly type: 'undo' };

export interface Step {
  readonly session: Session;
  /** To be on disk before the new session is shown. */
  readonly event?: EventBody;
}

/** A card that comes back within this time comes back in the same session (Anki's learn-ahead limit). */
export const LEARN_AHEAD = 20 * 60_000;

/** A session that begins with the first of `questions`. `now` in milliseconds since the epoch. */
export function startSession(
  deck: string,
  questions: readonly Question[],
  now: number,
  earlier: readonly Earlier[] = [],
): Session {
  const blank = { deck, waiting: questions, finished: [], earlier, undone: 0, ...FRESH };
  return advance({ ...blank, phase: 'done', current: undefined, shownAt: now }, now);
}

/** A session that came to its end goes on with more questions. */
export function extended(session: Session, questions: readonly Question[], now: number): Session {
  return session.phase === 'done' ? advance({ ...session, waiting: questions }, now) : session;
}

/** What a command makes of a session. A command that does not fit the phase changes nothing. */
export function step(session: Session, command: Command, now: number): Step {
  switch (command.type) {
    case 'reveal':
      if (session.phase !== 'question') return { session };
      return { session: { ...session, phase: 'answer', said: saidBy(command, now - session.shownAt) } };
    case 'tick':
      return { session: session.phase === 'answer' ? toggle(session, command.point) : session };
    case 'rate':
      return session.phase === 'answer' ? rate(session, command, now) : { session };
    case 'skip':
      return session.current ? { session: finish(session, { type: 'skipped' }, now) } : { session };
    case 'suspend':
      return suspend(session, now);
    case 'undo':
      return undo(session, now);
  }
}

/** Notes that the event of the last finished question is on disk under this id. */
export function acknowledge(session: Session, eventId: string): Session {
  const last = session.finished.at(-1);
  if (!last) return session;
  return { ...session, finished: [...session.finished.slice(0, -1), { ...last, eventId }] };
}

/** Whether undo has nothing to take back but what came before all that the session knows of. */
export function isAtItsOldest({ finished, earlier }: Session): boolean {
  return finished.length === 0 && earlier.length === 0;
}

/**
 * The same session over cards that were edited meanwhile, matched by id; a card that is gone from the deck stays
 * as it was.
 */
export function renewed(session: Session, cards: readonly Card[]): Session {
  const byId = new Map(cards.map((card) => [card.id, card]));
  const renew = <T extends { readonly card: Card }>(holder: T): T => ({
    ...holder,
    card: byId.get(holder.card.id) ?? holder.card,
  });
  return {
    ...session,
    current: session.current && renew(session.current),
    waiting: session.waiting.map(renew),
    finished: session.finished.map((done) => ({ ...done, question: renew(done.question) })),
    earlier: session.earlier.map(renew),
  };
}

const NOTHING_SAID: Said = { ticks: new Set(), typed: '', covered: [], ms: 0 };
const FRESH = { said: NOTHING_SAID };

function saidBy({ typed, covered }: Command & { type: 'reveal' }, ms: number): Said {
  return { typed, covered, ticks: new Set(covered.map(({ point }) => point)), ms: Math.max(0, ms) };
}

function toggle(session: Session, point: number): Session {
  if (!session.current?.card.keyPoints[point]) return session;
  const ticks = new Set(session.said.ticks);
  if (!ticks.delete(point)) ticks.add(point);
  return { ...session, said: { ...session.said, ticks } };
}

function rate(session: Session, command: Command & { type: 'rate' }, now: number): Step {
  const { current } = session;
  if (!current) return { session };
  const event: EventBody = {
    type: 'review',
    deck: session.deck,
    card: current.card.id,
    rating: command.rating,
    ms: Math.max(0, now - session.shownAt),
    mode: 'drill',
    ...(command.coverage !== undefined && { coverage: command.coverage }),
  };
  const returns = command.due - now <= LEARN_AHEAD;
  const outcome: Outcome = { type: 'rated', rating: command.rating };
  const back: Question[] = returns ? [{ ...current, reason: 'again', notBefore: command.due }] : [];
  return { session: finish(session, outcome, now, back), event };
}

function suspend(session: Session, now: number): Step {
  const { current } = session;
  if (!current) return { session };
  const event: EventBody = { type: 'suspend', deck: session.deck, card: current.card.id };
  return { session: finish(session, { type: 'suspended' }, now), event };
}

function finish(session: Session, outcome: Outcome, now: number, back: readonly Question[] = []): Session {
  const { current: question, said } = session;
  if (!question) return session;
  const ms = Math.max(0, now - session.shownAt);
  const done: Finished = { question, outcome, said, ms, returns: back.length > 0, eventId: '' };
  const finished = [...session.finished, done];
  return advance({ ...session, finished, waiting: [...session.waiting, ...back] }, now);
}

/** Draws the next question: the first that need not wait, else the one that has waited nearly enough. */
function advance(session: Session, now: number): Session {
  const ready = session.waiting.findIndex((question) => question.notBefore <= now);
  const index = ready >= 0 ? ready : soonest(session.waiting);
  const current = session.waiting[index];
  const waiting = session.waiting.filter((_, other) => other !== index);
  return { ...session, ...FRESH, phase: current ? 'question' : 'done', current, waiting, shownAt: now };
}

function soonest(questions: readonly Question[]): number {
  return questions.reduce(
    (best, question, index) =>
      question.notBefore < (questions[best]?.notBefore ?? Number.POSITIVE_INFINITY) ? index : best,
    questions.length > 0 ? 0 : -1,
  );
}

function undo(session: Session, now: number): Step {
  const last = session.finished.at(-1);
  if (!last) return undoEarlier(session, now);
  const restored = putBack(session, last, now);
  if (last.eventId === '') return { session: restored };
  return { session: restored, event: { type: 'undo', of: last.eventId } };
}

function putBack(session: Session, last: Finished, now: number): Session {
  // The copy that waits for its short step is the last one of that card.
  const copy = last.returns
    ? session.waiting.findLastIndex((question) => question.card.id === last.question.card.id)
    : -1;
  const shown = copy < 0 && last.returns ? [] : session.current ? [session.current] : [];
  return {
    ...session,
    phase: 'answer',
    current: last.question,
    waiting: [...shown, ...session.waiting.filter((_, index) => index !== copy)],
    finished: session.finished.slice(0, -1),
    said: last.said,
    shownAt: now - last.ms,
  };
}

function undoEarlier(session: Session, now: number): Step {
  const latest = session.earlier.at(-1);
  if (!latest) return { session };
  const again: Question = { card: latest.card, reason: 'again', notBefore: 0 };
  const others = session.current ? [session.current, ...session.waiting] : session.waiting;
  return {
    session: {
      ...session,
      ...FRESH,
      phase: 'question',
      current: again,
      waiting: others.filter((question) => question.card.id !== latest.card.id),
      earlier: session.earlier.slice(0, -1),
      undone: session.undone + 1,
      shownAt: now,
    },
    event: { type: 'undo', of: latest.eventId },
  };
}
