import { Failure } from '../failure.ts';
import { openMocks, type SavedMock } from '../storage/mocks.ts';
import { pathsOf } from '../storage/user-paths.ts';
import { renderMarkdown } from '../terminal/markdown.ts';
import { mockMessages } from '../terminal/mock-messages.ts';
import { trendLines } from '../terminal/mock-trend.ts';
import { page } from '../terminal/pager.ts';
import { json, visible } from '../terminal/sanitize.ts';
import { lookOf } from './look.ts';
import type { Invocation } from './specification.ts';

/** Interviews that `--list` shows unless `-n` says how many. */
const LISTED = 15;

/**
 * Shows the last scorecard.
 * @throws Failure (1) when there is none.
 */
export async function showLast(invocation: Invocation): Promise<number> {
  const { context, lang, options } = invocation;
  const last = past(invocation).at(-1);
  if (!last) throw new Failure(mockMessages(lang).past.none, 1);
  if (options['json']) {
    context.stdout.write(`${json({ ...asJson(last), markdown: last.markdown })}\n`);
    return 0;
  }
  const body = last.markdown.replace(/^---\r?\n.*?\r?\n---\r?\n/s, '');
  if (!context.stdout.isTTY) {
    context.stdout.write(visible(body));
    return 0;
  }
  await page(`${renderMarkdown(body, await lookOf(context, lang))}\n`, context, {
    enabled: options['pager'] !== false,
  });
  return 0;
}

/**
 * Lists past interviews with the trend of their scores.
 * @throws Failure (1) when there is none.
 */
export async function showList(invocation: Invocation): Promise<number> {
  const { context, lang, options } = invocation;
  const all = past(invocation).slice(-((options['number'] as number | undefined) ?? LISTED));
  if (options['json']) {
    context.stdout.write(`${json(all.map(asJson))}\n`);
    return 0;
  }
  if (all.length === 0) throw new Failure(mockMessages(lang).past.none, 1);
  const headers = all.map(({ header }) => header);
  context.stdout.write(`${trendLines(headers, await lookOf(context, lang)).join('\n')}\n`);
  return 0;
}

function past({ context, lang }: Invocation): SavedMock[] {
  const store = openMocks(pathsOf(context, lang), context);
  store.rescue();
  return store.read();
}

function asJson({ header, path }: SavedMock): object {
  return { ...header, score: header.score ?? null, path };
}
