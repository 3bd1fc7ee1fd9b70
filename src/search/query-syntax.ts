/** What was typed, taken apart. */
export interface QueryParts {
  /** The words to rank by, quoted ones included; same length as what was typed, so that offsets agree. */
  readonly words: string;
  /** Texts in quotation marks: a hit must contain each of them. */
  readonly phrases: readonly string[];
  /** Words after a minus sign: a hit must contain none of them. */
  readonly excluded: readonly string[];
  /** Words after `topic:`: a hit is of one of these topics. */
  readonly topics: readonly string[];
}

const PIECE =
  /(?<=^|\s)(?<topic>(?:topic|主题|分类)[:：](?:"(?<long>[^"]*)"|(?<short>\S+)))|["“”](?<phrase>[^"“”]+)["“”]|(?<=^|\s)[-－](?:"(?<not>[^"]+)"|(?<minus>[^\s-]\S*))/gu;

/** Without one of these a query is only words, and the expression above need not be compiled. */
const SIGN = /["“”:：－-]/;

/** Reads the query language: `"quoted phrase"`, `-word`, `topic:networking`; everything else is words. */
export function parseQuery(typed: string): QueryParts {
  if (!SIGN.test(typed)) return { words: typed, phrases: [], excluded: [], topics: [] };
  const phrases: string[] = [];
  const excluded: string[] = [];
  const topics: string[] = [];
  const words = typed.replace(PIECE, (piece: string, ...rest: unknown[]) => {
    const groups = rest.at(-1) as Record<string, string | undefined>;
    const phrase = groups['phrase'];
    if (phrase !== undefined) {
      phrases.push(phrase.trim());
      return ` ${phrase} `;
    }
    const topic = groups['long'] ?? groups['short'];
    if (topic !== undefined) topics.push(topic);
    const word = groups['not'] ?? groups['minus'];
    if (word !== undefined) excluded.push(word);
    return ' '.repeat(piece.length);
  });
  return { words, phrases: phrases.filter(Boolean), excluded, topics };
}
