/** First bytes of a compiled index. */
export const MAGIC = 0x5138_534b;
/** Raised whenever the bytes or the way texts are analysed change: an index of another format is built again. */
export const FORMAT = 8;

/**
 * The parts of a compiled index in the order of its directory (offset of each, 4 bytes). What every query needs a little
 * of comes first, so that it is read with the directory.
 */
export const PARTS = [
  /** Counts: cards, phrases. */
  'counts',
  /** Group of each card (u32, 0 is none); topic of each card (u32) and the topics. */
  'groups',
  'cardTopics',
  'topics',
  /** Names of the lexicon in order, and what each means. */
  'names',
  'meanings',
  'conceptIds',
  'conceptFacts',
  /** Terms in order; for each idf × 1000 (u16), number of cards (u32), where its cards and its phrases begin. There
   * all their numbers, as wide as the greatest needs, then a byte of weight for each: nothing has to be decoded. */
  'terms',
  'termFacts',
  'postings',
  /** For each card its first phrase and the first that does not name it, then the count; length of each vector
   * (× 1000). All u32. */
  'phraseRanges',
  'phraseNorms',
  /** Latin words as written, in order; letters and length of each (u32); whether it is strong (u8). */
  'words',
  'wordMasks',
  'wordStrengths',
  /** Letters of Chinese words in order (and letters and length of each, u32), and the words that are read so. */
  'spellings',
  'spellingMasks',
  'spelt',
  'initials',
  'initialed',
  /** The table of readings as one string. */
  'readings',
] as const;

export type Part = (typeof PARTS)[number];

/** Bytes of one term's facts. */
export const TERM_FACTS = 18;
export const HEADER = 8 + 4 * PARTS.length;

/** Bytes of each number below `count` in a list. */
export function widthFor(count: number): number {
  if (count <= 0x100) return 1;
  return count <= 0x1_0000 ? 2 : 4;
}

/** Letters of a word in the low 27 bits, its length in the high 5. */
export function packWord(mask: number, length: number): number {
  return ((mask & 0x07ff_ffff) | (Math.min(31, length) << 27)) >>> 0;
}
