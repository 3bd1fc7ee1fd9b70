import type { Covered } from '../drill/coverage.ts';
import type { Card, KeyPoint } from '../handbook/card.ts';
import { glyphsFor } from './glyphs.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import { renderMarkdown } from './markdown.ts';
import { plainLines } from './plain-lines.ts';
import { becauseYouWrote } from './point-messages.ts';
import { displayWidth } from './width.ts';

/** What was rendered last, by look and Markdown: a frame is set anew at every key, its Markdown is mostly the same. */
const kept = new Map<string, readonly string[]>();
const MOST_KEPT = 200;

/** Markdown as lines of the screen. */
export function rendered(markdown: string, look: Look): readonly string[] {
  const key = `${JSON.stringify(look)}\n${markdown}`;
  const known = kept.get(key);
  if (known) return known;
  const lines = renderMarkdown(markdown, look).split('\n');
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(key, lines);
  return lines;
}

interface PointState {
  readonly ticked: boolean;
  readonly must: boolean;
  /** Whether the cursor is on it. */
  readonly here: boolean;
}

/** A key point with its tick box. */
function pointLines(text: string, state: PointState, look: Look): string[] {
  const { accent, done, must, quiet } = ink(look);
  const box = look.ascii ? (state.ticked ? '[x]' : '[ ]') : state.ticked ? '✔' : '○';
  const pointer = state.here ? (look.ascii ? '>' : '›') : ' ';
  const star = state.must ? (look.ascii ? '*' : '★') : ' ';
  const prefix = `${accent(pointer)} ${state.ticked ? done(box) : quiet(box)} ${must(star)} `;
  const indent = ' '.repeat(displayWidth(`${pointer} ${box} ${star} `, look.wideAmbiguous ? 2 : 1));
  const lines = rendered(text, { ...look, columns: Math.max(8, look.columns - indent.length) });
  return lines.map((line, row) => `${row === 0 ? prefix : indent}${line}`);
}

/** What the learner gave as an answer, as far as the tick-list shows it. */
export interface Ticked {
  readonly ticks: ReadonlySet<number>;
  /** Points that the typed words cover, with those words. */
  readonly covered: readonly Covered[];
}

/**
 * The key points as a tick-list, with the row that each begins on; below a point that is ticked for what was typed stand
 * the words that show it. `whole` stands for a point without a text.
 */
export function checklist(
  points: readonly KeyPoint[],
  { ticks, covered }: Ticked,
  cursor: number,
  look: Look,
  whole = '',
): { readonly lines: string[]; readonly rows: number[] } {
  const lines: string[] = [];
  const rows: number[] = [];
  for (const [index, { text, must }] of points.entries()) {
    rows.push(lines.length);
    const ticked = ticks.has(index);
    lines.push(...pointLines(text === '' ? whole : text, { ticked, must, here: index === cursor }, look));
    const by = covered.find(({ point }) => point === index)?.by ?? [];
    if (ticked && by.length > 0) lines.push(...whyLines(by, look));
  }
  return { lines, rows };
}

function whyLines(by: readonly string[], look: Look): string[] {
  const narrow = { ...look, columns: Math.max(8, look.columns - WHY_INDENT) };
  return plainLines(becauseYouWrote(by, look.lang), narrow).map(
    (line) => `${' '.repeat(WHY_INDENT)}${ink(look).quiet(line)}`,
  );
}

const WHY_INDENT = 6;

/** What follows the key points; the whole answer where a card has no parts. */
export function restLines(card: Card, look: Look): string[] {
  const parts = card.parts.filter((part) => part.kind !== 'lead' && part.kind !== 'points');
  const hasPoints = card.parts.some((part) => part.kind === 'points');
  const markdown = hasPoints
    ? parts.map((part) => `#### ${part.title}\n\n${part.markdown}`).join('\n\n')
    : card.answer;
  return markdown.trim() === '' ? [] : ['', ...rendered(markdown, look)];
}

/** The answer in one breath, behind a bar, where the key points have a part of their own; else nothing. */
export function leadLines(card: Card, look: Look): readonly string[] {
  const hasPoints = card.parts.some((part) => part.kind === 'points');
  const lead = hasPoints ? card.parts.find((part) => part.kind === 'lead')?.markdown.trim() : undefined;
  if (!lead) return [];
  // More than a paragraph, as of a handbook of the learner's own, is no breath.
  if (/\n\s*\n/.test(lead)) return rendered(lead, look);
  const bar = ink(look).accent(glyphsFor(look).bar);
  return rendered(lead, { ...look, columns: look.columns - 2 }).map((line) => `${bar} ${line}`);
}
