import type { Context } from '../context.ts';

/** Asks a yes-or-no question on the terminal; no is the default, and Ctrl-C is a no. */
export async function askYesNo(context: Context, message: string): Promise<boolean> {
  const { default: inquirer } = await import('inquirer');
  const { stdin: input, stdout: output } = context;
  const prompt = inquirer.createPromptModule({ input, output } as never);
  try {
    const { sure } = await prompt([{ type: 'confirm', name: 'sure', message, default: false }]);
    return sure === true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ExitPromptError') return false;
    throw error;
  }
}
