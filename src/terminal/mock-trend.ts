import type { ScorecardHeader } from '../drill/scorecard-header.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import { mockMessages } from './mock-messages.ts';

/** Past interviews, oldest first, as a bar each: readable without colour and on 40 columns. */
export function trendLines(past: readonly ScorecardHeader[], look: Look): string[] {
  const say = mockMessages(look.lang).past;
  const { strong, quiet } = ink(look);
  const columns = Number.isFinite(look.columns) ? look.columns : 80;
  const years = new Set(past.map(({ at }) => at.slice(0, 4))).size > 1;
  const rows = past.map((each) => {
    const day = each.at.slice(years ? 0 : 5, 10);
    const label = `${day} ${each.at.slice(11, 16)}`;
    const width = Math.max(5, Math.min(40, columns - label.length - NUMBER - 2 - COUNTS));
    return `${quiet(label)} ${barOf(each.score, width, look)} ${scoreOf(each.score)}${countsOf(each)}`;
  });
  const change = changeOf(past);
  return [
    strong(say.trend(past.length)),
    '',
    ...rows,
    ...(change ? ['', say.change(change.before, change.after, change.size)] : []),
    '',
    quiet(say.seeLast),
  ];
}

/** Columns of a score, and of the count of questions answered and planned. */
const NUMBER = 3;
const COUNTS = 7;

function barOf(score: number | undefined, width: number, look: Look): string {
  const full = Math.round(((score ?? 0) / 100) * width);
  const [on, off] = look.ascii ? ['#', '.'] : ['█', '░'];
  return `${ink(look).accent(on.repeat(full))}${ink(look).quiet(off.repeat(width - full))}`;
}

function scoreOf(score: number | undefined): string {
  return (score === undefined ? '-' : String(score)).padStart(NUMBER);
}

function countsOf({ questions, planned }: ScorecardHeader): string {
  return `${questions}/${planned}`.padStart(COUNTS);
}

/** The mean of the latest interviews and of as many before them, once there are two to compare; at most three. */
export function changeOf(
  past: readonly ScorecardHeader[],
): { readonly before: number; readonly after: number; readonly size: number } | undefined {
  const scores = past.flatMap(({ score }) => (score === undefined ? [] : [score]));
  const size = Math.min(3, Math.floor(scores.length / 2));
  if (size === 0) return undefined;
  return { before: mean(scores.slice(-2 * size, -size)), after: mean(scores.slice(-size)), size };
}

function mean(values: readonly number[]): number {
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}
