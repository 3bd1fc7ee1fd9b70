import type { Card, PartKind } from '../handbook/card.ts';
import type { Block } from './blocks.ts';
import { parseMarkdown } from './parse.ts';
import { plainInline } from './plain.ts';

/** A named part of an answer, parsed. */
interface ParsedSection {
  readonly kind: PartKind;
  /** Heading as plain text; empty for the lead. */
  readonly title: string;
  readonly body: readonly Block[];
}

/**
 * Parses the answer of a card. The whole answer is read at once, so that link definitions and footnotes hold in all of
 * its parts; then it is divided at its `####` headings.
 */
export function parseAnswer(card: Pick<Card, 'answer' | 'parts'>): ParsedSection[] {
  const named = card.parts.filter((part) => part.kind !== 'lead');
  const sections: { kind: PartKind; title: string; body: Block[] }[] = [
    { kind: 'lead', title: '', body: [] },
  ];
  let next = 0;
  for (const block of parseMarkdown(card.answer)) {
    if (block.type !== 'heading' || block.depth !== 4) {
      sections.at(-1)?.body.push(block);
      continue;
    }
    const title = plainInline(block.body).trim();
    const found = named.findIndex((part, index) => index >= next && part.title.trim() === title);
    if (found >= 0) next = found + 1;
    sections.push({ kind: named[found]?.kind ?? 'other', title, body: [] });
  }
  return sections.filter((section) => section.title !== '' || section.body.length > 0);
}
