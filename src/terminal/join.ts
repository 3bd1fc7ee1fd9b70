import { hangs, neverBegins } from './kinsoku.ts';
import { leastWidth } from './least-width.ts';
import {
  AFTER,
  CODE,
  kindOf,
  MOST_GLUE,
  NO_BREAK,
  OWN,
  type Prose,
  packExtent,
  packUnit,
  WIDE,
} from './prose.ts';
import { role } from './style.ts';

/** A part of joined prose. */
interface Part {
  readonly prose: Prose;
  /** Spaces after it, and what a break there costs (as in `packUnit`). */
  readonly glue: number;
  readonly after: number;
  /** Style of all of it, instead of its own. */
  readonly style?: number;
}

/** Breaks after a pause, and where nothing speaks for it or against it: places in `BREAK_COSTS`. */
const PAUSE = 0;
const PLAIN = 1;

const QUIET = OWN | role('quiet');

/** A mark of the layout as prose. */
function markProse(text: string): Prose {
  const width = text > '\u3000' ? 2 : 1;
  const units = [packUnit(width, WIDE, PAUSE, hangs(text)), packExtent(text.length, 0)];
  return { text, width, least: width, units, spans: [] };
}

function joined(parts: readonly Part[]): Prose {
  let text = '';
  let width = 0;
  const units: number[] = [];
  const spans: number[] = [];
  for (const [index, { prose, glue, after, style }] of parts.entries()) {
    const last = index === parts.length - 1;
    units.push(...prose.units);
    if (!last) endWith(units, after, glue);
    if (style === undefined && prose.spans.length > 0) spans.push(...prose.spans);
    else spans.push(prose.text.length, style ?? 0);
    if (!last && glue > 0) spans.push(glue, style === undefined ? 0 : OWN);
    text += last ? prose.text : prose.text + ' '.repeat(glue);
    width += last ? prose.width : prose.width + glue;
  }
  const { hrefs } = parts.at(-1)?.prose ?? {};
  const forced = parts.some(({ prose }) => prose.forced);
  return {
    text,
    width,
    least: leastWidth({ units }),
    units,
    spans,
    ...(hrefs && { hrefs }),
    ...(forced && { forced }),
  };
}

/** Sets what comes after the last unit. */
function endWith(units: number[], after: number, glue: number): void {
  const at = units.length - 2;
  if (at < 0) return;
  const first = units[at] as number;
  units[at] = (first & ~AFTER) | after;
  units[at + 1] = ((units[at + 1] as number) & ~MOST_GLUE) | glue;
}

/** A text after its name, the colon between them; itself when the name is empty. */
export function labelled(name: Prose, colon: string, prose: Prose): Prose {
  if (name.text === '') return prose;
  const mark = colon.trimEnd();
  const begins = kindOf(prose.units[0] ?? 0) === CODE || !neverBegins(prose.text[0] ?? '');
  return joined([
    { prose: name, glue: 0, after: NO_BREAK, style: QUIET },
    {
      prose: markProse(mark),
      glue: colon.length - mark.length,
      after: begins ? PAUSE : NO_BREAK,
      style: QUIET,
    },
    { prose, glue: 0, after: PAUSE },
  ]);
}

/** Texts after one another with a sign between each two of them. */
export function linked(proses: readonly Prose[], sign: string): Prose {
  const mark: Part = { prose: markProse(sign), glue: 1, after: PLAIN };
  return joined(
    proses.flatMap((prose, index) => {
      const part: Part = { prose, glue: 1, after: NO_BREAK };
      return index === 0 ? [part] : [mark, part];
    }),
  );
}
