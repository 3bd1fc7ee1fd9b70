import { tokens } from './tokens.ts';

/** The line of an answer that says most of what was asked, without its list marker; empty when none does. */
export function excerpt(answer: string, query: string): string {
  const wanted = new Set(tokens(query));
  let best = { line: '', score: 0 };
  for (const line of proseLines(answer)) {
    const found = new Set(tokens(line).filter((token) => wanted.has(token)));
    if (found.size > best.score) best = { line, score: found.size };
  }
  return best.line;
}

function proseLines(answer: string): string[] {
  let fenced = false;
  return answer
    .replace(/<!--[\s\S]*?-->/g, '')
    .split('\n')
    .filter((line) => {
      if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
      return !fenced && !/^\s*(#|```|~~~|\|[-\s|:]+\|?$|$)/.test(line);
    })
    .map((line) => line.replace(/^\s*([-*+]|\d+[.、)])\s*(★\s*)?/, '').trim());
}
