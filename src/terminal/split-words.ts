import { afterOf, glueOf, HAN, kindOf, lengthOf, packExtent, packUnit, widthOf } from './prose.ts';
import { clusterEnd } from './width.ts';

/** Columns of one Han character. */
const ONE = 2;
/** The place of a break inside a word in `BREAK_COSTS`. */
const IN_WORD = 5;

/** Units with their Chinese words divided into characters; the text of the first begins at `at`. */
export function splitWords(units: readonly number[], text: string, at: number): number[] {
  const split: number[] = [];
  let start = at;
  for (let i = 0; i < units.length; i += 2) {
    const first = units[i] as number;
    const second = units[i + 1] as number;
    const end = start + lengthOf(second);
    if (kindOf(first) !== HAN || widthOf(first) === ONE) split.push(first, second);
    else {
      while (start < end) {
        const next = clusterEnd(text, start);
        const final = next >= end;
        const after = final ? afterOf(first) : IN_WORD;
        split.push(packUnit(ONE, HAN, after, false), packExtent(next - start, final ? glueOf(second) : 0));
        start = next;
      }
    }
    start = end + glueOf(second);
  }
  return split;
}
