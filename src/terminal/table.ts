import type { ComposedTable as Table } from './composed.ts';
import { type Frame, framed, indented, roomOf } from './frame.ts';
import { labelled } from './join.ts';
import { breakLines } from './paragraph.ts';
import { type Prose, runsOf } from './prose.ts';
import { setProse } from './set-prose.ts';
import { filled } from './slots.ts';
import { BOLD, type Line, role, run } from './style.ts';

const GAP = 2;
/** Cells are not made narrower than this. */
const LEAST_CELL = 8;

interface Column {
  readonly least: number;
  readonly natural: number;
}

const NOTHING: Prose = { text: '', width: 0, least: 0, units: [], spans: [] };

function columnsOf(rows: readonly (readonly Prose[])[]): Column[] {
  const count = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, index) => {
    const cells = rows.map((row) => row[index] ?? NOTHING);
    const natural = Math.max(1, ...cells.map(({ width }) => width));
    return { natural, least: Math.min(natural, Math.max(LEAST_CELL, ...cells.map(({ least }) => least))) };
  });
}

/** Widths that fit, or undefined when the table is too wide for the room. */
function widthsOf(columns: readonly Column[], room: number): number[] | undefined {
  const free = room - GAP * (columns.length - 1);
  const natural = columns.reduce((sum, column) => sum + column.natural, 0);
  if (natural <= free) return columns.map((column) => column.natural);
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  if (least > free) return undefined;
  return shared(columns, free - least);
}

/**
 * Gives what is free to the columns, always to one whose cells are highest and just as much as makes them a line
 * lower; what is left goes where it is needed most.
 */
function shared(columns: readonly Column[], free: number): number[] {
  const widths = columns.map((column) => column.least);
  const lines = columns.map(({ natural, least }) => Math.ceil(natural / least));
  let spare = free;
  for (;;) {
    let next = -1;
    let needs = 0;
    for (const [index, { natural }] of columns.entries()) {
      const height = lines[index] as number;
      const wanted = height < 2 ? 0 : Math.ceil(natural / (height - 1)) - (widths[index] as number);
      if (wanted <= 0 || wanted > spare) continue;
      const highest = next < 0 ? 0 : (lines[next] as number);
      if (height < highest || (height === highest && wanted >= needs)) continue;
      next = index;
      needs = wanted;
    }
    if (next < 0) break;
    spare -= needs;
    widths[next] = (widths[next] as number) + needs;
    lines[next] = Math.ceil((columns[next] as Column).natural / (widths[next] as number));
  }
  const neediest = lines.indexOf(Math.max(...lines));
  const { natural = 0 } = columns[neediest] ?? {};
  widths[neediest] = Math.min((widths[neediest] ?? 0) + spare, natural);
  return widths;
}

/**
 * Columns to spare: cells are aligned for the width that the terminal is said to give to ambiguous characters, but
 * a row must not run over the edge when it does otherwise.
 */
function doubtOf(frame: Frame, rows: readonly (readonly Prose[])[]): number {
  if (frame.look.wideAmbiguous) return 0;
  return Math.max(
    ...rows.map((row) => row.slice(0, -1).reduce((sum, cell) => sum + (cell.doubts?.length ?? 0), 0)),
  );
}

/**
 * Sets a table by what its cells hold: columns side by side where they fit, cells wrapped, never cut; as a list of
 * keys and values where the terminal is too narrow.
 */
export function setTable(frame: Frame, table: Table): Line[] {
  const fill = (row: readonly Prose[]): Prose[] => row.map((cell) => filled(cell, frame.references));
  const head = fill(table.head);
  const body = table.rows.map(fill);
  const rows = [head, ...body];
  const widths = widthsOf(columnsOf(rows), roomOf(frame) - doubtOf(frame, rows));
  return widths ? setGrid(frame, rows, widths, table.align) : setPairs(frame, table.head, head, body);
}

function setGrid(
  frame: Frame,
  [head = [], ...body]: readonly (readonly Prose[])[],
  widths: readonly number[],
  align: Table['align'],
): Line[] {
  const quiet = role('quiet');
  const row = (cells: readonly Prose[], style: number): Line[] =>
    setRow(frame, cells, { widths, align }, style);
  const rule: Line = framed(
    frame,
    widths.flatMap((width, index) => [
      run(index > 0 ? ' '.repeat(GAP) : ''),
      run(frame.glyphs.rule.repeat(width), quiet),
    ]),
  );
  const top = row(head, BOLD);
  const rows = body.map((cells) => row(cells, 0));
  const airy = rows.some((lines) => lines.length > 1);
  return [
    ...top,
    rule,
    ...rows.flatMap((lines, index) => (airy && index > 0 ? [framed(frame, [], 0), ...lines] : lines)),
  ];
}

interface CellLine {
  readonly runs: Line;
  /** Columns it takes on this terminal. */
  readonly width: number;
}

const EMPTY: CellLine = { runs: [], width: 0 };

function setCell(frame: Frame, cell: Prose, columns: number, style: number): CellLine[] {
  const doubts = frame.look.wideAmbiguous ? [] : (cell.doubts ?? []);
  const line = (from: number, to: number, width: number): CellLine => ({
    runs: runsOf(cell, from, to, style),
    width: width - doubts.filter((at) => at >= from && at < to).length,
  });
  if (cell.width <= columns && !cell.forced) return [line(0, cell.text.length, cell.width)];
  const { lines } = breakLines(cell, { first: columns, rest: columns, over: 0 });
  return lines.map(([from, to, width]) => line(from, to, width));
}

interface Grid {
  readonly widths: readonly number[];
  readonly align: Table['align'];
}

function setRow(frame: Frame, cells: readonly Prose[], { widths, align }: Grid, style: number): Line[] {
  const set = widths.map((columns, index) => setCell(frame, cells[index] ?? NOTHING, columns, style));
  const height = Math.max(...set.map((lines) => lines.length));
  return Array.from({ length: height }, (_, level) => {
    const runs = widths.flatMap((columns, index) => {
      const { runs: line, width } = set[index]?.[level] ?? EMPTY;
      const free = Math.max(0, columns - width);
      const side = align[index] ?? 'left';
      const before = side === 'right' ? free : side === 'center' ? free >> 1 : 0;
      const after = index === widths.length - 1 ? 0 : free - before + GAP;
      return [run(' '.repeat(before)), ...line, run(' '.repeat(after))];
    });
    return framed(frame, runs);
  });
}

/** The first cell of a row as a title, each other cell below it after the name of its column. */
function setPairs(
  frame: Frame,
  names: readonly Prose[],
  head: readonly Prose[],
  rows: readonly (readonly Prose[])[],
): Line[] {
  if (rows.length === 0) return head.flatMap((cell) => setProse(frame, cell, BOLD));
  const named = (cell: Prose, column: number): Prose =>
    labelled(names[column] ?? NOTHING, frame.labels.colon, cell);
  return rows.flatMap((cells, index) => {
    const title = setProse(frame, named(cells[0] ?? NOTHING, 0), BOLD);
    const pairs = cells.slice(1).flatMap((cell, at) => setProse(indented(frame, 2), named(cell, at + 1)));
    return [...(index > 0 ? [framed(frame, [], 0)] : []), ...title, ...pairs];
  });
}
