import type { KeyPoint } from '../handbook/card.ts';
import { normalize } from '../search/normalize.ts';
import type { Term } from '../search/terms.ts';
import type { Polarity } from './polarity.ts';
import { polarityOf, type Reading, read } from './reading.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What a term is worth as a sign that a point was said, and how the point says it. */
export interface Sign {
  /** Rarity in the deck, less for what the card's other points say too. */
  readonly weight: number;
  readonly polarities: ReadonlySet<Polarity>;
  /** The question says it too. */
  readonly asked: boolean;
}

/** One of the `kw` words. */
export interface Keyword {
  /** Normalised, to be found literally. */
  readonly plain: string;
  readonly reading: Reading;
}

/** A key point as the words that people say it with. */
export interface PointWords {
  readonly signs: ReadonlyMap<string, Sign>;
  /** Terms of the point itself, without the `kw` words. */
  readonly sentence: ReadonlySet<string>;
  /** Terms of the bold name that the point begins with. */
  readonly lead: ReadonlySet<string>;
  /** From `kw`: any word of a group meets it. */
  readonly groups: readonly (readonly Keyword[])[];
  /** Latin words as read, to mend slips by. */
  readonly latin: ReadonlySet<string>;
}

/** Rarity given to a word that no card has. */
const UNKNOWN = 3;
/** Two Chinese characters side by side may be a word or chance. */
const PAIR_OF_CHARACTERS = 0.7;
/** How fast a term loses by being in several points of the card. */
const SPREAD = 0.7;
/** What a word counts that the question itself says. */
const ASKED = 0.5;
const LEAD = /^[^*\n]{0,8}\*\*(.+?)\*\*/;

/** The words of the points of one card, whose question is `question`. */
export function pointWords(
  points: readonly KeyPoint[],
  question: string,
  vocabulary: Vocabulary,
): PointWords[] {
  const drafts = points.map((point) => draft(point, vocabulary));
  const asked = new Set(read(question, vocabulary).terms.map((term) => term.text));
  const spread = new Map<string, number>();
  for (const { signs } of drafts) {
    for (const term of signs.keys()) spread.set(term, (spread.get(term) ?? 0) + 1);
  }
  return drafts.map((point) => {
    const signs = [...point.signs].map(([term, { weight, polarities }]): [string, Sign] => {
      const isAsked = asked.has(term);
      const shared = (spread.get(term) ?? 1) ** SPREAD;
      return [term, { weight: (isAsked ? ASKED * weight : weight) / shared, polarities, asked: isAsked }];
    });
    return { ...point, signs: new Map(signs) };
  });
}

function draft({ text, terms }: KeyPoint, vocabulary: Vocabulary): PointWords {
  const groups = terms.map((group) =>
    group.map((word) => ({ plain: normalize(word), reading: read(word, vocabulary) })),
  );
  const sentence = read(text, vocabulary);
  const readings = [sentence, ...groups.flat().map(({ reading }) => reading)];
  const signs = new Map<string, { weight: number; polarities: Set<Polarity>; asked: boolean }>();
  for (const reading of readings) {
    for (const term of reading.terms) {
      const known = signs.get(term.text) ?? { weight: 0, polarities: new Set(), asked: false };
      known.weight = Math.max(known.weight, weightOf(term, vocabulary));
      known.polarities.add(polarityOf(reading, term));
      signs.set(term.text, known);
    }
  }
  const lead = read(LEAD.exec(text)?.[1] ?? '', vocabulary).terms.map((term) => term.text);
  const latin = readings.flatMap(({ units }) => units.filter(({ han }) => !han).map((unit) => unit.text));
  return {
    signs,
    sentence: new Set(sentence.terms.map((term) => term.text)),
    lead: new Set(lead),
    groups,
    latin: new Set(latin),
  };
}

function weightOf({ text, weight }: Term, vocabulary: Vocabulary): number {
  const isConcept = text.startsWith('#');
  const general = isConcept ? (vocabulary.concept(text.slice(1))?.weight ?? 1) : 1;
  const chance = text.charCodeAt(0) > 0x2e80 ? PAIR_OF_CHARACTERS : 1;
  return weight * general * chance * (vocabulary.rarity(text) ?? UNKNOWN);
}
