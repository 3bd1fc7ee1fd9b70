import type { Context } from '../context.ts';
import type { Language } from '../language.ts';

/** A sentence in both languages. */
export type Bilingual = Readonly<Record<Language, string>>;

export interface OptionSpec {
  /** As commander writes it: `-n, --number <n>`. */
  readonly flags: string;
  readonly says: Bilingual;
  /** Turns the raw text into a value, or throws a `Failure` that names the flag. */
  readonly parse?: (value: string, lang: Language) => unknown;
}

/** What a command gets: its words, its options by camel-cased long name, the world, the language. */
export interface Invocation {
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, unknown>>;
  readonly context: Context;
  readonly lang: Language;
}

/** Runs a command and gives the exit code. */
export type Run = (invocation: Invocation) => Promise<number>;

export interface CommandSpec {
  /** `deck check` is the command `check` under `deck`. */
  readonly name: string;
  readonly group: 'practice' | 'lookup' | 'decks' | 'progress';
  /** As commander writes it: `<words...>`; empty for none. */
  readonly args: string;
  readonly says: Bilingual;
  readonly options: readonly OptionSpec[];
  readonly examples: readonly string[];
}
