import type { Edit } from './line.ts';
import type { Pass } from './pass.ts';
import { type Finding, finding } from './problem.ts';

/** A link with a closing bracket too many, `[text]](address)`. Wiki links `[[text]](…)` are sound. */
const DOUBLED = /(?<!\[)\[([^[\]]+)\]\]+(?=\()/g;
const LONGEST = 5000;

/** Drops the second closing bracket of links inside answers. Lines with code are left alone. */
export const dropStrayBrackets: Pass = (scan) => {
  const edits: Edit[] = [];
  const findings: Finding[] = [];
  for (const { kind, start, end } of scan.blocks) {
    if (kind !== 'text' && kind !== 'item' && kind !== 'inside') continue;
    for (let index = start; index < end; index++) {
      const line = scan.text.lines[index] as string;
      if (!line.includes(']](') || line.includes('`') || line.length > LONGEST) continue;
      const repaired = line.replace(DOUBLED, '[$1]');
      if (repaired === line) continue;
      edits.push({ at: index, remove: 1, insert: [repaired] });
      findings.push(
        finding('bracket-stray', scan.text.numbers[index] as number, { text: line.trim() }, true),
      );
    }
  }
  return { edits, findings };
};
