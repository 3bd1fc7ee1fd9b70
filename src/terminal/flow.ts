import type { Look } from './look.ts';
import { plainLines } from './plain-lines.ts';
import { displayWidth } from './width.ts';

/** Short facts side by side, on as few lines as they fit on; one that is wider than a line is broken. */
export function flow(facts: readonly string[], look: Look): string[] {
  const between = look.ascii ? ' | ' : ' · ';
  const lines: string[] = [];
  let line = '';
  for (const fact of facts) {
    const longer = line === '' ? fact : `${line}${between}${fact}`;
    if (displayWidth(longer, look.wideAmbiguous ? 2 : 1) <= look.columns) {
      line = longer;
      continue;
    }
    if (line !== '') lines.push(line);
    const broken = paragraph(fact, look);
    lines.push(...broken.slice(0, -1));
    line = broken.at(-1) ?? '';
  }
  return line === '' ? lines : [...lines, line];
}

/** A plain sentence as lines of the screen. */
export function paragraph(text: string, look: Look): string[] {
  return displayWidth(text, look.wideAmbiguous ? 2 : 1) <= look.columns ? [text] : plainLines(text, look);
}
