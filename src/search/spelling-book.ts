import { type Readings, spellings } from './pinyin.ts';
import type { Unit } from './units.ts';

const LONGEST = 8;

/** Collects how the Chinese words of a deck are written in letters: whole names, and pairs of characters. */
export class SpellingBook {
  readonly #readings: Readings;
  /** Chinese word → how strong it is: names 2, pairs 1, pairs of answers 0. */
  readonly #words = new Map<string, number>();
  readonly #counts = new Map<string, number>();

  constructor(readings: Readings) {
    this.#readings = readings;
  }

  /** A name: found whole, by its first letters, and by its pairs of characters. */
  addName(units: readonly Unit[]): void {
    if (units.length > 1 && units.length <= LONGEST && units.every((unit) => unit.han))
      this.#add(units.map((unit) => unit.text).join(''), 2);
    for (let at = 0; at < units.length; at++) this.addPair(units, at);
  }

  /** The pair of characters at a unit; nothing when there is none. */
  addPair(units: readonly Unit[], at: number): void {
    const unit = units[at];
    const next = units[at + 1];
    if (unit?.han && next?.han && !next.apart) this.#add(unit.text + next.text, 1);
  }

  /** Counts a word of two characters in a text. */
  count(word: string, naming: boolean): void {
    if (naming) this.#add(word, 1);
    else this.#counts.set(word, (this.#counts.get(word) ?? 0) + 1);
  }

  /** Letters → words, the strongest first, of answers those that come `salient` times: by all letters, and names by the first letters of their syllables. */
  tables(salient: number): { full: Map<string, string>; initials: Map<string, string> } {
    const full = new Map<string, string[]>();
    const initials = new Map<string, string[]>();
    for (const [word, count] of this.#counts) if (count >= salient) this.#add(word, 0);
    const words = [...this.#words].sort((a, b) => b[1] - a[1]);
    for (const [word, strength] of words) {
      for (const spelling of spellings(word, this.#readings)) {
        push(full, spelling.replaceAll(' ', ''), word);
        if (strength >= 2) push(initials, spelling.replace(/(\w)\w* ?/g, '$1'), word);
      }
    }
    return { full: joined(full), initials: joined(initials) };
  }

  #add(word: string, strength: number): void {
    this.#words.set(word, Math.max(strength, this.#words.get(word) ?? 0));
  }
}

function push(map: Map<string, string[]>, key: string, word: string): void {
  const list = map.get(key);
  if (!list) map.set(key, [word]);
  else if (!list.includes(word)) list.push(word);
}

function joined(map: ReadonlyMap<string, readonly string[]>): Map<string, string> {
  return new Map([...map].map(([key, words]) => [key, words.join(' ')]));
}
