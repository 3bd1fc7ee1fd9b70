import { segmentsOf } from '../search/lexicon.ts';
import { type Term, termsOf } from '../search/terms.ts';
import { type Unit, unitsOf } from '../search/units.ts';
import { denials, type Polarity, polarityAt } from './polarity.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A text in the terms of the search. */
export interface Reading {
  readonly text: string;
  readonly units: readonly Unit[];
  readonly terms: readonly Term[];
  readonly denied: readonly boolean[];
  /** For every unit the number of its clause, from 0. */
  readonly clause: readonly number[];
}

/** Reads a text. `mend` gives the word that a misspelt Latin one was meant as, or undefined to leave it. */
export function read(
  text: string,
  vocabulary: Vocabulary,
  mend: (word: string) => string | undefined = () => undefined,
): Reading {
  const units = unitsOf(text).map((unit) => {
    const meant = unit.han ? undefined : mend(unit.text);
    return meant === undefined ? unit : { ...unit, text: meant };
  });
  const terms = termsOf(units, segmentsOf(units, vocabulary, false), vocabulary);
  return {
    text,
    units,
    // Two characters of which one is a function word are chance more often than not.
    terms: terms.filter(({ role }) => role !== 'loose'),
    denied: denials(units),
    clause: clausesOf(text, units),
  };
}

/** Whether a term is said or denied where it stands. */
export function polarityOf({ units, denied }: Reading, term: Term): Polarity {
  return polarityAt(units, denied, term.from);
}

/** The words as typed that a stretch of units covers. */
export function wordsAt({ text, units }: Reading, from: number, to: number): string {
  return text.slice(units[from]?.start, units[to - 1]?.end);
}

const BOUNDARY = /[，。；;！？!?,：:\n]|\.\s/;

function clausesOf(text: string, units: readonly Unit[]): number[] {
  let clause = 0;
  return units.map((unit, at) => {
    const before = units[at - 1];
    if (before && BOUNDARY.test(text.slice(before.end, unit.start))) clause++;
    return clause;
  });
}
