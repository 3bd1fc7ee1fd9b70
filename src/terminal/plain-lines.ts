import { frameFor } from './frame.ts';
import type { Look } from './look.ts';
import { paint } from './paint.ts';
import { setProse } from './prose.ts';
import { visibleLine } from './sanitize.ts';

/** A text that is no Markdown, broken into lines of the screen; loads no parser. */
export function plainLines(text: string, look: Look): string[] {
  return paint(setProse(frameFor(look), [{ type: 'text', text: visibleLine(text) }]), look).split('\n');
}
