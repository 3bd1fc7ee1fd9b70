import { type Readings, spellings } from './pinyin.ts';
import type { TokenBook } from './token-book.ts';
import { APART, HAN, type TokenText } from './token-text.ts';

const LONGEST = 8;

/** Collects how the Chinese words of a deck are written in letters: whole names, and pairs of characters. */
export class SpellingBook {
  readonly #readings: Readings;
  readonly #tokens: TokenBook;
  /** Chinese word → how strong it is: names 2, pairs 1, pairs of answers 0. */
  readonly #words = new Map<string, number>();

  constructor(readings: Readings, tokens: TokenBook) {
    this.#readings = readings;
    this.#tokens = tokens;
  }

  /** A name: found whole, by its first letters, and by its pairs of characters. */
  addName({ tokens, marks, size }: TokenText): void {
    let name = '';
    let all = size > 1 && size <= LONGEST;
    for (let at = 0; at < size; at++) {
      const mark = marks[at] as number;
      if ((mark & HAN) === 0) {
        all = false;
        continue;
      }
      const text = this.#tokens.textOf(tokens[at] as number);
      if (all) name += text;
      if (at + 1 < size && ((marks[at + 1] as number) & (HAN | APART)) === HAN)
        this.addWord(text + this.#tokens.textOf(tokens[at + 1] as number), 1);
    }
    if (all) this.addWord(name, 2);
  }

  addWord(word: string, strength: number): void {
    this.#words.set(word, Math.max(strength, this.#words.get(word) ?? 0));
  }

  /** Letters → words, the strongest first: by all letters, and names by the first letters of their syllables. */
  tables(): { full: Map<string, string>; initials: Map<string, string> } {
    const full = new Map<string, string[]>();
    const initials = new Map<string, string[]>();
    const words = [...this.#words].sort((a, b) => b[1] - a[1]);
    for (const [word, strength] of words) {
      for (const spelling of spellings(word, this.#readings)) {
        push(full, spelling.replaceAll(' ', ''), word);
        if (strength >= 2) push(initials, spelling.replace(/(\w)\w* ?/g, '$1'), word);
      }
    }
    return { full: joined(full), initials: joined(initials) };
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
