import type { Card, KeyPoint } from '../handbook/card.ts';
import { cardKey } from '../memory/card-key.ts';
import { type Moment, studyDay } from '../memory/day.ts';
import { type Progress, performanceOf } from '../memory/fold.ts';
import type { Performance } from '../memory/schedule.ts';
import { seeded, shuffle } from '../memory/shuffle.ts';

/** `main` opens an exchange; `followup` digs into the same card, `sibling` turns to a card of the same group. */
export type AskKind = 'main' | 'followup' | 'sibling';

/** One thing that the interviewer asks. */
export interface Ask {
  readonly kind: AskKind;
  /** The card that is asked; of a follow-up the card that it follows. */
  readonly card: Card;
  /** What is asked: Markdown of a follow-up, the plain title of a card. */
  readonly question: string;
  /** What a good answer says. A point with an empty text stands for the answer as a whole. */
  readonly points: readonly KeyPoint[];
  /** Share of the time. */
  readonly weight: number;
  /** Which main question it belongs to, from 0. */
  readonly exchange: number;
}

export interface MockPlan {
  readonly deck: string;
  readonly now: Moment;
  /** Main questions; fewer when the cards do not suffice. */
  readonly count: number;
  /** The same seed over the same cards and progress gives the same interview. */
  readonly seed: number;
}

/**
 * The questions of a mock interview in the order to ask them: easy ones open, harder ones follow. A card's chance
 * is its weakness, shared out over the topics: each question of a topic makes the next one of that topic less
 * likely. Siblings never both open an exchange; a follow-up of the card and often a sibling come after it.
 * `all`: the whole deck, for siblings of the `cards` to choose from.
 */
export function planMock(
  cards: readonly Card[],
  all: readonly Card[],
  progress: Progress,
  plan: MockPlan,
): Ask[] {
  const random = seeded(plan.seed);
  const weigh = (card: Card): Candidate => candidate(card, progress, plan);
  const open = cards.map(weigh).filter(({ suspended }) => !suspended);
  const mains = draw(open, plan.count, random).sort((a, b) => a.level - b.level || a.hardness - b.hardness);
  const taken = new Set(mains.map(({ card }) => card.id));
  return mains.flatMap(({ card }, exchange) => {
    const own = shuffle(card.followUps, random)[0];
    const siblings = all.filter(({ group, id }) => group !== '' && group === card.group && !taken.has(id));
    const wanted = random() < SIBLING_CHANCE;
    const others = siblings.map(weigh).filter(({ suspended }) => !suspended);
    const sibling = wanted ? pick(others, ({ weakness }) => weakness, random) : undefined;
    if (sibling) taken.add(sibling.card.id);
    return [
      cardAsk('main', card, exchange),
      ...(own ? [followUpAsk(card, own, exchange)] : []),
      ...(sibling ? [cardAsk('sibling', sibling.card, exchange)] : []),
    ];
  });
}

/**
 * How much a card needs to be asked, above 0: what is likely forgotten, and a half for every time it was
 * forgotten after it had been learnt (four count). A card never seen is as likely forgotten as not.
 */
export function weaknessOf(performance: Performance, retrievability: number): number {
  if (performance.kind === 'new') return 0.5 + FLOOR;
  return FLOOR + (1 - retrievability) + Math.min(performance.lapses, 4) / 2;
}

/** How often a sibling is asked where there is one. */
const SIBLING_CHANCE = 0.5;
/** Also what is known well is asked now and then. */
const FLOOR = 0.1;
/** Which part of the questions is at most of level 0, 1, 2. */
const LEVEL_SHARES = [0.4, 0.8, 1];
/** Difficulty of a card that nobody has rated yet, in the middle of FSRS's 1 to 10. */
const UNKNOWN_DIFFICULTY = 5;

const LEVELS: readonly RegExp[] = [
  /^(基础|初级|入门|basics?|beginner|easy|fundamentals)$/i,
  /^(提高|进阶|中级|intermediate|medium)$/i,
  /^(专家|高级|困难|advanced|expert|hard)$/i,
];

interface Candidate {
  readonly card: Card;
  readonly suspended: boolean;
  readonly weakness: number;
  /** 0 easy to 2 hard, by the section; 1 where the section does not say. */
  readonly level: number;
  /** Orders cards of one level: FSRS difficulty, then the number of key points. */
  readonly hardness: number;
}

function candidate(card: Card, progress: Progress, { deck, now }: MockPlan): Candidate {
  const performance = performanceOf(progress, deck, card.id);
  const retrievability = progress.scheduler.retrievability(performance, studyDay(now));
  const level = LEVELS.findIndex((names) => names.test(card.section.trim()));
  const difficulty = performance.kind === 'new' ? UNKNOWN_DIFFICULTY : performance.difficulty;
  return {
    card,
    suspended: progress.cards.get(cardKey(deck, card.id))?.suspended ?? false,
    weakness: weaknessOf(performance, retrievability),
    level: level < 0 ? 1 : level,
    hardness: difficulty + card.keyPoints.length / 100,
  };
}

function draw(candidates: readonly Candidate[], count: number, random: () => number): Candidate[] {
  const drawn: Candidate[] = [];
  let open = candidates;
  for (let slot = 0; slot < count && open.length > 0; slot++) {
    const place = slot === 0 ? 0 : (slot + 0.5) / count;
    const level = LEVEL_SHARES.findIndex((share) => place < share);
    const chosen = pick(ofLevel(open, level), (each) => chance(each, drawn), random);
    if (!chosen) break;
    drawn.push(chosen);
    open = open.filter(({ card }) => card.id !== chosen.card.id && !isSibling(card, chosen.card));
  }
  return drawn;
}

/** The candidates of a level, else of the nearest one, the easier of two. */
function ofLevel(candidates: readonly Candidate[], level: number): readonly Candidate[] {
  const gap = (each: Candidate): number => Math.abs(each.level - level) + (each.level > level ? 0.5 : 0);
  const least = Math.min(...candidates.map(gap));
  return candidates.filter((each) => gap(each) === least);
}

function chance({ card, weakness }: Candidate, drawn: readonly Candidate[]): number {
  const asked = drawn.filter((other) => other.card.topic === card.topic).length;
  return weakness / (1 + asked) ** 2;
}

/** One of the items, each as likely as its weight says. */
function pick<T>(items: readonly T[], weigh: (item: T) => number, random: () => number): T | undefined {
  const weights = items.map(weigh);
  let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
  const index = weights.findIndex((weight) => {
    left -= weight;
    return left < 0;
  });
  return items[index] ?? items.at(-1);
}

function isSibling(a: Card, b: Card): boolean {
  return a.group !== '' && a.group === b.group;
}

/** The answer as a whole, where nothing smaller can be ticked. */
const WHOLE: KeyPoint = { text: '', must: false, terms: [] };

function cardAsk(kind: 'main' | 'sibling', card: Card, exchange: number): Ask {
  const points = card.keyPoints.length > 0 ? card.keyPoints : [WHOLE];
  return { kind, card, question: card.title, points, weight: 2, exchange };
}

function followUpAsk(card: Card, followUp: Card['followUps'][number], exchange: number): Ask {
  const points = [{ ...WHOLE, text: followUp.answer }];
  return { kind: 'followup', card, question: followUp.question, points, weight: 1, exchange };
}
