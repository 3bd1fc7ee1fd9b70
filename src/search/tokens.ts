const LATIN = /[a-z0-9][a-z0-9.+#/-]*[a-z0-9+#]|[a-z0-9]/g;
const HAN = /[\p{Script=Han}]+/gu;
const CAMEL = /([a-z0-9])([A-Z])|([A-Z]+)([A-Z][a-z])/g;

/** One form for both sides of a comparison: full width folded, lower case, spaces single. */
export function normalize(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/**
 * The searchable words of a text, in order, repeats kept: Latin words (a camelCase or hyphenated name gives
 * its parts and the joined form; a plural gives its singular) and bigrams of Chinese runs, since Chinese is
 * written without spaces.
 */
export function tokens(text: string): string[] {
  const split = text.normalize('NFKC').replace(CAMEL, '$1$3\u0001$2$4').toLowerCase();
  const found: string[] = [];
  for (const match of split.matchAll(/[a-z0-9\u0001.+#/-]+/g)) found.push(...latinForms(match[0]));
  for (const match of split.matchAll(HAN)) found.push(...bigrams(match[0]));
  return found;
}

function latinForms(run: string): string[] {
  const forms: string[] = [];
  for (const match of run.replaceAll('\u0001', '-').matchAll(LATIN)) {
    const parts = match[0].split(/[-/.]+/).filter(Boolean);
    if (parts.length > 1) forms.push(parts.join(''));
    forms.push(...parts.map(singular));
  }
  return forms;
}

function singular(word: string): string {
  if (word.length > 4 && /[^sui]s$/.test(word)) return word.slice(0, -1);
  return word;
}

function bigrams(run: string): string[] {
  const characters = [...run];
  if (characters.length === 1) return characters;
  return characters.slice(1).map((character, index) => `${characters[index]}${character}`);
}
