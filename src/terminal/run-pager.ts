import { spawnSync } from 'node:child_process';
import type { Context } from '../context.ts';

/** Runs a shell command with a text as its input; gives false when there is no such command. */
export type RunPager = (command: string, env: Context['env'], input: string) => Promise<boolean>;

/** What a shell answers when it finds no such command. */
const NOT_FOUND = 127;

/** Runs a pager in a shell that has the terminal, until its reader leaves. */
export const runShell: RunPager = async (command, env, input) => {
  const done = spawnSync(command, {
    shell: true,
    env: { ...env },
    input,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const code = (done.error as NodeJS.ErrnoException | undefined)?.code;
  // The reader may leave before the end (EPIPE); any other error means that not even the shell could be started.
  return (code === undefined || code === 'EPIPE') && done.status !== NOT_FOUND;
};
