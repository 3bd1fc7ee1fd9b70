import type { EventBody } from '../memory/event.ts';
import { covers } from './coverage.ts';
import { boxFor, GRACE, passed } from './mock-clock.ts';
import type { Ask } from './mock-plan.ts';
import { type Answer, type CardResult, resultOf } from './mock-result.ts';
import { NO_VOCABULARY, type Vocabulary } from './vocabulary.ts';

/** A review that is in the log. */
export interface Recorded {
  readonly eventId: string;
  readonly result: CardResult;
}

/** A mock interview in progress. Pure data; `step` makes the next one. */
export interface Mock {
  readonly deck: string;
  readonly phase: 'intro' | 'asking' | 'reviewing' | 'done';
  /** Whether the key points are shown after each question, or only at the end. */
  readonly reveal: 'end' | 'each';
  readonly asks: readonly Ask[];
  /** Answers to the first asks, in their order. */
  readonly answers: readonly Answer[];
  /** In `asking` the ask that waits for its answer, in `reviewing` the one whose points are shown. */
  readonly at: number;
  /** Milliseconds for all questions together, used up so far, and since the current one was asked. */
  readonly budget: number;
  readonly spent: number;
  readonly askSpent: number;
  /** Milliseconds for the current question. */
  readonly box: number;
  /** Milliseconds since the epoch of the last look at the clock. */
  readonly seenAt: number;
  /** What is known of the words of the deck, to hold typed answers against key points. */
  readonly vocabulary: Vocabulary;
  /** What was being typed when the learner left. */
  readonly unfinished: string;
  /** By card id: the review in the log that counts. */
  readonly recorded: ReadonlyMap<string, Recorded>;
}

export type MockCommand =
  | { readonly type: 'begin' }
  /** The answer is complete; an empty text means that it was spoken. */
  | { readonly type: 'done'; readonly typed: string }
  /** The learner does not know. */
  | { readonly type: 'pass'; readonly typed: string }
  /** The clock moved; `typed` is what stands in the field by now. */
  | { readonly type: 'time'; readonly typed: string }
  | { readonly type: 'mark'; readonly point: number }
  /** The ticks are right: go on. */
  | { readonly type: 'accept' }
  | { readonly type: 'back' }
  /** No more questions, or no more corrections. */
  | { readonly type: 'stop'; readonly typed: string };

/** A review to be on disk before the new mock is shown; `replaces` is the event it takes the place of, or empty. */
export interface Due {
  readonly card: string;
  readonly event: EventBody;
  readonly replaces: string;
}

export interface MockStep {
  readonly mock: Mock;
  readonly due?: Due;
}

/** A mock interview before its first question. `budget` in milliseconds, `now` in milliseconds since the epoch. */
export function startMock(
  deck: string,
  asks: readonly Ask[],
  options: { readonly budget: number; readonly reveal: 'end' | 'each'; readonly vocabulary?: Vocabulary },
  now: number,
): Mock {
  return {
    deck,
    asks,
    vocabulary: NO_VOCABULARY,
    ...options,
    phase: asks.length > 0 ? 'intro' : 'done',
    answers: [],
    at: 0,
    spent: 0,
    askSpent: 0,
    box: 0,
    seenAt: now,
    unfinished: '',
    recorded: new Map(),
  };
}

/** What a command makes of a mock. A command that does not fit the phase changes nothing but the clock. */
export function step(before: Mock, command: MockCommand, now: number): MockStep {
  const mock = clocked(before, now);
  switch (command.type) {
    case 'begin':
      return { mock: mock.phase === 'intro' ? ask(mock) : mock };
    case 'done': {
      const how = command.typed.trim() === '' ? 'spoken' : 'typed';
      return mock.phase === 'asking' ? answer(mock, how, command.typed, false) : { mock };
    }
    case 'pass':
      return mock.phase === 'asking' ? answer(mock, 'passed', command.typed, false) : { mock };
    case 'time': {
      const over = mock.phase === 'asking' && mock.askSpent >= mock.box + GRACE;
      const how = command.typed.trim() === '' ? 'spoken' : 'typed';
      return over ? answer(mock, how, command.typed, true) : { mock };
    }
    case 'mark':
      return { mock: mock.phase === 'reviewing' ? mark(mock, command.point) : mock };
    case 'accept':
      return mock.phase === 'reviewing' ? accept(mock) : { mock };
    case 'back':
      return canGoBack(mock) ? withReview({ ...mock, at: mock.at - 1 }, shownCard(mock)) : { mock };
    case 'stop':
      return stop(mock, command.typed);
  }
}

