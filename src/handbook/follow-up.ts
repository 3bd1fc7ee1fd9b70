import type { FollowUp, Part } from './card.ts';
import { itemsOf } from './item.ts';

/** The questions that follow, each with its short answer: `1. **question?** answer`. */
export function followUpsOf(parts: readonly Part[]): FollowUp[] {
  return parts
    .filter(({ kind }) => kind === 'followups')
    .flatMap(({ markdown }) => itemsOf(markdown).map(followUpOf));
}

function followUpOf({ text }: { readonly text: string }): FollowUp {
  const close = text.startsWith('**') ? text.indexOf('**', 3) : -1;
  if (close > 0) return { question: text.slice(2, close).trim(), answer: text.slice(close + 2).trim() };
  const mark = text.search(/[？?](?=\s|$|[^？?])/);
  if (mark < 0) return { question: text, answer: '' };
  return { question: text.slice(0, mark + 1).trim(), answer: text.slice(mark + 1).trim() };
}
