import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Card } from '../../src/handbook/card.ts';
import { joinHandbooks, parseHandbook } from '../../src/handbook/parse.ts';
import { ROOT } from '../world.ts';

const FOLDER = join(ROOT, 'data', 'zh');

/** The Chinese edition, parsed from its sources. */
export const EDITION = joinHandbooks(
  readdirSync(FOLDER)
    .filter((name) => name.endsWith('.md'))
    .map((name) => parseHandbook(readFileSync(join(FOLDER, name), 'utf8'), name)),
);

/** One code block of a card. */
export interface Block {
  readonly card: string;
  readonly language: string;
  readonly text: string;
}

/** Every fenced block of the edition in a language. */
export function blocks(...languages: readonly string[]): Block[] {
  return EDITION.cards.flatMap((card) =>
    [...card.answer.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
      .map((match) => ({ card: card.id, language: match[1] ?? '', text: match[2] ?? '' }))
      .filter((block) => languages.includes(block.language)),
  );
}

/** Markdown of a part of a card, or empty. */
export function partOf(card: Card, kind: Card['parts'][number]['kind']): string {
  return card.parts.find((part) => part.kind === kind)?.markdown.trim() ?? '';
}

/** Text without Markdown's marks: what a reader reads. */
export function plain(markdown: string): string {
  return markdown
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/\*\*|`/g, '')
    .trim();
}