/** Notes that the review of a card is on disk under this id. */
export function acknowledge(mock: Mock, card: string, eventId: string): Mock {
  const known = mock.recorded.get(card);
  if (!known) return mock;
  return { ...mock, recorded: new Map(mock.recorded).set(card, { ...known, eventId }) };
}

/** Whether an earlier question can be looked at again. */
export function canGoBack(mock: Mock): boolean {
  return mock.phase === 'reviewing' && mock.reveal === 'end' && mock.at > 0;
}

/** Milliseconds left for the current question; below 0 in its time of grace. */
export function leftOfBox(mock: Mock): number {
  return mock.box - mock.askSpent;
}

function clocked(mock: Mock, now: number): Mock {
  if (mock.phase !== 'asking') return { ...mock, seenAt: now };
  const ms = passed(mock.seenAt, now);
  return { ...mock, seenAt: now, spent: mock.spent + ms, askSpent: mock.askSpent + ms };
}

/** Asks the next question, while there is one and time for it. */
function ask(mock: Mock): Mock {
  const at = mock.answers.length;
  const next = mock.asks[at];
  const left = mock.budget - mock.spent;
  if (!next || left <= 0) return endOfQuestions(mock);
  const weights = mock.asks.map(({ weight }) => weight);
  const fair = (mock.budget * next.weight) / weights.reduce((sum, weight) => sum + weight, 0);
  const box = boxFor(left, fair, next.weight, weights.slice(at + 1));
  return { ...mock, phase: 'asking', at, askSpent: 0, box };
}

function endOfQuestions(mock: Mock): Mock {
  const review = mock.reveal === 'end' && mock.answers.length > 0;
  return { ...mock, phase: review ? 'reviewing' : 'done', at: 0, askSpent: 0, box: 0 };
}

function answer(mock: Mock, how: Answer['how'], typed: string, timedOut: boolean): MockStep {
  const asked = mock.asks[mock.at];
  if (!asked) return { mock };
  const covered = how === 'typed' ? covers(typed, asked.points, mock.vocabulary, questionOf(asked)) : [];
  const ticks = new Set(covered.map(({ point }) => point));
  const given: Answer = { how, typed, ms: mock.askSpent, timedOut, covered, ticks, judged: false };
  const answered = { ...mock, answers: [...mock.answers, given] };
  const next: Mock = mock.reveal === 'each' ? { ...answered, phase: 'reviewing' } : ask(answered);
  return withReview(next, asked.card.id);
}

/** What is asked; a follow-up has a question of its own. */
function questionOf({ kind, question, card }: Ask): string {
  return kind === 'followup' ? question : `${card.title}\n${card.en}`;
}

function mark(mock: Mock, point: number): Mock {
  if (!mock.asks[mock.at]?.points[point]) return mock;
  return changed(mock, (given) => {
    const ticks = new Set(given.ticks);
    if (!ticks.delete(point)) ticks.add(point);
    return { ...given, ticks, judged: true };
  });
}

function accept(mock: Mock): MockStep {
  const judged = changed(mock, (given) => ({ ...given, judged: true }));
  return withReview(afterReview(judged), shownCard(mock));
}

function afterReview(mock: Mock): Mock {
  if (mock.reveal === 'each') return ask(mock);
  const at = mock.at + 1;
  return at < mock.answers.length ? { ...mock, at } : { ...mock, phase: 'done' };
}

function changed(mock: Mock, change: (given: Answer) => Answer): Mock {
  return {
    ...mock,
    answers: mock.answers.map((given, index) => (index === mock.at ? change(given) : given)),
  };
}

function stop(mock: Mock, typed: string): MockStep {
  if (mock.phase === 'asking') {
    return { mock: endOfQuestions({ ...mock, unfinished: typed.trim() === '' ? '' : typed }) };
  }
  return withReview({ ...mock, phase: 'done' }, mock.phase === 'reviewing' ? shownCard(mock) : '');
}

function shownCard(mock: Mock): string {
  return mock.asks[mock.at]?.card.id ?? '';
}

/** Asks for a review of the card when its result is new or has changed. */
function withReview(mock: Mock, card: string): MockStep {
  const result = resultOf(mock.asks, mock.answers, card);
  const known = mock.recorded.get(card);
  if (!result || (known && sameResult(known.result, result))) return { mock };
  const event: EventBody = {
    type: 'review',
    deck: mock.deck,
    card,
    rating: result.rating,
    ms: result.ms,
    mode: 'mock',
    coverage: result.coverage,
  };
  const recorded = new Map(mock.recorded).set(card, { eventId: known?.eventId ?? '', result });
  return { mock: { ...mock, recorded }, due: { card, event, replaces: known?.eventId ?? '' } };
}

function sameResult(a: CardResult, b: CardResult): boolean {
  return a.rating === b.rating && a.coverage === b.coverage;
}
