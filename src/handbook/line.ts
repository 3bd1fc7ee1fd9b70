/** The lines of a handbook, each with its 1-based number in the file as it was read. */
export interface Text {
  readonly lines: readonly string[];
  readonly numbers: readonly number[];
}

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
  return { lines, numbers: lines.map((_, index) => index + 1) };
}

/** The text after all edits. Edits may come in any order; of overlapping ones the first wins. */
export function applyEdits(text: Text, edits: readonly Edit[]): Text {
  if (edits.length === 0) return text;
  const lines: string[] = [];
  const numbers: number[] = [];
  let next = 0;
  const keepTo = (end: number) => {
    for (; next < end; next++) {
      lines.push(text.lines[next] as string);
      numbers.push(text.numbers[next] as number);
    }
  };
  for (const edit of [...edits].sort((a, b) => a.at - b.at)) {
    if (edit.at < next) continue;
    keepTo(edit.at);
    for (const line of edit.insert) {
      lines.push(line);
      numbers.push(numberAt(text, edit.at));
    }
    next = edit.at + edit.remove;
  }
  keepTo(text.lines.length);
  return { lines, numbers };
}

/** 1-based file line of an index; past the end, that of the last line. */
export function numberAt(text: Text, index: number): number {
  return text.numbers[Math.min(index, text.numbers.length - 1)] ?? 1;
}
