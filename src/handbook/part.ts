import type { Part, PartKind } from './card.ts';

/** Headings of the parts of an answer, in the order of the format: Chinese, English, then what people also write. */
export const PART_NAMES: readonly (readonly [PartKind, readonly string[]])[] = [
  ['points', ['要点', 'key points', '关键点', '核心要点', '关键要点', '得分点', 'key point', 'points']],
  ['comparison', ['对比', 'comparison', '比较', '对照', 'comparisons', 'compare']],
  ['example', ['示例', 'example', '例子', '样例', '举例', '例', 'examples']],
  [
    'followups',
    ['追问', 'follow-ups', '延伸追问', 'follow-up', 'follow ups', 'followups', 'follow-up questions'],
  ],
  [
    'pitfalls',
    ['易错', 'pitfalls', '易错点', '误区', '常见误区', '常见错误', 'pitfall', 'common mistakes', 'gotchas'],
  ],
  [
    'references',
    [
      '参考',
      'references',
      '参考资料',
      '参考链接',
      '参考文档',
      '延伸阅读',
      'reference',
      'further reading',
      'see also',
    ],
  ],
];

const KINDS = new Map<string, PartKind>(
  PART_NAMES.flatMap(([kind, names]) => names.map((name) => [name, kind] as const)),
);

/** Which part a heading names; 'other' when it names none. Colons and numbers around the name do not count. */
export function partKind(title: string): PartKind {
  if (title.length > 60) return 'other';
  const exact = KINDS.get(title);
  if (exact) return exact;
  const core = title
    .trim()
    .toLowerCase()
    .replace(/^(?:\d{1,2}[.、)]|[一二三四五六七八九十]、)\s*/, '')
    .replace(/[\s:：]+$/, '');
  return KINDS.get(core) ?? 'other';
}

/** Heading of a part in our own format. */
export function partTitle(kind: PartKind, lang: 'zh' | 'en'): string {
  const names = PART_NAMES.find(([name]) => name === kind)?.[1];
  const title = names?.[lang === 'zh' ? 0 : 1] ?? '';
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** 1-based file line of a part's first line: the lead's own, else the one below the heading. */
export function firstLineOf({ kind, line }: Part): number {
  return kind === 'lead' ? line : line + 1;
}
