import { cleanHeading, LONGEST_TITLE, titleOf } from './heading-text.ts';
import type { Edit } from './line.ts';
import { markerOf } from './marker.ts';
import type { Pass } from './pass.ts';
import { type Finding, finding } from './problem.ts';
import { endsAsQuestion } from './question.ts';
import type { Block } from './scan.ts';
import { looseKey } from './toc.ts';

/** Finds titles that a blank line split, and joins them. */
export const joinHeadings: Pass = (scan, profile) => {
  const edits: Edit[] = [];
  const findings: Finding[] = [];
  const blocks = scan.blocks;
  for (let index = 0; index + 2 < blocks.length; index++) {
    const upper = blocks[index] as Block;
    const { heading } = upper;
    if (!heading) continue;
    const [lower, next] = [blocks[index + 1] as Block, blocks[index + 2] as Block];
    if (heading.level !== profile.level || upper.end - upper.start > 1 || next.kind === 'heading') continue;
    if (lower.kind !== 'text' || lower.end - lower.start > 1 || lower.start === upper.end) continue;
    const head = heading.raw;
    const tail = (scan.text.lines[lower.start] as string).trim();
    if (head === '' || head.length + tail.length > LONGEST_TITLE || markerOf(tail)) continue;
    const glue = glueFor(head, tail, profile.toc.keys, profile.headingKeys);
    if (glue === null) continue;
    const line = (scan.text.lines[upper.start] as string).trimEnd();
    edits.push({ at: upper.start, remove: lower.end - upper.start, insert: [line + glue + tail] });
    const title = titleOf(cleanHeading(head + glue + tail).text);
    findings.push(finding('heading-split', scan.text.numbers[upper.start] as number, { title }, true));
  }
  return { edits, findings };
};

/** What joins two pieces of a title; null when they are no pieces. */
function glueFor(
  head: string,
  tail: string,
  toc: ReadonlySet<string>,
  headings: ReadonlySet<string>,
): string | null {
  const [first, second] = [titleOf(head), titleOf(tail)];
  const spaced = /[A-Za-z0-9)]$/.test(head) && /^[A-Z0-9(]/.test(tail) ? ' ' : '';
  const key = toc.size === 0 ? '' : looseKey(first + second);
  if (toc.has(key)) return toc.has(looseKey(first)) || headings.has(key) ? null : spaced;
  const ends = second.length <= 60 && endsAsQuestion(second) && !endsAsQuestion(first);
  const broken = /^[a-z]/.test(second)
    ? /[A-Za-z]$/.test(first)
    : /^(?:的|了|与|和|及|中|是什么|有)/.test(second);
  return ends && broken && !/[。，：；,:;]/.test(second) ? spaced : null;
}
