import { setCode } from './code-block.ts';
import type { Composed, ComposedItem } from './composed.ts';
import { barred, type Frame, framed, frameFor, indented, roomOf, textRoomOf } from './frame.ts';
import type { Look } from './look.ts';
import { type Lead, setProse } from './set-prose.ts';
import { BOLD, type Line, type Role, role, run } from './style.ts';
import { setTable } from './table.ts';
import { displayWidth } from './width.ts';

const BLANK: Line = [];

/** Sets blocks one below the other with a blank line between, or without where they belong together. */
export function setBlocks(frame: Frame, blocks: readonly Composed[], tight = false): Line[] {
  const lines: Line[] = [];
  let previous: Composed | undefined;
  for (const block of blocks) {
    const set = setBlock(frame, block);
    if (previous && set.length > 0 && !(tight || belongs(previous, block)))
      lines.push(framed(frame, BLANK, 0));
    lines.push(...set);
    if (set.length > 0) previous = block;
  }
  return lines;
}

function belongs(previous: Composed, block: Composed): boolean {
  if (previous.type === 'heading') return previous.depth > 2;
  return previous.type === 'footnote' && block.type === 'footnote';
}

function setBlock(frame: Frame, block: Composed): Line[] {
  switch (block.type) {
    case 'paragraph':
      return setProse(frame, block.body, 0, undefined, fitting(frame, block.hang));
    case 'heading':
      return setProse(frame, block.body, BOLD | role(block.depth === 1 ? 'title' : 'heading'));
    case 'code':
      return setCode(frame, block);
    case 'quote':
      return block.alert ? setAlert(frame, block.alert, block.body) : setQuote(frame, block.body);
    case 'list':
      return setList(frame, block);
    case 'table':
      return setTable(frame, block);
    case 'details':
      return setDetails(frame, block);
    case 'rule':
      return [framed(frame, [run(frame.glyphs.rule.repeat(Math.min(24, roomOf(frame))), role('quiet'))])];
    case 'footnote':
      return setFootnote(frame, block);
  }
}

/** A hanging indent that would take too much of a narrow line is not kept. */
function fitting(frame: Frame, hang = 0): number {
  return hang <= textRoomOf(frame) / 3 ? hang : 0;
}

function setQuote(frame: Frame, body: readonly Composed[]): Line[] {
  return setBlocks(barred(frame, run(frame.glyphs.bar, role('quiet'))), body);
}

/** The kind is said by its name; its colour is for the bar alone, as few colours can be read on every background. */
function setAlert(
  frame: Frame,
  kind: Role & keyof Frame['labels']['alerts'],
  body: readonly Composed[],
): Line[] {
  const inner = barred(frame, run(frame.glyphs.bar, role(kind)));
  const title = framed(inner, [run(frame.labels.alerts[kind], BOLD)]);
  return [title, ...setBlocks(inner, body)];
}

function setDetails(frame: Frame, block: Extract<Composed, { type: 'details' }>): Line[] {
  const lead: Lead = { runs: [run(`${frame.glyphs.folded} `, role('accent'))], width: 2 };
  return [...setProse(frame, block.summary, BOLD, lead), ...setBlocks(indented(frame, 2), block.body)];
}

function setFootnote(frame: Frame, block: Extract<Composed, { type: 'footnote' }>): Line[] {
  const mark = `[${frame.labels.note}${block.label}] `;
  return setItem(
    frame,
    { runs: [run(mark, role('quiet'))], width: displayWidth(mark, 2) },
    { body: block.body },
  );
}

function setList(frame: Frame, list: Extract<Composed, { type: 'list' }>): Line[] {
  const lines: Line[] = [];
  const digits = String((list.start ?? 0) + list.items.length - 1).length;
  for (const [index, item] of list.items.entries()) {
    if (list.loose && index > 0) lines.push(framed(frame, BLANK, 0));
    const number = list.start === undefined ? undefined : String(list.start + index).padStart(digits);
    lines.push(...setItem(frame, markerOf(frame, number, item), item, !list.loose));
  }
  return lines;
}

function markerOf(frame: Frame, number: string | undefined, item: ComposedItem): Lead {
  const { glyphs } = frame;
  const bullet = glyphs.bullets[Math.min(frame.depth, 2)] ?? '-';
  const marker = number === undefined ? bullet : `${number}.`;
  if (item.done === undefined) return { runs: [run(`${marker} `, role('accent'))], width: marker.length + 1 };
  const box = item.done ? glyphs.done : glyphs.todo;
  const runs = number === undefined ? [] : [run(`${marker} `, role('accent'))];
  const width = (number === undefined ? 0 : marker.length + 1) + box.length + 1;
  return { runs: [...runs, run(`${box} `, role(item.done ? 'right' : 'accent'))], width };
}

/** Sets a list item: its marker before the first line, everything after it indented. */
export function setItem(frame: Frame, marker: Lead, item: ComposedItem, tight = true): Line[] {
  const inner = { ...indented(frame, marker.hang ?? marker.width), depth: frame.depth + 1 };
  const hang = inner.pad - frame.pad;
  const [first, ...rest] = item.body;
  if (first?.type !== 'paragraph') return beside(frame, marker, inner, setBlocks(inner, item.body, tight));
  const head = setProse(frame, first.body, 0, marker, hang + fitting(inner, first.hang));
  if (rest.length === 0) return head;
  const gap = tight ? [] : [framed(frame, BLANK, 0)];
  return [...head, ...gap, ...setBlocks(inner, rest, tight)];
}

/** A marker before what is no paragraph (a quote, a list, code): in the indent of its first line if there is room. */
function beside(frame: Frame, marker: Lead, inner: Frame, below: readonly Line[]): Line[] {
  const [line, ...others] = below;
  const at = frame.bars.length;
  const width = inner.pad - frame.pad;
  if (line?.[at]?.text !== ' '.repeat(inner.pad) || width < marker.width)
    return [framed(frame, marker.runs), ...below];
  const space = [run(' '.repeat(frame.pad)), ...marker.runs, run(' '.repeat(width - marker.width))];
  return [[...line.slice(0, at), ...space, ...line.slice(at + 1)], ...others];
}

/** The list of the links of a text that the terminal cannot open. */
export function setReferences(frame: Frame): Line[] {
  return frame.references.targets.flatMap((target, index) => {
    const mark = `[${index + 1}] `;
    return setProse(frame, target, role('quiet'), { runs: [run(mark, role('quiet'))], width: mark.length });
  });
}

/** Lays out a document for a look, the numbered links at its end. */
export function layout(blocks: readonly Composed[], look: Look): Line[] {
  const frame = frameFor(look);
  const lines = setBlocks(frame, blocks);
  const references = setReferences(frame);
  return references.length > 0 ? [...lines, BLANK, ...references] : lines;
}
