/** How characters are read, and which readings there are. */
export interface Readings {
  /** Readings of a character, the table's order; empty when it is not in the table. */
  of(character: string): readonly string[];
  isSyllable(letters: string): boolean;
  /** Whether some syllable begins so. */
  isBeginning(letters: string): boolean;
}

/**
 * Reads the table: a line is a syllable, a space, and the characters that are read so. The characters are sorted
 * out only when one is asked for, which a slip in a Latin word never does.
 */
export function readingsFrom(table: string): Readings {
  const lines = table.split('\n').map((line) => line.split(' '));
  const syllables = new Set(lines.map(([syllable]) => syllable ?? '').filter(Boolean));
  const beginnings = new Set([...syllables].flatMap(beginningsOf));
  let characters: ReadonlyMap<string, readonly string[]> | undefined;
  return {
    of: (character) => {
      characters ??= byCharacter(lines);
      return characters.get(character) ?? [];
    },
    isSyllable: (letters) => syllables.has(letters),
    isBeginning: (letters) => beginnings.has(letters),
  };
}

function byCharacter(lines: readonly (readonly string[])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [syllable = '', characters = ''] of lines) {
    for (const character of characters) {
      const readings = found.get(character);
      if (readings) readings.push(syllable);
      else found.set(character, [syllable]);
    }
  }
  return found;
}

const MAX_READINGS = 8;

/** All ways to write Chinese text in letters, syllables apart by spaces; none when a character is unknown. */
export function spellings(text: string, readings: Readings): string[] {
  let found = [''];
  for (const character of text) {
    const own = readings.of(character);
    found = found.flatMap((left) => own.map((syllable) => (left ? `${left} ${syllable}` : syllable)));
    found = found.slice(0, MAX_READINGS);
  }
  return found;
}

const MAX_SPLITS = 6;

/**
 * The ways to read letters as syllables: `kuorong` → `kuo rong`, `xian` → `xian` and `xi an`. The last one may be
 * half typed (`kuoro`), and is then a beginning only. Fewest syllables first.
 */
export function syllableSplits(letters: string, readings: Readings): string[][] {
  const found: string[][] = [];
  const walk = (at: number, path: string[]): void => {
    if (found.length >= MAX_SPLITS || path.length > 8) return;
    if (at === letters.length) {
      found.push(path);
      return;
    }
    for (let size = Math.min(6, letters.length - at); size > 0; size--) {
      const piece = letters.slice(at, at + size);
      const last = at + size === letters.length;
      if (readings.isSyllable(piece) || (last && path.length > 0 && readings.isBeginning(piece)))
        walk(at + size, [...path, piece]);
    }
  };
  walk(0, []);
  return found.sort((a, b) => a.length - b.length);
}

function beginningsOf(syllable: string): string[] {
  return Array.from({ length: syllable.length }, (_, index) => syllable.slice(0, index + 1));
}
