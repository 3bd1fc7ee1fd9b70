import type { Field } from './field.ts';

/** Moves the cursor of a text of several lines one line up or down, to the same place in that line. */
export function moveLine(state: Field, by: -1 | 1): Field {
  const all = [...state.before, ...state.after];
  const at = state.before.length;
  const start = lineStart(all, at);
  const end = lineEnd(all, at);
  if (by < 0 ? start === 0 : end === all.length) return state;
  const target = by < 0 ? lineStart(all, start - 1) : end + 1;
  const to = Math.min(target + (at - start), lineEnd(all, target));
  return { before: all.slice(0, to), after: all.slice(to) };
}

function lineStart(all: readonly string[], at: number): number {
  return at === 0 ? 0 : all.lastIndexOf('\n', at - 1) + 1;
}

function lineEnd(all: readonly string[], at: number): number {
  const end = all.indexOf('\n', at);
  return end < 0 ? all.length : end;
}
