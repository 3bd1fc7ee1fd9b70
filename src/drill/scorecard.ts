import type { Card } from '../handbook/card.ts';
import type { Mock } from './mock.ts';
import type { Ask } from './mock-plan.ts';
import { type Answer, type CardResult, isScored, resultOf } from './mock-result.ts';

/** One question with its answer. */
export interface Asked {
  readonly ask: Ask;
  readonly answer: Answer;
  /** Whether it counts in the score. */
  readonly scored: boolean;
}

/** A card of the interview, with all that was asked about it. */
export interface CardScore {
  readonly card: Card;
  readonly asked: readonly Asked[];
  /** Undefined while nobody has said what a spoken answer covered. */
  readonly result: CardResult | undefined;
  /** Weight of what was missed: a point nobody may miss counts 2. */
  readonly missedWeight: number;
}

export interface TopicScore {
  /** The topic's id. */
  readonly topic: string;
  /** 0 to 100, or undefined when no card of it could be scored. */
  readonly score: number | undefined;
  readonly cards: number;
  /** Milliseconds. */
  readonly ms: number;
}

/** How an interview went. */
export interface Scorecard {
  /** Mean over the cards of what their answers covered, 0 to 100; undefined when none could be scored. */
  readonly score: number | undefined;
  readonly cards: readonly CardScore[];
  /** Weakest first; those without a score last. */
  readonly topics: readonly TopicScore[];
  /** At most three cards that covered least, of those that missed anything. */
  readonly studyFirst: readonly CardScore[];
  readonly questions: number;
  readonly planned: number;
  /** Milliseconds spent on questions, and the time there was. */
  readonly ms: number;
  readonly budget: number;
  /** Whether everything that was planned was asked. */
  readonly complete: boolean;
  /** Whether the time was used up. */
  readonly spentAll: boolean;
  /** What was being typed when the learner left, with its question; undefined when there was nothing. */
  readonly unfinished: { readonly ask: Ask; readonly typed: string } | undefined;
}

/** The scorecard of an interview, also of one that was broken off. */
export function scorecardOf(mock: Mock): Scorecard {
  const asked = mock.answers.map((answer, index) => {
    const ask = mock.asks[index] as Ask;
    return { ask, answer, scored: isScored(ask, answer) };
  });
  const ids = [...new Set(asked.map(({ ask }) => ask.card.id))];
  const cards = ids.map((id) =>
    cardScore(
      mock,
      asked.filter(({ ask }) => ask.card.id === id),
    ),
  );
  const next = mock.asks[mock.answers.length];
  return {
    score: meanScore(cards),
    cards,
    topics: topicScores(cards),
    studyFirst: cards
      .filter(({ missedWeight }) => missedWeight > 0)
      .sort((a, b) => covered(a) - covered(b) || b.missedWeight - a.missedWeight)
      .slice(0, 3),
    questions: mock.answers.length,
    planned: mock.asks.length,
    ms: mock.spent,
    budget: mock.budget,
    complete: mock.answers.length === mock.asks.length,
    spentAll: mock.spent >= mock.budget,
    unfinished: mock.unfinished !== '' && next ? { ask: next, typed: mock.unfinished } : undefined,
  };
}

/** Indexes of the points of a scored question that were not said. */
export function missedPoints({ ask, answer, scored }: Asked): number[] {
  return scored ? ask.points.flatMap((_, index) => (answer.ticks.has(index) ? [] : [index])) : [];
}

function cardScore(mock: Mock, asked: readonly Asked[]): CardScore {
  const { card } = (asked[0] as Asked).ask;
  const weights = asked.flatMap((each) =>
    missedPoints(each).map((index) => (each.ask.points[index]?.must ? 2 : 1)),
  );
  return {
    card,
    asked,
    result: resultOf(mock.asks, mock.answers, card.id),
    missedWeight: weights.reduce((sum: number, weight) => sum + weight, 0),
  };
}

function covered({ result }: CardScore): number {
  return result?.coverage ?? 1;
}

function topicScores(cards: readonly CardScore[]): TopicScore[] {
  const names = [...new Set(cards.map(({ card }) => card.topic))];
  const topics = names.map((topic) => {
    const own = cards.filter(({ card }) => card.topic === topic);
    const ms = own.flatMap(({ asked }) => asked).reduce((sum, { answer }) => sum + answer.ms, 0);
    return { topic, score: meanScore(own), cards: own.length, ms };
  });
  return topics.sort((a, b) => (a.score ?? UNSCORED) - (b.score ?? UNSCORED));
}

/** Sorts behind every score. */
const UNSCORED = 101;

function meanScore(cards: readonly CardScore[]): number | undefined {
  const scored = cards.flatMap(({ result }) => (result ? [result.coverage] : []));
  if (scored.length === 0) return undefined;
  return Math.round((100 * scored.reduce((sum, part) => sum + part, 0)) / scored.length);
}
