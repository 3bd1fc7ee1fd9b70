import { afterOf, glueOf, HAN, kindOf, NO_BREAK, type Prose, widthOf } from './prose.ts';

/** Columns of one Han character. */
const ONE = 2;

/**
 * Width of the widest stretch that may not be broken: the least column that needs no emergency. Chinese words may be
 * broken. Stretches wider than `limit`, which must be split anyway, do not count.
 */
export function leastWidth({ units }: Pick<Prose, 'units'>, limit = Number.POSITIVE_INFINITY): number {
  let least = 0;
  let stretch = 0;
  const end = (width: number): void => {
    if (width > least && width <= limit) least = width;
  };
  for (let i = 0; i < units.length; i += 2) {
    const first = units[i] as number;
    const width = widthOf(first);
    if (kindOf(first) === HAN && width > ONE) {
      end(stretch + ONE);
      stretch = ONE;
    } else stretch += width;
    if (afterOf(first) === NO_BREAK) stretch += glueOf(units[i + 1] as number);
    else {
      end(stretch);
      stretch = 0;
    }
  }
  end(stretch);
  return least;
}
