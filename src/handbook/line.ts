import { type Marker, markerOf } from './marker.ts';

/** The lines of a handbook, each with its 1-based number in the file as it was read. */
export interface Text {
  readonly lines: readonly string[];
  readonly numbers: readonly number[];
  /** What was found out about some lines: it goes with them when others are edited, so that it is found out once. */
  readonly notes: (LineNotes | undefined)[];
}

/** What is known of a line by itself. */
export interface LineNotes {
  readonly marker: Marker | null;
  ending: Ending | undefined;
}

/** How a line ends: as sentences do, in the middle of one, or so that it tells nothing. */
export type Ending = 'closed' | 'open' | 'unclear';

/** Replace `remove` lines from index `at` on by `insert`; inserted lines take the number of the line at `at`. */
export interface Edit {
  readonly at: number;
  readonly remove: number;
  readonly insert: readonly string[];
}

/** Text without carriage returns: CRLF and lone CR become LF. */
export function unifyLineEnds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

export function textOf(source: string): Text {
  const lines = source.split('\n');
  return { lines, numbers: lines.map((_, index) => index + 1), notes: new Array(lines.length) };
}

/** What is known of the line at an index. */
export function notesAt(text: Text, index: number): LineNotes {
  const known = text.notes[index];
  if (known) return known;
  const notes = { marker: markerOf(text.lines[index] as string), ending: undefined };
  text.notes[index] = notes;
  return notes;
}

/** The marker that the line at an index begins with. */
export function markerAt(text: Text, index: number): Marker | null {
  return notesAt(text, index).marker;
}

/** The text after all edits. Edits may come in any order; of overlapping ones the first wins. */
export function applyEdits(text: Text, edits: readonly Edit[]): Text {
  if (edits.length === 0) return text;
  const lines: string[] = [];
  const numbers: number[] = [];
  const notes: (LineNotes | undefined)[] = [];
  let next = 0;
  const keepTo = (end: number) => {
    for (; next < end; next++) {
      lines.push(text.lines[next] as string);
      numbers.push(text.numbers[next] as number);
      notes.push(text.notes[next]);
    }
  };
  for (const edit of [...edits].sort((a, b) => a.at - b.at)) {
    if (edit.at < next) continue;
    keepTo(edit.at);
    for (const line of edit.insert) {
      lines.push(line);
      numbers.push(numberAt(text, edit.at));
      notes.push(undefined);
    }
    next = edit.at + edit.remove;
  }
  keepTo(text.lines.length);
  return { lines, numbers, notes };
}

/** 1-based file line of an index; past the end, that of the last line. */
export function numberAt(text: Text, index: number): number {
  return text.numbers[Math.min(index, text.numbers.length - 1)] ?? 1;
}
