import { type Meaning, type Segment, segmentsOf } from './lexicon.ts';
import { beginnings, type Candidate, candidatesFor, SURE_BEGINNING, soundAlike } from './repair.ts';
import type { SearchIndex } from './search-index.ts';
import { analyse, eachConcept, joinedTerm, type Term, termsOf } from './terms.ts';
import { joinedKey, stem, type Unit, unitsOf } from './units.ts';

/** Why a text matches what was typed. */
export type Reason =
  | 'literal'
  | 'synonym'
  | 'broader'
  | 'everyday'
  | 'prefix'
  | 'pinyin'
  | 'homophone'
  | 'typo';

/** One thing that was asked for, and everything it can be found by. */
export interface Wanted {
  /** As it was typed. */
  readonly typed: string;
  /** How much it counts in the query. */
  readonly weight: number;
  readonly terms: readonly WantedTerm[];
  /** Chinese text without a name is measured in pairs of characters, each only part of a word. */
  readonly partial: boolean;
  /** A name was recognised in it. */
  readonly named: boolean;
}

export interface WantedTerm {
  readonly text: string;
  readonly weight: number;
  readonly reason: Reason;
}

/** A thing understood otherwise than it was typed: `tanzhen` as 探针. */
export interface Note {
  readonly typed: string;
  readonly as: string;
  readonly reason: Reason;
}

export interface Understanding {
  readonly wanted: readonly Wanted[];
  readonly notes: readonly Note[];
  /** Names of things of other fields, which this deck hardly mentions. */
  readonly elsewhere: readonly Foreign[];
}

export interface Foreign {
  /** Part of the query that it is, 0 to 1. */
  readonly part: number;
  /** Its words. */
  readonly terms: readonly string[];
}

/** A unit of the query with what it may have meant. */
interface Guess {
  readonly units: readonly Unit[];
  readonly candidates: readonly Candidate[];
}

const EVERYDAY = 0.8;
/** How fast a candidate loses to a likelier one. */
const SHARPNESS = 8;
/** Candidates below this are not followed. */
const UNLIKELY = 0.2;

/** Names, words and repairs in what was typed. */
export function understand(typed: string, index: SearchIndex): Understanding {
  const notes: Note[] = [];
  const guesses = repairLatin(unitsOf(typed), typed, index, notes);
  const repaired = new Map<number, Guess>();
  const units: Unit[] = [];
  for (const guess of guesses) {
    for (const unit of guess.units) {
      if (guess.candidates.length > 0) repaired.set(units.length, guess);
      units.push(unit);
    }
  }
  const heard = repairHan(units, typed, index, repaired, notes);
  const segments = segmentsOf(heard, index, false);
  const terms = termsOf(heard, segments, index);
  const said = segmentsOf(heard, index, true);
  const saidOtherwise = said.filter(({ meaning }) => isEveryday(meaning));
  const loose = terms.filter((term) => index.term(term.text) || !saidOtherwise.some(covers(term)));
  const wanted = [
    ...namedThings(heard, segments, terms, repaired, typed, index, notes),
    ...looseThings(heard, segments, loose, repaired, typed, index),
    ...everydayThings(heard, saidOtherwise, typed, index, notes),
  ];
  return { wanted, notes, elsewhere: foreignNames(heard, said, index) };
}

/** A name with this rarity is of another field: fewer than one card in twelve is about it. */
const ABSENT = 2.5;

function foreignNames(
  units: readonly Unit[],
  segments: readonly Segment[],
  index: SearchIndex,
): readonly Foreign[] {
  return segments.flatMap(({ from, to, meaning }) => {
    if (meaning?.elsewhere !== true) return [];
    const words = termsOf(units.slice(from, to), [{ from: 0, to: to - from, meaning: undefined }], index);
    const terms = words.map(({ text }) => text);
    const rarest = Math.max(...terms.map((term) => index.term(term)?.idf ?? Number.POSITIVE_INFINITY));
    return rarest > ABSENT ? [{ part: (to - from) / units.length, terms }] : [];
  });
}

