import type { Block, Inline } from '../../src/terminal/blocks.ts';

const TAGS = { strong: 'strong', em: 'em', del: 'del', underline: 'u', mark: 'mark' } as const;

function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/** Inlines as the HTML that CommonMark gives for them. */
function inlineHtml(inlines: readonly Inline[]): string {
  return inlines
    .map((inline) => {
      switch (inline.type) {
        case 'text':
        case 'key':
          return escaped(inline.text);
        case 'code':
          return `<code>${escaped(inline.text)}</code>`;
        case 'break':
          return '<br>\n';
        case 'note':
          return `[${inline.label}]`;
        case 'link':
          return `<a href="${escaped(inline.href)}">${inlineHtml(inline.body)}</a>`;
        default:
          return `<${TAGS[inline.type]}>${inlineHtml(inline.body)}</${TAGS[inline.type]}>`;
      }
    })
    .join('');
}

/** Paragraphs as HTML, to compare the tree with published expectations. */
export function paragraphsHtml(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.type === 'paragraph' ? `<p>${inlineHtml(block.body)}</p>` : `<!-- ${block.type} -->`,
    )
    .join('\n');
}
