import { layout } from './layout.ts';
import type { Look } from './look.ts';
import { paint } from './paint.ts';
import { parseMarkdown } from './parse.ts';

/** Renders Markdown for a terminal or a pipe: lines joined by line feeds, without one at the end. */
export function renderMarkdown(markdown: string, look: Look): string {
  return paint(layout(parseMarkdown(markdown), look), look);
}

/** Renders Markdown on one line: block structure and line breaks become spaces. */
export function renderInline(markdown: string, look: Look): string {
  const flat = markdown.replace(/\s*\n\s*/g, ' ').trim();
  return renderMarkdown(flat, { ...look, columns: Number.POSITIVE_INFINITY }).replaceAll('\n', ' ');
}
