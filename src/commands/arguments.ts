import type { Language } from '../language.ts';
import type { CommandSpec, OptionSpec } from './specification.ts';

/** What a plain command line says. */
export interface Arguments {
  readonly words: readonly string[];
  /** By camel-cased long name; `--no-x` sets `x`, which is true without it. */
  readonly options: Readonly<Record<string, unknown>>;
}

const LANG: OptionSpec = { flags: '--lang <zh|en>', says: { zh: '', en: '' } };

/**
 * Reads the words after a command's name where they are plain: declared options in their full form, and words.
 * Undefined for anything else (help, `--`, joined short options, whatever is wrong): the full parser then reads the
 * line and says what there is to say. Whatever this gives, the full parser gives the same.
 */
export function plainArguments(
  argv: readonly string[],
  spec: Pick<CommandSpec, 'args' | 'options'>,
  lang: Language,
): Arguments | undefined {
  const options: Record<string, unknown> = {};
  for (const option of spec.options) if (isNegative(option)) options[keyOf(option)] = true;
  const words: string[] = [];
  for (let at = 0; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (!word.startsWith('-')) {
      words.push(word);
      continue;
    }
    const [name, joined] = word.startsWith('--') ? splitOnce(word) : [word, undefined];
    const option = [...spec.options, LANG].find((each) => namesOf(each).includes(name));
    if (!option) return undefined;
    if (!takesValue(option)) {
      if (joined !== undefined) return undefined;
      options[keyOf(option)] = !isNegative(option);
      continue;
    }
    const value = joined ?? argv[++at];
    if (value === undefined || (joined === undefined && value.startsWith('-'))) return undefined;
    options[keyOf(option)] = option.parse ? option.parse(value, lang) : value;
  }
  return takes(spec.args, words.length) ? { words, options } : undefined;
}

/** Whether a command takes so many words: `<a> [b]`, `<words...>`. */
function takes(args: string, count: number): boolean {
  const slots = args === '' ? [] : args.split(' ');
  const least = slots.filter((slot) => slot.startsWith('<')).length;
  const most = args.includes('...') ? Number.POSITIVE_INFINITY : slots.length;
  return count >= least && count <= most;
}

function splitOnce(word: string): [string, string | undefined] {
  const at = word.indexOf('=');
  return at < 0 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)];
}

/** Taken apart without regular expressions: the first use of each costs a part of a look-up. */
function namesOf({ flags }: OptionSpec): string[] {
  return flags.split(', ').map((flag) => flag.split(' ')[0] ?? '');
}

function takesValue({ flags }: OptionSpec): boolean {
  return flags.includes('<');
}

function isNegative({ flags }: OptionSpec): boolean {
  return flags.includes('--no-');
}

function keyOf(option: OptionSpec): string {
  const long = namesOf(option).find((name) => name.startsWith('--')) ?? '';
  const [first = '', ...rest] = long.slice(isNegative(option) ? '--no-'.length : '--'.length).split('-');
  return first + rest.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('');
}
