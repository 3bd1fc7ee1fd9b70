import { type Finding, finding } from './problem.ts';
import { proseOf } from './prose.ts';

/** One way of writing a term, and the ways not to write it. */
export interface Term {
  readonly prefer: string;
  readonly avoid: readonly string[];
}

/** Characters of the two kinds side by side. */
const TIGHT = /\p{Script=Han}[A-Za-z0-9]|[A-Za-z0-9%]\p{Script=Han}/gu;
const HALF_WIDTH =
  /(?<=\p{Script=Han})[,:;?!](?!\/\/)|(?<=\p{Script=Han})\(|\((?=\p{Script=Han})|(?<=\p{Script=Han})\)|\)(?=\p{Script=Han})/gu;
/** A question in bold and its answer are parted by a space: the one after `？` is sound. */
const SPACED = /[ \t]+[，。；：？！、）]|[，。；：！、（][ \t]+(?=\S)|\S[ \t]+（|）[ \t]+(?=[^\s→|])/gu;
/** Characters shown on each side of the place. */
const CONTEXT = 6;

/** Spacing, punctuation and terms in the prose of a piece of Markdown that begins at a file line. */
export function lintProse(markdown: string, line: number, terms: readonly Term[]): Finding[] {
  const findings: Finding[] = [];
  for (const { offset, text } of proseOf(markdown)) {
    const at = line + offset;
    for (const match of text.matchAll(TIGHT))
      findings.push(finding('style-spacing', at, { text: around(text, match) }));
    for (const match of text.matchAll(HALF_WIDTH)) {
      findings.push(finding('style-punctuation', at, { mark: match[0], text: around(text, match) }));
    }
    for (const match of text.matchAll(SPACED)) {
      findings.push(finding('style-punctuation-space', at, { text: around(text, match) }));
    }
    for (const { prefer, avoid } of terms) {
      const rest = text.replaceAll(prefer, '\u0000');
      for (const found of avoid) {
        if (rest.includes(found)) findings.push(finding('style-term', at, { found, prefer }));
      }
    }
  }
  return findings;
}

function around(text: string, match: RegExpExecArray): string {
  const start = Math.max(0, match.index - CONTEXT);
  return text.slice(start, match.index + match[0].length + CONTEXT);
}
