import type { Range } from '../storage/settings.ts';

const YES = ['true', 'on', 'yes', '1'];
const NO = ['false', 'off', 'no', '0'];

/** The value that a text means for a setting of that range, whether or not it is within it; undefined for none. */
export function settingValue(text: string, range: Range): unknown {
  const word = text.normalize('NFKC').trim().toLowerCase();
  switch (range.kind) {
    case 'number':
      return numberOf(word);
    case 'switch':
      return YES.includes(word) ? true : NO.includes(word) ? false : undefined;
    case 'choice':
      return word;
  }
}

function numberOf(word: string): number | undefined {
  if (!/^[+-]?(\d+\.?\d*|\.\d+)%?$/.test(word)) return undefined;
  return word.endsWith('%') ? Number(word.slice(0, -1)) / 100 : Number(word);
}

/** A value that a setting may have, other than its present one: for an example. */
export function exampleOf(range: Range, initial: unknown): string {
  switch (range.kind) {
    case 'number':
      return String(initial);
    case 'switch':
      return String(initial !== true);
    case 'choice':
      return range.values.find((value) => value !== initial) ?? String(initial);
  }
}
