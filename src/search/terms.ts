import { type Lexicon, type Segment, segmentsOf } from './lexicon.ts';
import { stem, type Unit } from './units.ts';

/** Something to look up: a stemmed Latin word, a pair of Chinese characters, or `#` and a concept's id. */
export interface Term {
  readonly text: string;
  /** 0 to 1: how much of what was written it stands for. */
  readonly weight: number;
  /** First unit it comes from, and the one after the last. */
  readonly from: number;
  readonly to: number;
  /** How it came about. */
  readonly role: 'concept' | 'broader' | 'word' | 'inside' | 'across' | 'pair' | 'loose';
}

/** A word inside of a name counts less: the concept has already counted. */
export const INSIDE = 0.3;
/** Two characters of which a name covers one. */
const ACROSS = 0.5;
/** Two characters of which one is a function word: often noise, sometimes a word (对象, 并发). */
const LOOSE = 0.35;
/** Two Latin words written as one or apart. */
const PAIR = 0.5;
const BROADER = 0.5;
const MAX_STEPS = 3;

/** Everything that the units can be found by. */
export function termsOf(units: readonly Unit[], segments: readonly Segment[], lexicon: Lexicon): Term[] {
  const cover = covering(units, segments);
  const terms: Term[] = [];
  for (const { from, to, meaning } of segments) {
    if (meaning?.concept) terms.push(...conceptTerms(meaning.concept, 1, from, to, lexicon));
  }
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as Unit;
    const next = units[at + 1];
    const isStop = cover[at] === STOP;
    if (unit.han) terms.push(...hanTerms(units, cover, at));
    else if (!isStop) terms.push(wordTerm(unit, cover[at] as number, at));
    if (next && !unit.han && !next.han && !next.apart) terms.push(...pairTerms(units, cover, at));
  }
  return terms;
}

/** A concept with the wider ones it stands for, each at half the weight of the one before. */
export function conceptTerms(id: string, weight: number, from: number, to: number, lexicon: Lexicon): Term[] {
  const terms: Term[] = [];
  let at = id;
  let share = weight;
  for (let step = 0; at !== '' && step < MAX_STEPS; step++) {
    terms.push({ text: `#${at}`, weight: share, from, to, role: step === 0 ? 'concept' : 'broader' });
    at = lexicon.concept(at)?.broader ?? '';
    share *= BROADER;
  }
  return terms;
}

/** Units → terms in one step, for the side of the cards. */
export function analyse(units: readonly Unit[], lexicon: Lexicon): Term[] {
  return termsOf(units, segmentsOf(units, lexicon, false), lexicon);
}

const FREE = 0;
const STOP = -1;
/** A function word of one character, which may yet be part of a word. */
const SMALL_STOP = -2;

/** For every unit: free, stopped, or the number (from 1) of the name that covers it. */
function covering(units: readonly Unit[], segments: readonly Segment[]): number[] {
  const cover: number[] = [];
  for (const [number, { from, to, meaning }] of segments.entries()) {
    const small = to - from === 1 && units[from]?.han === true;
    const named = meaning?.concept ? number + 1 : FREE;
    const kind = meaning?.stop ? (small ? SMALL_STOP : STOP) : named;
    for (let at = from; at < to; at++) cover.push(kind);
  }
  return cover;
}

function wordTerm(unit: Unit, cover: number, at: number): Term {
  const inside = cover > 0;
  return {
    text: stem(unit.text),
    weight: inside ? INSIDE : 1,
    from: at,
    to: at + 1,
    role: inside ? 'inside' : 'word',
  };
}

function hanTerms(units: readonly Unit[], cover: readonly number[], at: number): Term[] {
  const unit = units[at] as Unit;
  const here = cover[at] as number;
  if (here === STOP) return [];
  const next = units[at + 1];
  const there = next?.han && !next.apart ? (cover[at + 1] as number) : STOP;
  if (there === STOP) return here === FREE && isAlone(units, cover, at) ? [single(unit, at)] : [];
  const text = unit.text + (next as Unit).text;
  const range = { text, from: at, to: at + 2 };
  const small = Number(here === SMALL_STOP) + Number(there === SMALL_STOP);
  if (small === 2) return [];
  if (small === 1) return [{ ...range, weight: LOOSE, role: 'loose' }];
  if (here === FREE && there === FREE) return [{ ...range, weight: 1, role: 'word' }];
  if (here === there) return [{ ...range, weight: INSIDE, role: 'inside' }];
  return [{ ...range, weight: ACROSS, role: 'across' }];
}

/** A character that is a word by itself: 卷, 污. */
function isAlone(units: readonly Unit[], cover: readonly number[], at: number): boolean {
  const before = units[at - 1];
  return !before?.han || (units[at] as Unit).apart || cover[at - 1] === STOP || cover[at - 1] === SMALL_STOP;
}

function single(unit: Unit, at: number): Term {
  return { text: unit.text, weight: 1, from: at, to: at + 1, role: 'word' };
}

function pairTerms(units: readonly Unit[], cover: readonly number[], at: number): Term[] {
  const next = units[at + 1] as Unit;
  if (cover[at] === STOP && !next.joined) return [];
  if (cover[at + 1] === STOP && !next.joined) return [];
  const inside = (cover[at] as number) > 0 && cover[at] === cover[at + 1];
  const text = stem((units[at] as Unit).text + next.text);
  return [{ text, weight: inside ? INSIDE : PAIR, from: at, to: at + 2, role: 'pair' }];
}
