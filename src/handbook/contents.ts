import { anchorsOf } from './assemble.ts';
import type { Draft } from './draft.ts';
import { type Finding, finding } from './problem.ts';
import type { Profile } from './profile.ts';
import type { Scan } from './scan.ts';
import { looseKey } from './toc.ts';

/** Where the table of contents and the headings disagree: questions it leaves out, entries that lead nowhere. */
export function contentsFindings(scan: Scan, { toc }: Profile, drafts: readonly Draft[]): Finding[] {
  if (toc.entries.length === 0) return [];
  const anchors = anchorsOf(scan);
  const reached = new Set(anchors.values());
  const titles = new Set(scan.headings.map(({ title }) => looseKey(title)));
  const listed = new Set(toc.entries.map(({ anchor }) => anchor));
  const findings: Finding[] = [];
  for (const { index, title, anchor } of toc.entries) {
    if (reached.has(anchor) || titles.has(looseKey(title))) continue;
    findings.push(finding('toc-dangling', scan.text.numbers[index] as number, { title }));
  }
  for (const { heading, title } of drafts) {
    if (heading.index < toc.start || toc.keys.has(looseKey(title))) continue;
    if (listed.has(anchors.get(heading.index) ?? '')) continue;
    findings.push(finding('toc-missing', scan.text.numbers[heading.index] as number, { title }));
  }
  return findings;
}
