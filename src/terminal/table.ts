import type { Block } from './blocks.ts';
import { type Frame, framed, indented, roomOf } from './frame.ts';
import { leastWidth, textOf, widthOf } from './paragraph.ts';
import { piecesOf } from './pieces.ts';
import { plainInline } from './plain.ts';
import type { setProse } from './prose.ts';
import { BOLD, type Line, role, run } from './style.ts';
import { displayWidth } from './width.ts';

type Table = Extract<Block, { type: 'table' }>;
type Cell = Table['head'][number];

const GAP = 2;

interface Column {
  readonly least: number;
  readonly natural: number;
}

function columnsOf(frame: Frame, rows: readonly (readonly Cell[])[]): Column[] {
  const count = Math.max(...rows.map((row) => row.length));
  return Array.from({ length: count }, (_, index) => {
    const cells = rows.map((row) => piecesOf(row[index] ?? [], 0, frame.references));
    const natural = Math.max(1, ...cells.map((pieces) => widthOf(pieces)));
    let least: number | undefined;
    return {
      natural,
      // Finding where a cell may break needs the table of words, which a table that fits can do without.
      get least() {
        least ??= Math.min(natural, Math.max(8, ...cells.map((pieces) => leastWidth(textOf(pieces)))));
        return least;
      },
    };
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
  const lines = (index: number): number => Math.ceil((columns[index]?.natural ?? 0) / (widths[index] ?? 1));
  const wanted = (index: number): number => {
    const height = lines(index);
    return height < 2 ? 0 : Math.ceil((columns[index]?.natural ?? 0) / (height - 1)) - (widths[index] ?? 0);
  };
  let spare = free;
  for (;;) {
    const able = columns
      .map((_, index) => index)
      .filter((index) => wanted(index) > 0 && wanted(index) <= spare);
    const [next] = able.sort((a, b) => lines(b) - lines(a) || wanted(a) - wanted(b));
    if (next === undefined) break;
    spare -= wanted(next);
    widths[next] = (widths[next] ?? 0) + wanted(next);
  }
  const [neediest = 0] = columns.map((_, index) => index).sort((a, b) => lines(b) - lines(a));
  widths[neediest] = Math.min((widths[neediest] ?? 0) + spare, columns[neediest]?.natural ?? 0);
  return widths;
}

/**
 * Columns to spare: cells are aligned for the width that the terminal is said to give to ambiguous characters, but
 * a row must not run over the edge when it does otherwise.
 */
function doubtOf(frame: Frame, rows: readonly (readonly Cell[])[]): number {
  if (frame.look.wideAmbiguous) return 0;
  const doubt = (cell: Cell): number => {
    const text = plainInline(cell);
    return displayWidth(text, 2) - displayWidth(text, 1);
  };
  return Math.max(...rows.map((row) => row.slice(0, -1).reduce((sum, cell) => sum + doubt(cell), 0)));
}

/**
 * Sets a table by what its cells hold: columns side by side where they fit, cells wrapped, never cut; as a list of
 * keys and values where the terminal is too narrow.
 */
export function setTable(frame: Frame, table: Table, prose: typeof setProse): Line[] {
  const rows = [table.head, ...table.rows];
  const columns = columnsOf(frame, rows);
  const widths = widthsOf(columns, roomOf(frame) - doubtOf(frame, rows));
  return widths ? setGrid(frame, table, widths, prose) : setPairs(frame, table, prose);
}

function setGrid(frame: Frame, table: Table, widths: readonly number[], prose: typeof setProse): Line[] {
  const quiet = role('quiet');
  const row = (cells: readonly Cell[], style: number): Line[] =>
    setRow(frame, table, cells, widths, style, prose);
  const head = row(table.head, BOLD);
  const rule: Line = framed(
    frame,
    widths.flatMap((width, index) => [
      run(index > 0 ? ' '.repeat(GAP) : ''),
      run(frame.glyphs.rule.repeat(width), quiet),
    ]),
  );
  const body = table.rows.map((cells) => row(cells, 0));
  const airy = body.some((lines) => lines.length > 1);
  return [
    ...head,
    rule,
    ...body.flatMap((lines, index) => (airy && index > 0 ? [framed(frame, [], 0), ...lines] : lines)),
  ];
}

function setRow(
  frame: Frame,
  table: Table,
  cells: readonly Cell[],
  widths: readonly number[],
  style: number,
  prose: typeof setProse,
): Line[] {
  const bare = { ...frame, bars: [], barWidth: 0, pad: 0, measure: Number.POSITIVE_INFINITY };
  const set = widths.map((columns, index) => prose({ ...bare, columns }, cells[index] ?? [], style));
  const height = Math.max(...set.map((lines) => lines.length));
  return Array.from({ length: height }, (_, level) => {
    const runs = widths.flatMap((width, index) => {
      const line = set[index]?.[level] ?? [];
      const text = line.map((each) => each.text).join('');
      const free = Math.max(0, width - displayWidth(text, frame.look.wideAmbiguous ? 2 : 1));
      const side = table.align[index] ?? 'left';
      const before = side === 'right' ? free : side === 'center' ? free >> 1 : 0;
      const after = index === widths.length - 1 ? 0 : free - before + GAP;
      return [run(' '.repeat(before)), ...line, run(' '.repeat(after))];
    });
    return framed(frame, runs);
  });
}

/** The first cell of a row as a title, each other cell below it after the name of its column. */
function setPairs(frame: Frame, table: Table, prose: typeof setProse): Line[] {
  if (table.rows.length === 0) return table.head.flatMap((cell) => prose(frame, cell, BOLD));
  const named = (cell: Cell, column: number): Cell => {
    const name = plainInline(table.head[column] ?? []);
    return name === '' ? cell : [{ type: 'label', text: `${name}${frame.labels.colon}` }, ...cell];
  };
  return table.rows.flatMap((cells, index) => {
    const title = prose(frame, named(cells[0] ?? [], 0), BOLD);
    const pairs = cells.slice(1).flatMap((cell, at) => prose(indented(frame, 2), named(cell, at + 1), 0));
    return [...(index > 0 ? [framed(frame, [], 0)] : []), ...title, ...pairs];
  });
}
