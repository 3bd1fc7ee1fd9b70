import { compose } from './compose.ts';
import { frameFor } from './frame.ts';
import type { Look } from './look.ts';
import { paint } from './paint.ts';
import { visibleLine } from './sanitize.ts';
import { setProse } from './set-prose.ts';

/** A text that is no Markdown, broken into lines of the screen; loads no parser. */
export function plainLines(text: string, look: Look): string[] {
  const prose = compose([{ type: 'text', text: visibleLine(text) }]);
  return paint(setProse(frameFor(look), prose), look).split('\n');
}
