/**
 * The command that a mistyped word most likely meant, or undefined: one slip (a missing, extra, wrong or
 * swapped letter) in short words, two in words of seven letters or more.
 */
export function nearestCommand(word: string, names: readonly string[]): string | undefined {
  const ranked = names
    .map((name) => ({ name, distance: slips(word.toLowerCase(), name) }))
    .filter(({ name, distance }) => distance <= (name.length >= 7 ? 2 : 1) && name.length > 3)
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.name;
}

/** Optimal string alignment distance: edits and swaps of neighbours. */
function slips(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((row[j - 1] ?? 0) + 1, (above[j] ?? 0) + 1, (above[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (before[j - 2] ?? 0) + 1);
      row.push(best);
    }
    before = above;
    above = row;
  }
  return above[b.length] ?? a.length;
}
