import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import { visible } from '../terminal/sanitize.ts';
import type { Invocation, Run } from './specification.ts';

/** Runs a command and gives its exit code; what it put off is done once it has given its answer. */
export async function perform(run: Run, { context, ...line }: Invocation): Promise<number> {
  const put: (() => void)[] = [];
  const later: Context['later'] = (work) => void put.push(work);
  // Its streams are made when they are asked for, so the context is not copied.
  const code = await run({ ...line, context: Object.create(context, { later: { value: later } }) });
  for (const work of put) work();
  return code;
}

/** What `work` gives; a `Failure` of it is said on stderr and gives its code, and so is a damaged installation. */
export async function orFailure<T>(work: Promise<T>, context: Context): Promise<T | Failure['code']> {
  try {
    return await work;
  } catch (error) {
    const failure = error instanceof Failure ? error : await installationFailure(context);
    if (!failure) throw error;
    context.stderr.write(`${visible(failure.message)}\n`);
    return failure.code;
  }
}

async function installationFailure(context: Context): Promise<Failure | undefined> {
  return (await import('../storage/installation.ts')).installationFailure(context);
}
