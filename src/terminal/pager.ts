import type { Context } from '../context.ts';
import { stripStyles } from './sanitize.ts';
import { displayWidth } from './width.ts';

/** Runs a shell command with a text as its input; gives its exit code. */
export type RunPager = (command: string, env: Context['env'], input: string) => Promise<number>;

export interface PagerOptions {
  /** `--no-pager` is false. */
  readonly enabled?: boolean;
  readonly run?: RunPager;
}

type World = Pick<Context, 'stdout' | 'env' | 'platform' | 'signals'>;

/** What a shell answers when it finds no such command. */
const NOT_FOUND = 127;

const DEFAULT_ROWS = 24;

/**
 * Shows text: on a terminal that is too short for it through `$PAGER` (by default `less`), else at once. When the
 * pager cannot be started the text is written as it is.
 */
export async function page(text: string, context: World, options: PagerOptions = {}): Promise<void> {
  const command = pagerFor(context, options.enabled !== false);
  if (command === undefined || !context.stdout.isTTY || fits(text, context.stdout)) {
    context.stdout.write(text);
    return;
  }
  // Ctrl-C is for the pager: less stops searching, and we must not die before it gives the terminal back.
  const off = context.signals.on('SIGINT', () => undefined);
  try {
    const code = await (options.run ?? runShell)(command, pagerEnv(context.env), text);
    if (code === NOT_FOUND) context.stdout.write(text);
  } finally {
    off();
  }
}

/** The command of the pager, or undefined for none. `more` of Windows knows neither UTF-8 nor colours. */
function pagerFor({ env, platform }: World, enabled: boolean): string | undefined {
  const asked = env['PAGER'];
  if (!enabled || asked === '' || asked === 'cat' || env['TERM'] === 'dumb') return undefined;
  return asked ?? (platform === 'win32' ? undefined : 'less');
}

function fits(text: string, { rows, columns }: Context['stdout']): boolean {
  const width = columns || Number.POSITIVE_INFINITY;
  const lines = text.replace(/\n$/, '').split('\n');
  const taken = lines.reduce(
    (sum, line) => sum + Math.max(1, Math.ceil(displayWidth(stripStyles(line)) / width)),
    0,
  );
  return taken < (rows || DEFAULT_ROWS);
}

/**
 * less: colours through (`R`), end at once when all is seen (`F`), no alternate screen that wipes the text (`X`), and
 * UTF-8 whatever the locale. What the user has set in LESS stays, with `R` added.
 */
function pagerEnv(env: Context['env']): Context['env'] {
  const less = env['LESS'];
  return { LESSCHARSET: 'utf-8', LV: '-c', ...env, LESS: less === undefined ? 'FRX' : `${less} -R` };
}

async function runShell(command: string, env: Context['env'], input: string): Promise<number> {
  const { spawnSync } = await import('node:child_process');
  const done = spawnSync(command, {
    shell: true,
    env: { ...env },
    input,
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const code = (done.error as NodeJS.ErrnoException | undefined)?.code;
  // The reader may leave before the end (EPIPE); anything else means that there was no pager.
  return code !== undefined && code !== 'EPIPE' ? NOT_FOUND : (done.status ?? 0);
}
