import { plainArguments } from './commands/arguments.ts';
import { run as list } from './commands/list.ts';
import { LIST, RANDOM, SEARCH, SHOW } from './commands/look-up-specs.ts';
import { run as random } from './commands/random.ts';
import { run as search } from './commands/search.ts';
import { run as show } from './commands/show.ts';
import type { CommandSpec, Run } from './commands/specification.ts';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';
import { languageOf } from './language.ts';

interface LookUp {
  readonly spec: CommandSpec;
  readonly run: Run;
}

const LOOK_UPS: Readonly<Record<string, LookUp>> = {
  search: { spec: SEARCH, run: search },
  show: { spec: SHOW, run: show },
  list: { spec: LIST, run: list },
  random: { spec: RANDOM, run: random },
};

/**
 * Runs a look-up without the command-line parser, the memory and the prompts: `search`, `show`, a bare word, `list` and
 * `random`, where the line is plain. Gives the exit code, or undefined when the line is for the full program; nothing
 * was printed then.
 */
export async function quick(argv: readonly string[], context: Context): Promise<number | undefined> {
  const [first = '', ...rest] = argv;
  const named = Object.hasOwn(LOOK_UPS, first) ? LOOK_UPS[first] : undefined;
  const lookUp = named ?? ((await isBareWord(first)) ? LOOK_UPS['show'] : undefined);
  if (!lookUp) return undefined;
  const lang = languageOf(argv, context.env);
  try {
    const plain = plainArguments(named ? rest : argv, lookUp.spec, lang);
    return plain && (await lookUp.run({ ...plain, context, lang }));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    context.stderr.write(`${error.message}\n`);
    return error.code;
  }
}

/** Whether a line's first word is something to look up: no option, no command and not near any. */
async function isBareWord(first: string): Promise<boolean> {
  if (first === '' || first.startsWith('-')) return false;
  const { COMMANDS } = await import('./commands/all.ts');
  const { nearestCommand } = await import('./commands/nearest.ts');
  const names = [...new Set(COMMANDS.map(({ name }) => name.split(' ')[0] ?? ''))];
  return !names.includes(first) && nearestCommand(first, names) === undefined;
}
