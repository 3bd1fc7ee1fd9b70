import type { Inline } from './blocks.ts';

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
