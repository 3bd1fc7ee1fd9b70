import type { Unit } from './units.ts';

const LONGEST = 4;

/**
 * Short forms of the Latin names in a text: three or four words written as one (`horizontalpodautoscaler`), and
 * the initials of capitalised words (`Service Account`, `ServiceAccount` → `sa`). They let a deck without a
 * glossary be asked by its abbreviations.
 */
export function compoundsOf(text: string, units: readonly Unit[]): string[] {
  const found: string[] = [];
  for (let from = 0; from < units.length; from++) {
    let joined = '';
    let initials = '';
    for (let at = from; at < from + LONGEST; at++) {
      const unit = units[at];
      if (!unit || unit.han || (at > from && unit.apart)) break;
      joined += unit.text;
      const first = text.charAt(unit.start);
      initials =
        first >= 'A' && first <= 'Z' && initials.length === at - from ? initials + unit.text.charAt(0) : '';
      if (at >= from + 2) found.push(joined);
      if (initials.length > 1) found.push(initials);
    }
  }
  return found;
}
