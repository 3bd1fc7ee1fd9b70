import type { Block, Inline } from './blocks.ts';

/** The words of inlines, without their styles. */
export function plainInline(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      if ('text' in inline) return inline.text;
      if ('body' in inline) return plainInline(inline.body);
      return inline.type === 'break' ? '\n' : '';
    })
    .join('');
}

const SPACE: Inline = { type: 'text', text: ' ' };

/** All words of blocks as inlines in reading order; block structure and hard breaks become spaces. */
export function inlinesOf(blocks: readonly Block[]): Inline[] {
  return blocks.flatMap((block) => [...wordsOf(block), SPACE]);
}

function wordsOf(block: Block): Inline[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.body.map((inline) => (inline.type === 'break' ? SPACE : inline));
    case 'code':
      return [
        {
          type: 'code',
          text: block.marks
            .map(([, text]) => text)
            .join('')
            .replace(/\s+/g, ' '),
        },
      ];
    case 'list':
      return block.items.flatMap(({ body }) => inlinesOf(body));
    case 'table':
      return [block.head, ...block.rows].flat().flatMap((cell) => [...cell, SPACE]);
    case 'details':
      return [...block.summary, SPACE, ...inlinesOf(block.body)];
    case 'rule':
      return [];
    default:
      return inlinesOf(block.body);
  }
}
