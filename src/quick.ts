import { plainArguments } from './commands/arguments.ts';
import { LIST, RANDOM, SEARCH, SHOW } from './commands/look-up-specs.ts';
import { orFailure, perform } from './commands/perform.ts';
import { run as search } from './commands/search.ts';
import { run as show } from './commands/show.ts';
import type { CommandSpec, Run } from './commands/specification.ts';
import type { Context } from './context.ts';
import { type Language, languageOf } from './language.ts';

/** A command, the words after its name, and its work, which may have to be loaded. */
interface Found {
  readonly spec: Pick<CommandSpec, 'args' | 'options'>;
  readonly words: readonly string[];
  readonly load: () => Promise<{ readonly run: Run }>;
}

/** What is looked up must start at once: these two are here, any other command is loaded. */
const LOOK_UPS: Readonly<Record<string, { readonly spec: CommandSpec; readonly load: Found['load'] }>> = {
  search: { spec: SEARCH, load: async () => ({ run: search }) },
  show: { spec: SHOW, load: async () => ({ run: show }) },
  list: { spec: LIST, load: () => import('./commands/list.ts') },
  random: { spec: RANDOM, load: () => import('./commands/random.ts') },
};

/**
 * Runs a plain command line without the command-line parser: a command's full name (or none, or a bare word to look
 * up), declared options in their full form, as many words as it takes. Gives the exit code, or undefined when the line
 * is for the full program, which also says what is wrong with one; nothing was printed then.
 */
export async function quick(argv: readonly string[], context: Context): Promise<number | undefined> {
  const found = await commandOf(argv);
  if (!found) return undefined;
  return orFailure(runPlain(found, languageOf(argv, context.env), context), context);
}

async function runPlain(found: Found, lang: Language, context: Context): Promise<number | undefined> {
  const plain = plainArguments(found.words, found.spec, lang);
  if (!plain) return undefined;
  const { run } = await found.load();
  return perform(run, { ...plain, context, lang });
}

async function commandOf(argv: readonly string[]): Promise<Found | undefined> {
  const [first = '', second = '', ...rest] = argv;
  const here = Object.hasOwn(LOOK_UPS, first) ? LOOK_UPS[first] : undefined;
  if (here) return { ...here, words: argv.slice(1) };
  if (first.startsWith('-')) return undefined;
  const { LOADERS } = await import('./commands/loaders.ts');
  const alone = LOADERS[''];
  if (argv.length === 0) return alone && { spec: { args: '', options: [] }, words: [], load: alone };
  const { COMMANDS } = await import('./commands/all.ts');
  for (const [name, words] of [
    [first, argv.slice(1)],
    [`${first} ${second}`, rest],
  ] as const) {
    const spec = COMMANDS.find((command) => command.name === name);
    const load = LOADERS[name];
    if (spec && load) return { spec, words, load };
  }
  const { nearestCommand } = await import('./commands/nearest.ts');
  const names = [...new Set(COMMANDS.map(({ name }) => name.split(' ')[0] ?? ''))];
  const isBareWord = first !== '' && !names.includes(first) && nearestCommand(first, names) === undefined;
  return isBareWord ? { spec: SHOW, words: argv, load: async () => ({ run: show }) } : undefined;
}
