import { type Edit, markerAt } from './line.ts';
import { isNumbered, type Marker, type MarkerStyle, renumber } from './marker.ts';
import type { Pass } from './pass.ts';
import { type Finding, finding } from './problem.ts';
import type { Block, Scan } from './scan.ts';

/** A numbered list as far as it has been read. */
interface Run {
  readonly style: MarkerStyle;
  readonly indent: number;
  /** Its last number, after repairs. */
  readonly last: number;
  /** It counts 1, 2, 3; not a list in which every item is written `1.`. */
  readonly counts: boolean;
  /** What stood below its last item so far. */
  readonly gap: 'nothing' | 'nested' | 'other';
  /** Its last item announced something (a list, a block of code). */
  readonly announces: boolean;
  /** Last line before the present block. */
  readonly lineAbove: string;
  /** Added to the numbers as written. */
  readonly shift: number;
}

/**
 * Finds lists that begin again at 1 although they go on: nothing but bullets, code or a table stood
 * between, and no sentence introduced a new list. Their numbers go on where they stopped.
 */
export const continueLists: Pass = (scan) => {
  const edits: Edit[] = [];
  const findings: Finding[] = [];
  let run: Run | null = null;
  scan.blocks.forEach((block, at) => {
    const line = scan.text.lines[block.start] as string;
    const marker = block.kind === 'text' || block.kind === 'item' ? markerAt(scan.text, block.start) : null;
    if (!marker || !isNumbered(marker)) {
      run = run && between(scan, block, marker, run);
      return;
    }
    if (run && marker.indent > run.indent) return;
    const next: Run = nextRun(scan, at, marker, run);
    const number = marker.number + next.shift;
    if (next.shift > 0 && number !== marker.number) {
      edits.push({ at: block.start, remove: 1, insert: [renumber(line, number)] });
      if (run?.shift !== next.shift || marker.number === 1) {
        const args = { found: marker.number, number };
        findings.push(finding('list-restart', scan.text.numbers[block.start] as number, args, true));
      }
    }
    run = next;
  });
  return { edits, findings };
};

function nextRun(scan: Scan, at: number, marker: Marker, run: Run | null): Run {
  const block = scan.blocks[at] as Block;
  const last = (scan.text.lines[block.end - 1] as string).trimEnd();
  const runOf = (number: number, counts: boolean, shift: number): Run => ({
    style: marker.style,
    indent: marker.indent,
    last: number,
    counts,
    gap: 'nothing',
    announces: endsInColon(last),
    lineAbove: last,
    shift,
  });
  const same = run !== null && run.style === marker.style && run.indent === marker.indent;
  if (same && run.gap !== 'other' && marker.number + run.shift === run.last + 1) {
    return runOf(run.last + 1, true, run.shift);
  }
  if (same && marker.number === 1 && restarts(scan, at, run)) {
    return runOf(run.last + 1, true, run.last);
  }
  return runOf(marker.number, marker.number === 1, 0);
}

/** Whether the item at `at`, numbered 1, belongs to the list above it. */
function restarts(scan: Scan, at: number, run: Run): boolean {
  if (!run.counts || run.last < 2 || run.gap === 'other') return false;
  // A label above, such as a bullet that ends in a colon, introduces a list of its own.
  if (endsInColon(run.lineAbove) && run.gap === 'nested') return false;
  if (run.gap === 'nested') return true;
  const next = scan.blocks[at + 1];
  const following = next && markerAt(scan.text, next.start);
  // Without anything between, only a slip of one number is a slip: `3、` `1、` `5、` or the end of the list.
  return !following || !isNumbered(following) || following.number === run.last + 2;
}

/** What a block between two numbered items makes of the list above it. */
function between(scan: Scan, block: Block, marker: Marker | null, run: Run): Run | null {
  if (block.kind === 'heading') return null;
  const lineAbove = (scan.text.lines[block.end - 1] as string).trimEnd();
  const nested =
    block.kind === 'inside' ||
    block.kind === 'comment' ||
    (run.announces && block.kind !== 'text') ||
    (run.announces && marker !== null);
  const other = !nested || run.gap === 'other';
  const { style, indent, last, counts, announces, shift } = run;
  return { style, indent, last, counts, gap: other ? 'other' : 'nested', announces, lineAbove, shift };
}

function endsInColon(line: string): boolean {
  return line.endsWith('：') || line.endsWith(':');
}
