/**
 * The anchor that GitHub gives a heading: lower case, everything but letters, marks, digits,
 * connectors, spaces and hyphens dropped, spaces as hyphens.
 */
export function slugOf(plain: string): string {
  return plain
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{Nd}\p{Pc}\- ]/gu, '')
    .replace(/ /g, '-');
}

/** Makes slugs unique in the order of their headings, by -1, -2, … as GitHub does. */
export function slugger(taken: Iterable<string> = []): (plain: string) => string {
  const seen = new Map<string, number>();
  for (const id of taken) seen.set(id, 0);
  return (plain) => {
    const slug = slugOf(plain);
    const count = seen.get(slug);
    if (count === undefined) {
      seen.set(slug, 0);
      return slug;
    }
    let next = count + 1;
    while (seen.has(`${slug}-${next}`)) next++;
    seen.set(slug, next);
    seen.set(`${slug}-${next}`, 0);
    return `${slug}-${next}`;
  };
}
