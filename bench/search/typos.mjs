const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Kinds whose Latin words are whole and rightly spelt to begin with. */
const SPELT = 'abeh';

/** Every word that is one slip away: a letter missing, doubled, swapped with the next, or wrong (its neighbour in the alphabet). */
export function slipsOf(word) {
  const found = new Set();
  for (let at = 0; at < word.length; at++) {
    const [left, here, right] = [word.slice(0, at), word[at], word.slice(at + 1)];
    const next = LETTERS[(LETTERS.indexOf(here) + 1) % 26];
    found
      .add(left + right)
      .add(left + here + here + right)
      .add(left + next + right);
    if (right !== '') found.add(left + right[0] + here + right.slice(1));
  }
  found.delete(word);
  return [...found];
}

/** Of the slips in Latin words that found a best card on top: how many still have it on top, and among the first five. */
export function typoResult(engine, queries) {
  const words = queries.filter(
    ({ query, kind, grades }) =>
      SPELT.includes(kind) && /^[a-z]{4,}$/.test(query) && grades[engine(query).ids[0]] === 3,
  );
  let [slips, first, five] = [0, 0, 0];
  for (const { query, grades } of words) {
    for (const slip of slipsOf(query)) {
      const { ids } = engine(slip);
      slips += 1;
      if (grades[ids[0]] === 3) first += 1;
      if (ids.slice(0, 5).some((id) => grades[id] === 3)) five += 1;
    }
  }
  return { words: words.length, slips, first: first / slips, five: five / slips };
}
