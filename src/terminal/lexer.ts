import { Lexer, Marked, type MarkedExtension, type Token, type Tokens } from 'marked';
import { guardedRules } from './block-rules.ts';
import { BoundedLexer } from './bounded-lexer.ts';
import { emphasisSpans, type Span } from './emphasis.ts';

/** A footnote's definition, as our extension of marked gives it. */
export interface FootnoteToken {
  type: 'footnote';
  raw: string;
  label: string;
  tokens: Token[];
}

/** A reference to a footnote. */
export interface NoteToken {
  type: 'note';
  raw: string;
  label: string;
}

const DEFINITION =
  /^ {0,3}\[\^([^\]\s]+)\]:[ \t]*([^\n]*(?:\n|$)(?:[ \t]*\n(?=(?: {2,}|\t)\S)|(?: {2,}|\t)[^\n]*(?:\n|$)|(?![ \t]*(?:\n|$)|#{1,6} |>|[-*+] |\d+[.)] |```|~~~| {0,3}\[\^)[^\n]+(?:\n|$))*)/;

/** Spans of a masked line; the lexer asks again for each mark of it. */
let spanCache = new Map<string, Map<number, Span>>();
/** Labels defined in the document being lexed, in lower case. */
let defined = new Set<string>();

function spanAt(src: string, masked: string): Span | undefined {
  let spans = spanCache.get(masked);
  if (!spans) {
    spans = emphasisSpans(masked);
    spanCache.set(masked, spans);
  }
  const start = masked.length - src.length;
  const span = spans.get(start);
  return span && { ...span, start: 0, end: span.end - start };
}

const emphasis: MarkedExtension = {
  gfm: true,
  tokenizer: {
    emStrong(src, masked) {
      if (src[0] !== '*' && src[0] !== '_') return undefined;
      const span = spanAt(src, masked);
      if (!span) return undefined;
      const raw = src.slice(0, span.end);
      const text = raw.slice(span.size, -span.size);
      const type = span.size === 2 ? 'strong' : 'em';
      return { type, raw, text, tokens: this.lexer.inlineTokens(text) } as Tokens.Strong | Tokens.Em;
    },
    del(src, masked) {
      if (src[0] !== '~') return undefined;
      const span = spanAt(src, masked);
      if (!span) return undefined;
      const raw = src.slice(0, span.end);
      const text = raw.slice(span.size, -span.size);
      return { type: 'del', raw, text, tokens: this.lexer.inlineTokens(text) };
    },
  },
};

const footnotes: MarkedExtension = {
  extensions: [
    {
      name: 'footnote',
      level: 'block',
      start: (src) => {
        const at = src.search(/\n {0,3}\[\^/);
        return at < 0 ? undefined : at + 1;
      },
      tokenizer(src) {
        const match = DEFINITION.exec(src);
        if (!match) return undefined;
        const label = match[1] ?? '';
        defined.add(label.toLowerCase());
        const body = (match[2] ?? '').replace(/\n(?: {1,4}|\t)/g, '\n');
        const token: FootnoteToken = { type: 'footnote', raw: match[0], label, tokens: [] };
        this.lexer.blockTokens(body, token.tokens);
        return token;
      },
    },
    {
      name: 'note',
      level: 'inline',
      start: (src) => {
        const at = src.indexOf('[^');
        return at < 0 ? undefined : at;
      },
      tokenizer(src) {
        const match = /^\[\^([^\]\s]+)\]/.exec(src);
        const label = match?.[1] ?? '';
        if (!match || !defined.has(label.toLowerCase())) return undefined;
        return { type: 'note', raw: match[0], label } satisfies NoteToken;
      },
    },
  ],
};

const plain = new Marked(emphasis);
/** marked looks through the rest of the text at every step for what an extension may begin with. */
const withFootnotes = new Marked(emphasis, footnotes);

const block = guardedRules(Lexer.rules.block.gfm);

/**
 * marked's tokens of a Markdown text (CommonMark and GFM), with CJK-friendly emphasis and footnotes.
 * Not re-entrant; lexing is synchronous.
 */
export function lex(markdown: string): Token[] {
  spanCache = new Map();
  defined = new Set();
  const { defaults } = markdown.includes('[^') ? withFootnotes : plain;
  const lexer = new BoundedLexer(defaults);
  const { tokenizer } = lexer.options;
  if (tokenizer) tokenizer.rules = { ...tokenizer.rules, block };
  return lexer.lex(markdown);
}
