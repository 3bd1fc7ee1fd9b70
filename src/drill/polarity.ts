import type { Unit } from '../search/units.ts';

/** Whether what a word says is denied where it stands: surely not, close after a denial, or in a clause with one. */
export type Polarity = 'said' | 'denied' | 'open';

const NOT = new Set('不没无未别非勿');
/** With these a denial makes another word: 不同, 不断, 无状态, 无头, 别的. */
const NO_DENIAL = new Set('同断仅过管论但光只止头状妨少的');
const NOT_LATIN = new Set([
  'no',
  'not',
  'never',
  'without',
  'cannot',
  'dont',
  'doesnt',
  'isnt',
  'cant',
  'wont',
]);
/** What an apostrophe leaves of `doesn't`. */
const SHORT = new Set(['don', 'doesn', 'isn', 'aren', 'won', 'didn', 'can', 'couldn', 'shouldn', 'needn']);
/** How far a denial reaches: characters of Chinese, and Latin words. */
const REACH = 5;
const REACH_LATIN = 4;

/** For every unit whether it is a denial. */
export function denials(units: readonly Unit[]): boolean[] {
  return units.map((unit, at) => {
    const next = units[at + 1];
    if (unit.han) return NOT.has(unit.text) && !(next?.han && NO_DENIAL.has(next.text));
    return NOT_LATIN.has(unit.text) || (SHORT.has(unit.text) && next?.text === 't');
  });
}

/** The polarity of what begins at a unit; `denied` as `denials` gives it. */
export function polarityAt(units: readonly Unit[], denied: readonly boolean[], from: number): Polarity {
  let start = from;
  while (start > 0 && !units[start]?.apart) start--;
  let latin = 0;
  for (let at = from - 1; at >= start && from - at <= REACH && latin < REACH_LATIN; at--) {
    if (denied[at]) return 'denied';
    if (!units[at]?.han) latin++;
  }
  let end = from + 1;
  while (end < units.length && !units[end]?.apart) end++;
  return denied.slice(start, end).some(Boolean) ? 'open' : 'said';
}
