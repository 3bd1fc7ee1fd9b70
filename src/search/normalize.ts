/** One form for both sides of a comparison: full width folded, lower case, spaces single. */
export function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