/** Unknown Latin words with their candidates; the likeliest stands in for the word from here on. */
function repairLatin(units: readonly Unit[], typed: string, index: SearchIndex, notes: Note[]): Guess[] {
  const segments = segmentsOf(units, index, true);
  const covered = new Set<number>();
  for (const { from, to, meaning } of segments) {
    if (meaning) for (let at = from; at < to; at++) covered.add(at);
  }
  const guesses: Guess[] = [];
  for (let at = 0; at < units.length; at++) {
    const unit = units[at] as Unit;
    if (unit.han || covered.has(at) || isKnown(units, at, index)) {
      guesses.push({ units: [unit], candidates: covered.has(at) ? [] : fuller(unit, index) });
      continue;
    }
    const end = syllableRun(units, at, index);
    const letters = units
      .slice(at, end)
      .map((one) => one.text)
      .join('');
    const candidates = candidatesFor(letters, index);
    const [best] = candidates;
    if (!best) {
      guesses.push({ units: [unit], candidates: [] });
      continue;
    }
    const last = units[end - 1] as Unit;
    notes.push({
      typed: typed.slice(unit.start, last.end),
      as: shownAs(best.text, index),
      reason: best.reason,
    });
    const stand = unitsOf(best.text).map((one) => ({ ...one, start: unit.start, end: last.end }));
    guesses.push({
      units: stand.map((one, n) => (n === 0 ? { ...one, apart: unit.apart } : one)),
      candidates,
    });
    at = end - 1;
  }
  return guesses;
}

/** A word that cards only mention may also be half a name: `deploy` is Deployment too. */
function fuller(unit: Unit, index: SearchIndex): Candidate[] {
  if (unit.han || unit.text.length < 4 || isNaming(unit.text, index)) return [];
  const names = beginnings(unit.text, index).filter((candidate) => candidate.weight > SURE_BEGINNING);
  if (names.length === 0) return [];
  return [{ text: unit.text, weight: 1, reason: 'literal' }, ...names];
}

function isNaming(word: string, index: SearchIndex): boolean {
  const at = index.table('words').find(word);
  return at >= 0 && index.isStrongWord(at);
}

/** A name in full, not as it is compared: Kubernetes, where the index has its singular. */
function shownAs(word: string, index: SearchIndex): string {
  const id = index.look(word).meaning?.concept;
  const names = id ? (index.concept(id)?.names ?? []) : [];
  return names.find((name) => joinedKey(name) === word) ?? word;
}

function isKnown(units: readonly Unit[], at: number, index: SearchIndex): boolean {
  const word = (units[at] as Unit).text;
  if (index.term(stem(word)) !== undefined || !/[a-z]/.test(word)) return true;
  const pairs = [units[at - 1], units[at + 1]].map((other, side) => {
    if (!other || other.han) return '';
    return side === 0 ? other.text + word : word + other.text;
  });
  return pairs.some((pair) => pair !== '' && index.term(joinedTerm(pair)) !== undefined);
}

/** End of the run of single syllables that together spell a known word (`hui du fa bu`), else of this unit. */
function syllableRun(units: readonly Unit[], from: number, index: SearchIndex): number {
  // A word alone needs no table of readings, which takes time to open.
  if (!units[from + 1] || units[from + 1]?.han) return from + 1;
  const { readings } = index;
  let to = from;
  while (to < units.length && to - from < 8 && readings.isSyllable((units[to] as Unit).text)) to++;
  for (let end = to; end > from + 1; end--) {
    const letters = units
      .slice(from, end)
      .map((unit) => unit.text)
      .join('');
    if (index.table('spellings').find(letters) >= 0) return end;
  }
  return from + 1;
}

/** Replaces Chinese that was never seen by known words of the same sound. */
function repairHan(
  units: readonly Unit[],
  typed: string,
  index: SearchIndex,
  repaired: Map<number, Guess>,
  notes: Note[],
): Unit[] {
  const heard = [...units];
  if (!units.some((unit) => unit.han)) return heard;
  const terms = termsOf(units, segmentsOf(units, index, true), index);
  for (const { text, role, from, to } of terms) {
    const isPair = to - from === 2 && units[from]?.han === true;
    if (!isPair || role !== 'word' || index.term(text) || repaired.has(from)) continue;
    const [start, end] = hanRun(heard, from);
    const run = heard.slice(start, end).map((unit) => unit.text);
    const found = soundAlike(run, from - start, index);
    if (!found || run.slice(found.from, found.to).join('') === found.text) continue;
    const first = start + found.from;
    const last = start + found.to;
    notes.push({
      typed: typed.slice(heard[first]?.start, heard[last - 1]?.end),
      as: found.text,
      reason: 'homophone',
    });
    for (let at = first; at < last; at++) {
      heard[at] = { ...(heard[at] as Unit), text: found.text[at - first] ?? '' };
      repaired.set(at, { units: [], candidates: [{ text: found.text, weight: 0.9, reason: 'homophone' }] });
    }
  }
  return heard;
}

function hanRun(units: readonly Unit[], around: number): [number, number] {
  let start = around;
  let end = around + 1;
  while (start > 0 && units[start - 1]?.han && !units[start]?.apart) start--;
  while (end < units.length && units[end]?.han && !units[end]?.apart) end++;
  return [start, end];
}

