import { PairTable } from './pair-table.ts';
import { isHan, unitsOf } from './units.ts';

/** A number from here on is a Latin word; below it is a Chinese character, by its code. */
export const LATIN = 0x1_0000;

/** Numbers for the texts of units, so that reading a large deck makes no strings for words seen before. */
export class TokenBook {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];
  /** Runs of letters as they stand in texts: their letters in one pool, and the tokens that each gives. */
  readonly #runs = new PairTable();
  readonly #runsAt: number[] = [];
  readonly #runTokens: number[][] = [];
  readonly #sameHash: number[] = [];
  #letters = new Uint16Array(4096);
  #used = 0;
  readonly #rare = new Map<number, RareUnit | undefined>();

  tokenOf(text: string): number {
    if (text.length === 1 && isHan(text.charCodeAt(0))) return text.charCodeAt(0);
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    const token = LATIN + this.#texts.length;
    this.#numbers.set(text, token);
    this.#texts.push(text);
    return token;
  }

  textOf(token: number): string {
    return token < LATIN ? String.fromCharCode(token) : (this.#texts[token - LATIN] as string);
  }

  /** The tokens of a run of letters and digits: its parts, in the singular. `hash` is any hash of its letters. */
  run(text: string, from: number, to: number, hash: number): readonly number[] {
    const first = this.#runs.get(hash, to - from);
    for (let run = first; run >= 0; run = this.#sameHash[run] as number) {
      if (this.#isRun(run, text, from, to)) return this.#runTokens[run] as number[];
    }
    const tokens = unitsOf(text.slice(from, to)).map((unit) => this.tokenOf(unit.text));
    this.#keep(text, from, to);
    this.#runs.set(hash, to - from, this.#runTokens.length);
    this.#runTokens.push(tokens);
    this.#sameHash.push(first);
    return tokens;
  }

  /** The unit of a rare character (a ligature, a circled digit); mostly there is none. */
  rare(code: number): RareUnit | undefined {
    if (this.#rare.has(code)) return this.#rare.get(code);
    const unit = unitsOf(String.fromCodePoint(code))[0];
    const rare = unit && { token: this.tokenOf(unit.text), han: unit.han };
    this.#rare.set(code, rare);
    return rare;
  }

  #isRun(run: number, text: string, from: number, to: number): boolean {
    const start = this.#runsAt[run] as number;
    for (let at = from; at < to; at++) {
      if (this.#letters[start + at - from] !== text.charCodeAt(at)) return false;
    }
    return true;
  }

  #keep(text: string, from: number, to: number): void {
    this.#runsAt.push(this.#used);
    if (this.#used + to - from > this.#letters.length) {
      const larger = new Uint16Array(2 * this.#letters.length + to - from);
      larger.set(this.#letters);
      this.#letters = larger;
    }
    for (let at = from; at < to; at++) this.#letters[this.#used++] = text.charCodeAt(at);
  }
}

interface RareUnit {
  readonly token: number;
  readonly han: boolean;
}
