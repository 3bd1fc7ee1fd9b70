import type { Context } from '../context.ts';

/** Asks a yes-or-no question on the terminal; no is the default, and Ctrl-C is a no. */
export async function askYesNo(context: Context, message: string): Promise<boolean> {
  return (await ask<boolean>(context, { type: 'confirm', message, default: false })) ?? false;
}

/** A choice: what is shown, and what it stands for. */
export interface Choice {
  readonly name: string;
  readonly value: number;
}

/** Lets the user pick from a list that follows what is typed; undefined when they leave with Escape or Ctrl-C. */
export async function pick(
  context: Context,
  message: string,
  source: (typed: string | undefined) => Choice[],
): Promise<number | undefined> {
  return ask<number>(context, { type: 'search', message, source });
}

async function ask<T>(context: Context, question: Record<string, unknown>): Promise<T | undefined> {
  const { default: inquirer } = await import('inquirer');
  const { stdin: input, stdout: output } = context.live ?? context;
  const prompt = inquirer.createPromptModule({ input, output } as never);
  const asked = prompt([{ ...question, name: 'answer' }] as never) as Promise<{ answer: T }> & {
    ui: { close(): void };
  };
  const leave = new Promise<undefined>((resolve) => {
    input.on('keypress', function onKey(_text: unknown, key?: { name?: string }) {
      if (key?.name !== 'escape') return;
      input.off('keypress', onKey);
      resolve(undefined);
    });
  });
  try {
    const answer = await Promise.race([asked.then((answers) => answers.answer), leave]);
    return answer;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return undefined;
    throw error;
  }
}
