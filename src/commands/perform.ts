import type { Context } from '../context.ts';
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