/** Names in the query: the concept, what it is a kind of, and its words. */
function namedThings(
  units: readonly Unit[],
  segments: readonly Segment[],
  terms: readonly Term[],
  repaired: ReadonlyMap<number, Guess>,
  typed: string,
  index: SearchIndex,
  notes: Note[],
): Wanted[] {
  return segments.flatMap(({ from, to, meaning }) => {
    if (!meaning?.concept) return [];
    const fix = repaired.get(from)?.candidates[0];
    const sure = fix?.weight ?? 1;
    const facts = index.concept(meaning.concept);
    const own = terms
      .filter((term) => term.from >= from && term.to <= to && term.role !== 'across' && term.role !== 'loose')
      .map((term) => ({ text: term.text, weight: term.weight * sure, reason: reasonOf(term, fix) }));
    const word = typed.slice(units[from]?.start, units[to - 1]?.end);
    const label = facts?.names[0] ?? meaning.concept;
    if (!fix && joinedKey(label) !== joinedKey(word))
      notes.push({ typed: word, as: label, reason: 'synonym' });
    const others = otherCandidates(repaired.get(from), index);
    return [
      {
        typed: word,
        weight: facts?.weight ?? 1,
        terms: dedupe([...own, ...others]),
        partial: false,
        named: true,
      },
    ];
  });
}

function reasonOf(term: Term, fix: Candidate | undefined): Reason {
  if (fix) return fix.reason;
  if (term.role === 'broader') return 'broader';
  return term.role === 'concept' ? 'synonym' : 'literal';
}

/** Words that no name covers. */
function looseThings(
  units: readonly Unit[],
  segments: readonly Segment[],
  terms: readonly Term[],
  repaired: ReadonlyMap<number, Guess>,
  typed: string,
  index: SearchIndex,
): Wanted[] {
  const named = new Set<number>();
  for (const { from, to, meaning } of segments) {
    if (meaning?.concept) for (let at = from; at < to; at++) named.add(at);
  }
  return terms.flatMap((term) => {
    const isName = term.role === 'concept' || term.role === 'broader' || term.role === 'inside';
    if (isName || (named.has(term.from) && term.to - term.from === 1)) return [];
    const guess = repaired.get(term.from);
    const fix = guess?.candidates[0];
    const isBonus = term.role !== 'word';
    const known = index.term(term.text) !== undefined;
    // A pair across a name's edge, or two Latin words in one, helps when known and says nothing when not.
    if (isBonus && !known) return [];
    const own = [{ text: term.text, weight: fix?.weight ?? 1, reason: fix?.reason ?? ('literal' as const) }];
    const others = term.role === 'word' ? otherCandidates(guess, index) : [];
    return [
      {
        typed: typed.slice(units[term.from]?.start, units[term.to - 1]?.end),
        weight: term.weight,
        terms: dedupe([...own, ...others]),
        partial: units[term.from]?.han === true || isBonus,
        named: false,
      },
    ];
  });
}

/** What else an unknown word may have meant: every reading takes part, so that a wrong guess loses nothing. */
function otherCandidates(guess: Guess | undefined, index: SearchIndex): WantedTerm[] {
  const [best, ...others] = guess?.candidates ?? [];
  return others.flatMap(({ text, weight, reason }) => {
    const share = weight * (weight / (best?.weight ?? 1)) ** SHARPNESS;
    return analyse(unitsOf(text), index)
      .filter((term) => term.role !== 'loose' && share > UNLIKELY)
      .map((term) => ({ text: term.text, weight: term.weight * share, reason }));
  });
}

/** Ways to say a thing without its name. */
function everydayThings(
  units: readonly Unit[],
  segments: readonly Segment[],
  typed: string,
  index: SearchIndex,
  notes: Note[],
): Wanted[] {
  return segments.flatMap(({ from, to, meaning }) => {
    if (!meaning) return [];
    const word = typed.slice(units[from]?.start, units[to - 1]?.end);
    return meaning.everyday.map((id) => {
      notes.push({ typed: word, as: index.concept(id)?.names[0] ?? id, reason: 'everyday' });
      const terms: WantedTerm[] = [];
      eachConcept(id, from, to, index, (text, weight) => terms.push({ text, weight, reason: 'everyday' }));
      return { typed: word, weight: EVERYDAY, terms, partial: true, named: true };
    });
  });
}

function isEveryday(meaning: Meaning | undefined): boolean {
  return meaning !== undefined && meaning.concept === '' && meaning.everyday.length > 0;
}

/** Whether a segment and a term overlap: an unknown pair at the edge of a phrase is no unknown word. */
function covers(term: Term): (segment: Segment) => boolean {
  return ({ from, to }) => term.from < to && term.to > from;
}

function dedupe(terms: readonly WantedTerm[]): WantedTerm[] {
  const best = new Map<string, WantedTerm>();
  for (const term of terms) {
    if ((best.get(term.text)?.weight ?? 0) < term.weight) best.set(term.text, term);
  }
  return [...best.values()];
}
