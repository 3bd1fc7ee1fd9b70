import type { Term } from '../search/terms.ts';
import type { Keyword, PointWords, Sign } from './point-words.ts';
import { polarityOf, type Reading } from './reading.ts';

/** What in a typed answer speaks for a point. */
export interface Evidence {
  /** Weighed terms of the point that were typed, each once. */
  readonly weight: number;
  /** The part of it in clauses that speak for no other point of the card more. */
  readonly own: number;
  /** Parts of 1: terms of the bold name typed, and `kw` groups met. */
  readonly lead: number;
  readonly met: number;
  /** Part of 1 of what the point's own sentence says. */
  readonly share: number;
  /** Where the terms stand. */
  readonly found: readonly Found[];
  /** The `kw` words that were found, one for each group that is met; and whether all are, letter by letter. */
  readonly words: readonly string[];
  readonly verbatim: boolean;
}

export interface Found {
  /** Units of the answer. */
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  /** The question says it too. */
  readonly asked: boolean;
}

/** What a term says less when it is said again. */
const REPEATED = 0.2;
/** What an answer has for each point of a card. `plain` is the answer, normalised. */
export function evidenceFor(answer: Reading, plain: string, points: readonly PointWords[]): Evidence[] {
  const found = points.map((point) => signsIn(answer, point));
  const clauses = (answer.clause.at(-1) ?? 0) + 1;
  const weights = found.map((signs) => byClause(signs, clauses));
  return points.map((point, at) => {
    const signs = found[at] as Map<string, Occurrence[]>;
    const met = point.groups.flatMap((group) => {
      const words = group.filter((word) => isSaid(word, answer, plain, point));
      const exact = words.find((word) => literally(plain, word.plain));
      return words
        .slice(0, 1)
        .map(({ reading }) => ({ text: (exact?.reading ?? reading).text, exact: exact !== undefined }));
    });
    const terms = [...signs].map(([text, places]) => ({ text, places, weight: places[0]?.weight ?? 0 }));
    const lead = terms.filter(({ text }) => point.lead.has(text)).length;
    return {
      weight: terms.reduce((sum, { weight }) => sum + weight, 0),
      own: ownPart(weights, at),
      lead: point.lead.size > 0 ? lead / point.lead.size : 0,
      met: point.groups.length > 0 ? met.length / point.groups.length : 0,
      share: shareOf(point, signs),
      found: terms.flatMap(({ places }) => places.slice(0, 1)),
      words: met.map(({ text }) => text),
      verbatim: met.length > 0 && met.length === point.groups.length && met.every(({ exact }) => exact),
    };
  });
}

function shareOf({ sentence, signs }: PointWords, found: ReadonlyMap<string, unknown>): number {
  let all = 0;
  let typed = 0;
  for (const term of sentence) {
    const weight = signs.get(term)?.weight ?? 0;
    all += weight;
    if (found.has(term)) typed += weight;
  }
  return all > 0 ? typed / all : 0;
}

interface Occurrence extends Found {
  readonly clause: number;
}

function signsIn(answer: Reading, point: PointWords): Map<string, Occurrence[]> {
  const signs = new Map<string, Occurrence[]>();
  for (const term of answer.terms) {
    const sign = point.signs.get(term.text);
    if (!sign || contradicts(answer, term, sign)) continue;
    const places = signs.get(term.text) ?? [];
    const weight = term.weight * sign.weight;
    const { from, to } = term;
    places.push({ from, to, weight, asked: sign.asked, clause: answer.clause[from] ?? 0 });
    signs.set(term.text, places);
  }
  return signs;
}

/** Denied here and never there, or the other way round. */
function contradicts(answer: Reading, term: Term, { polarities }: Sign): boolean {
  const polarity = polarityOf(answer, term);
  if (polarity === 'open' || polarities.size !== 1) return false;
  return polarities.has(polarity === 'denied' ? 'said' : 'denied');
}

function byClause(signs: ReadonlyMap<string, readonly Occurrence[]>, clauses: number): number[] {
  const weights = new Array<number>(clauses).fill(0);
  for (const places of signs.values()) {
    for (const [number, { clause, weight }] of places.entries())
      weights[clause] = (weights[clause] ?? 0) + (number === 0 ? weight : REPEATED * weight);
  }
  return weights;
}

function ownPart(weights: readonly (readonly number[])[], point: number): number {
  const mine = weights[point] ?? [];
  return mine.reduce((sum, weight, clause) => {
    const isMost = weights.every((other) => (other[clause] ?? 0) <= weight);
    return isMost ? sum + weight : sum;
  }, 0);
}

/** Literally, or everything that the word is made of close together, in any order, by any name. */
function isSaid(
  { plain: word, reading }: Keyword,
  answer: Reading,
  plain: string,
  point: PointWords,
): boolean {
  const core = reading.terms.filter(({ role }) => role === 'concept' || role === 'word');
  if (core.length === 0) return literally(plain, word);
  const places = core.map(({ text }) => answer.terms.filter((term) => isNamed(term, text)));
  if (places.some((terms) => terms.length === 0)) return literally(plain, word);
  const reach = reading.units.length + GAP;
  const [first = [], ...rest] = places.map((terms) =>
    terms.filter((term) => {
      const sign = point.signs.get(term.text);
      return !sign || !contradicts(answer, term, sign);
    }),
  );
  return first.some((begin) =>
    rest.every((terms) => terms.some((term) => Math.abs(term.from - begin.from) <= reach)),
  );
}

/** A wider concept that a word also stands for does not name it. */
function isNamed(term: Term, text: string): boolean {
  return term.text === text && term.role !== 'broader';
}

/** Units that may stand between the parts of a phrase. */
const GAP = 4;

/** A Latin word must stand by itself; spaces, width and case do not matter. */
function literally(text: string, word: string): boolean {
  if (word === '') return false;
  if (!/^[\u0000-\u007f]+$/.test(word)) return text.replaceAll(' ', '').includes(word.replaceAll(' ', ''));
  const pattern = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/[- ]/g, '[- ]?');
  return new RegExp(`(?<![a-z0-9])${pattern}(?:s|es)?(?![a-z0-9])`).test(text);
}
