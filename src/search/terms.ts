import { type Lexicon, type Segment, segmentsOf } from './lexicon.ts';
import { singular, stem, type Unit } from './units.ts';

/** How a term came about: a name of a concept, a wider concept, a word, a word inside of a name … */
export type Role =
  | 'concept'
  | 'broader'
  | 'word'
  | 'inside'
  /** Two characters of which a name covers one. */
  | 'across'
  /** Two Latin words taken as one. */
  | 'pair'
  /** A name in several parts taken as one. */
  | 'chain'
  /** Two characters of which one is a function word: often noise, sometimes a word (对象, 并发). */
  | 'loose';

/** Something to look up: a stemmed Latin word, a pair of Chinese characters, or `#` and a concept's id. */
export interface Term {
  readonly text: string;
  /** 0 to 1: how much of what was written it stands for. */
  readonly weight: number;
  /** First unit it comes from, and the one after the last. */
  readonly from: number;
  readonly to: number;
  readonly role: Role;
}

/** Takes one term; called instead of making lists, since a large deck has tens of millions of terms. */
export type TermSink = (text: string, weight: number, from: number, to: number, role: Role) => void;

/** A word inside of a name counts less: the concept has already counted. */
export const INSIDE = 0.3;
export const ACROSS = 0.5;
const LOOSE = 0.35;
export const PAIR = 0.5;
export const CHAIN = 0.5;
export const BROADER = 0.5;
const MAX_STEPS = 3;

/** Everything that the units can be found by. */
export function termsOf(units: readonly Unit[], segments: readonly Segment[], lexicon: Lexicon): Term[] {
  const terms: Term[] = [];
  eachTerm(units, segments, lexicon, (text, weight, from, to, role) => {
    terms.push({ text, weight, from, to, role });
  });
  return terms;
}

/** The terms of a text, names found and all. */
export function analyse(units: readonly Unit[], lexicon: Lexicon): Term[] {
  return termsOf(units, segmentsOf(units, lexicon, false), lexicon);
}

/** Calls `sink` with everything that the units can be found by. */
export function eachTerm(
  units: readonly Unit[],
  segments: readonly Segment[],
  lexicon: Lexicon,
  sink: TermSink,
): void {
  for (const { from, to, meaning } of segments) {
    if (meaning?.concept) eachConcept(meaning.concept, from, to, lexicon, sink);
  }
  const cover = covering(units, segments);
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as Unit;
    if (unit.han) {
      hanTerm(units, cover, at, sink);
      continue;
    }
    const here = cover[at] as number;
    if (here > FREE) sink(stem(unit.text), INSIDE, at, at + 1, 'inside');
    else if (here === FREE) sink(stem(unit.text), 1, at, at + 1, 'word');
    const next = units[at + 1];
    if (next && !next.han && !next.apart) pairTerm(units, cover, at, sink);
    if (next?.joined) chainTerm(units, at, sink);
  }
}

/** A concept with the wider ones it stands for, each at half the weight of the one before. */
export function eachConcept(id: string, from: number, to: number, lexicon: Lexicon, sink: TermSink): void {
  let weight = 1;
  for (const [step, term] of conceptTerms(id, lexicon).entries()) {
    sink(term, weight, from, to, step === 0 ? 'concept' : 'broader');
    weight *= BROADER;
  }
}

/** The terms of a concept and of the wider ones it stands for, the nearest first. */
export function conceptTerms(id: string, lexicon: Lexicon): string[] {
  const terms: string[] = [];
  for (let at = id; at !== '' && terms.length < MAX_STEPS; at = lexicon.concept(at)?.broader ?? '')
    terms.push(`#${at}`);
  return terms;
}

/** A unit that no name covers. */
export const FREE = 0;
export const STOP = -1;
/** A function word of one character, which may yet be part of a word. */
export const SMALL_STOP = -2;

/** For every unit: free, stopped, or the number (from 1) of the name that covers it. */
function covering(units: readonly Unit[], segments: readonly Segment[]): number[] {
  const cover: number[] = [];
  for (let number = 0; number < segments.length; number++) {
    const { from, to, meaning } = segments[number] as Segment;
    const small = to - from === 1 && units[from]?.han === true;
    const named = meaning?.concept ? number + 1 : FREE;
    const kind = meaning?.stop ? (small ? SMALL_STOP : STOP) : named;
    for (let at = from; at < to; at++) cover.push(kind);
  }
  return cover;
}

function hanTerm(units: readonly Unit[], cover: readonly number[], at: number, sink: TermSink): void {
  const here = cover[at] as number;
  if (here === STOP) return;
  const unit = units[at] as Unit;
  const next = units[at + 1];
  const there = next?.han && !next.apart ? (cover[at + 1] as number) : STOP;
  if (there === STOP) {
    if (here === FREE && isAlone(units, cover, at)) sink(unit.text, 1, at, at + 1, 'word');
    return;
  }
  if (here === SMALL_STOP && there === SMALL_STOP) return;
  const text = unit.text + (next as Unit).text;
  if (here === SMALL_STOP || there === SMALL_STOP) sink(text, LOOSE, at, at + 2, 'loose');
  else if (here !== there) sink(text, ACROSS, at, at + 2, 'across');
  else if (here === FREE) sink(text, 1, at, at + 2, 'word');
  else sink(text, INSIDE, at, at + 2, 'inside');
}

/** A character that is a word by itself: 卷, 污. */
function isAlone(units: readonly Unit[], cover: readonly number[], at: number): boolean {
  const before = units[at - 1];
  return !before?.han || (units[at] as Unit).apart || cover[at - 1] === STOP || cover[at - 1] === SMALL_STOP;
}

function pairTerm(units: readonly Unit[], cover: readonly number[], at: number, sink: TermSink): void {
  const next = units[at + 1] as Unit;
  if (!next.joined && (cover[at] === STOP || cover[at + 1] === STOP)) return;
  const inside = (cover[at] as number) > FREE && cover[at] === cover[at + 1];
  const text = joinedTerm((units[at] as Unit).text + next.text);
  sink(text, inside ? INSIDE : PAIR, at, at + 2, 'pair');
}

/** A name in three to five parts (`ImagePullBackOff`), which people also write as one word. */
function chainTerm(units: readonly Unit[], at: number, sink: TermSink): void {
  if (isPart(units[at])) return;
  let name = (units[at] as Unit).text;
  let to = at + 1;
  for (; isPart(units[to]); to++) name += (units[to] as Unit).text;
  if (isChain(to - at)) sink(joinedTerm(name), CHAIN, at, to, 'chain');
}

function isPart(unit: Unit | undefined): boolean {
  return unit?.joined === true && !unit.han;
}

/** Whether so many parts are a name rather than a path. */
export function isChain(parts: number): boolean {
  return parts >= 3 && parts <= 5;
}

/** The term of parts written as one word; it loses the plural that the word would lose. */
export function joinedTerm(word: string): string {
  return stem(singular(word));
}
