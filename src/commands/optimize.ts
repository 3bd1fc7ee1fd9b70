import { Failure } from '../failure.ts';
import { MINIMUM_REVIEWS, type Optimization, optimize } from '../memory/optimize.ts';
import { openHistory } from '../storage/history.ts';
import { fitParameters, NoOptimizerError } from '../storage/optimizer.ts';
import { cut } from '../terminal/cut.ts';
import { durationText } from '../terminal/duration.ts';
import { paragraph } from '../terminal/flow.ts';
import { ink } from '../terminal/ink.ts';
import type { Look } from '../terminal/look.ts';
import { optimizeMessages } from '../terminal/optimize-messages.ts';
import { visibleLine } from '../terminal/sanitize.ts';
import { lookWith } from './settled-look.ts';
import type { Invocation, Run } from './specification.ts';

/** Fits the parameters of the memory model to the learner's reviews, and uses them only when they are better. */
export const run: Run = async (invocation) => {
  const { options, context, lang } = invocation;
  const history = openHistory(context, lang);
  const { scheduler } = history.progress();
  const reviews = history.reviews();
  const found = await fitted(reviews, scheduler.options.parameters, invocation);
  if (found.kind === 'adopt') history.record({ type: 'parameters', values: found.parameters });
  if (options['json']) {
    context.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
    return found.kind === 'too-few' ? 1 : 0;
  }
  const look = lookWith(history.settings, context, lang);
  if (found.kind === 'too-few')
    throw new Failure(optimizeMessages(lang).tooFew(found.reviews, found.needed), 1);
  context.stdout.write(`${report(found, look).join('\n')}\n`);
  return 0;
};

/**
 * Fits, with one line on a terminal that says how long it has taken; the package does not say how far it is.
 * @throws Failure when there is no optimiser here, or it gives up.
 */
async function fitted(
  reviews: Parameters<typeof optimize>[0],
  current: readonly number[],
  { context, lang }: Invocation,
): Promise<Optimization> {
  const say = optimizeMessages(lang);
  const began = context.now();
  const { stderr } = context;
  const show = (): void => {
    const line = say.fitting(reviews.length, durationText(context.now() - began, lang));
    stderr.write(`${CLEAR}${cut(line, (stderr.columns || 80) - 1)}`);
  };
  const isWorthIt = stderr.isTTY === true && reviews.length >= MINIMUM_REVIEWS;
  if (isWorthIt) show();
  const clock = isWorthIt ? setInterval(show, 1000) : undefined;
  try {
    return await optimize(reviews, current, fitParameters);
  } catch (error) {
    if (error instanceof NoOptimizerError) throw new Failure(say.noOptimizer, 1);
    throw new Failure(visibleLine(say.failed(error instanceof Error ? error.message : String(error))), 1);
  } finally {
    clearInterval(clock);
    if (isWorthIt) stderr.write(CLEAR);
  }
}

const CLEAR = '\r\u001b[2K';

function report(found: Exclude<Optimization, { kind: 'too-few' }>, look: Look): string[] {
  const say = optimizeMessages(look.lang);
  const { good, strong } = ink(look);
  const { before, after, heldOut, kind } = found;
  if (heldOut === 0) return paragraph(say.keptFew, look);
  const change = `${after > before ? '+' : ''}${(((after - before) / before) * 100).toFixed(1)}%`;
  return [
    ...paragraph(say.heldOut(heldOut), look),
    `${say.before}  ${before.toFixed(4)}`,
    `${say.after}  ${after.toFixed(4)}`,
    say.change(change),
    ...paragraph(kind === 'adopt' ? say.adopted : say.kept, look).map(kind === 'adopt' ? good : strong),
  ];
}
