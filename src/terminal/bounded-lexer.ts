import { Lexer, type Token, type TokensList } from 'marked';

/**
 * So deep quotes, lists and emphasis are told one inside of another; marks below that are text. Each level of a quote
 * or of a list costs a look at all the text in it and two columns of the line: a narrow terminal holds ten levels.
 */
export const DEEPEST = 32;

/**
 * So many characters of a paragraph are looked through at once: a mark that never ends is searched for up to the end
 * of what is looked through, from each of its openings. That is four times a page of a book; a longer paragraph is
 * divided where a line or a sentence ends, or at a space.
 */
export const LONGEST = 4000;

/** marked's lexer with bounds that make it linear in the text, and its calls no deeper than the stack. */
export class BoundedLexer extends Lexer {
  #depth = 0;

  override blockTokens(src: string, tokens?: Token[], clipped?: boolean): Token[];
  override blockTokens(src: string, tokens?: TokensList, clipped?: boolean): TokensList;
  override blockTokens(src: string, tokens: Token[] = [], clipped = false): Token[] {
    return this.#deeper(src, tokens, () => super.blockTokens(src, tokens, clipped));
  }

  override inlineTokens(src: string, tokens: Token[] = []): Token[] {
    return this.#deeper(src, tokens, () => {
      for (const part of stretches(src)) super.inlineTokens(part, tokens);
      return tokens;
    });
  }

  /** What `lexed` gives, or the text as it is written when there is too much around it. */
  #deeper(src: string, tokens: Token[], lexed: () => Token[]): Token[] {
    if (this.#depth === DEEPEST) {
      if (src !== '') tokens.push({ type: 'escape', raw: src, text: src });
      return tokens;
    }
    this.#depth++;
    try {
      return lexed();
    } finally {
      this.#depth--;
    }
  }
}

/** A text as stretches of at most `LONGEST` characters, each but the last up to where one may divide it. */
export function stretches(text: string): string[] {
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > LONGEST) {
    const length = divideAt(text.slice(start, start + LONGEST));
    parts.push(text.slice(start, start + length));
    start += length;
  }
  parts.push(text.slice(start));
  return parts;
}

/** Behind the last line of a text that goes on, else behind its last sentence or space, never inside of a character. */
function divideAt(text: string): number {
  const line = text.lastIndexOf('\n') + 1;
  const gap = line || Math.max(text.lastIndexOf(' '), text.lastIndexOf('。')) + 1;
  if (gap > 0) return gap;
  return (text.charCodeAt(text.length - 1) & 0xfc00) === 0xd800 ? text.length - 1 : text.length;
}
