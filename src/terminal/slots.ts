import { leastWidth } from './least-width.ts';
import { AFTER, type Filling, type Fillings, MOST_GLUE, type Prose, type Slot } from './prose.ts';
import { displayWidth } from './width.ts';

function textOf(filling: Filling, fillings: Fillings): string {
  if (filling.type === 'image') return fillings.imageLabel;
  if (filling.type === 'note') return `[${fillings.noteLabel}${filling.label}]`;
  const number = fillings.reference(filling);
  return number === undefined ? '' : `[${number}]`;
}

/** Prose with its slots filled, those that nothing fills taken out. */
export function filled(prose: Prose, fillings: Fillings): Prose {
  if (!prose.slots) return prose;
  const { slots, ...rest } = prose;
  const units = prose.units.slice();
  const spans = prose.spans.slice();
  const empty: number[] = [];
  let text = '';
  let last = 0;
  let width = prose.width;
  for (const { unit, span, at, filling } of slots) {
    const word = textOf(filling, fillings);
    const columns = displayWidth(word, 2);
    text += prose.text.slice(last, at) + word;
    last = at;
    width += columns;
    if (word === '') empty.push(unit);
    units[2 * unit] = (units[2 * unit] as number) + (columns << 7);
    units[2 * unit + 1] = (units[2 * unit + 1] as number) + (word.length << 6);
    spans[2 * span] = (spans[2 * span] as number) + word.length;
  }
  const doubts = prose.doubts?.map((doubt) => doubt + added(slots, spans, doubt));
  const whole = {
    ...rest,
    text: text + prose.text.slice(last),
    width,
    units: without(units, empty),
    spans,
    ...(doubts && { doubts }),
  };
  return { ...whole, least: leastWidth(whole) };
}

/** How much the text before a place has grown; the span of a slot held nothing before. */
function added(slots: readonly Slot[], spans: readonly number[], place: number): number {
  let sum = 0;
  for (const { span, at } of slots) if (at <= place) sum += spans[2 * span] as number;
  return sum;
}

/** Units without some that are empty; what holds after these then holds after the ones before them. */
function without(units: number[], empty: readonly number[]): number[] {
  for (const unit of empty.toReversed()) {
    const at = 2 * unit;
    if (at === 0) continue;
    const [first = 0, second = 0] = units.splice(at, 2);
    units[at - 2] = ((units[at - 2] as number) & ~AFTER) | (first & AFTER);
    units[at - 1] = ((units[at - 1] as number) & ~MOST_GLUE) | (second & MOST_GLUE);
  }
  return units;
}
