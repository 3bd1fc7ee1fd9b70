import { COMMANDS } from './commands/all.ts';
import { plainArguments } from './commands/arguments.ts';
import { nearestCommand } from './commands/nearest.ts';
import { run as search } from './commands/search.ts';
import { run as show } from './commands/show.ts';
import type { Run } from './commands/specification.ts';
import type { Context } from './context.ts';
import { Failure } from './failure.ts';
import { languageOf } from './language.ts';

const RUNS: Readonly<Record<string, Run>> = { search, show };

/**
 * Runs a look-up without the command-line parser, the memory and the prompts: `search`, `show` and a bare word, where
 * the line is plain. Gives the exit code, or undefined when the line is for the full program; nothing was printed then.
 */
export async function quick(argv: readonly string[], context: Context): Promise<number | undefined> {
  const [first = '', ...rest] = argv;
  const name = commandOf(first);
  const spec = COMMANDS.find((command) => command.name === name);
  const run = name === undefined ? undefined : RUNS[name];
  if (!spec || !run) return undefined;
  const lang = languageOf(argv, context.env);
  try {
    const plain = plainArguments(name === first ? rest : argv, spec, lang);
    return plain && (await run({ ...plain, context, lang }));
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    context.stderr.write(`${error.message}\n`);
    return error.code;
  }
}

/** The look-up that a line's first word asks for: its name, or `show` for a word that is not near any command. */
function commandOf(first: string): string | undefined {
  if (first in RUNS) return first;
  if (first === '' || first.startsWith('-')) return undefined;
  const names = [...new Set(COMMANDS.map(({ name }) => name.split(' ')[0] ?? ''))];
  return names.includes(first) || nearestCommand(first, names) ? undefined : 'show';
}
