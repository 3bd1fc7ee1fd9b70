import type { Context } from '../context.ts';
import type { RunPager } from './run-pager.ts';
import { stripStyles } from './sanitize.ts';
import { displayWidth } from './width.ts';

export interface PagerOptions {
  /** `--no-pager` is false. */
  readonly enabled?: boolean;
  readonly run?: RunPager;
}

type World = Pick<Context, 'stdout' | 'env' | 'platform' | 'signals'>;

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
    const run = options.run ?? (await import('./run-pager.ts')).runShell;
    if (!(await run(command, pagerEnv(context.env), text))) context.stdout.write(text);
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
