import type { KeyPoint, Part } from './card.ts';
import { withoutComments } from './inline.ts';
import { entriesOf, itemsOf } from './item.ts';

/** Parts that hold no points even if nothing else does. */
const NO_POINTS = new Set(['comparison', 'example', 'followups', 'pitfalls', 'references']);
const STAR = /^(\*\*|__)?\s*★\s*/;
const KEYWORDS = /<!--\s*kw:([\s\S]*?)-->/;

/**
 * The checkable points of an answer: the items (or paragraphs) of its points part; without one the
 * items of the text, or the paragraphs that begin with a bold name.
 */
export function keyPointsOf(parts: readonly Part[]): KeyPoint[] {
  const own = parts.filter(({ kind }) => kind === 'points');
  if (own.length > 0) {
    return own.flatMap(({ markdown }) => {
      const items = itemsOf(markdown).map(({ text }) => text);
      return (items.length > 0 ? items : paragraphs(markdown)).map(pointOf);
    });
  }
  const text = parts.filter(({ kind }) => !NO_POINTS.has(kind)).map(({ markdown }) => markdown);
  const items = text.flatMap(itemsOf);
  return (items.length > 0 ? items.map((item) => item.text) : text.flatMap(boldLeads))
    .map(pointOf)
    .filter((point) => point.text !== '');
}

/** A point from its Markdown: the star and the `kw` comment are read and taken off. */
export function pointOf(markdown: string): KeyPoint {
  const starred = markdown.includes('★') && STAR.test(markdown);
  const text = withoutComments(starred ? markdown.replace(STAR, '$1') : markdown);
  return {
    text: (text.includes('\n') ? withoutTails(text) : text).trim(),
    must: starred,
    terms: termsOf(keywordsIn(markdown) ?? ''),
  };
}

/** Lines without the white space at their ends. */
function withoutTails(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** The text of the `kw` comment of a point, or null when it has none. */
export function keywordsIn(markdown: string): string | null {
  return markdown.includes('-->') ? (KEYWORDS.exec(markdown)?.[1] ?? null) : null;
}

/** `a|b; c` as groups of synonyms; both kinds of semicolon and bar part them. */
function termsOf(keywords: string): string[][] {
  return keywords
    .split(/[;；]/)
    .map((group) =>
      group
        .split(/[|｜]/)
        .map((word) => word.trim())
        .filter((word) => word !== ''),
    )
    .filter((group) => group.length > 0);
}

function paragraphs(markdown: string): string[] {
  return entriesOf(markdown)
    .filter(({ kind }) => kind === 'text')
    .map(({ lines }) => lines.join('\n'));
}

/** Paragraphs that name their point in bold near their beginning, as in `首先,**Calico** 是…`. */
function boldLeads(markdown: string): string[] {
  if (!markdown.includes('**')) return [];
  return paragraphs(markdown).filter((text) => {
    const lead = /^(?:[\p{L}]{1,4}[,，、:：]\s*)?\*\*([^*]{1,40})\*\*(.*)/su.exec(text);
    return lead !== null && (lead[2] as string).trim().length > 2;
  });
}
