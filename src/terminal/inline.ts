import type { Token } from 'marked';
import type { Emphasis, Inline } from './blocks.ts';
import { DEEPEST } from './bounded-lexer.ts';
import { decodeEntities } from './entities.ts';
import { attribute, type HtmlPiece, htmlPieces } from './html.ts';
import type { NoteToken } from './lexer.ts';
import { plainInline } from './plain.ts';
import { visible, visibleLine } from './sanitize.ts';

/** Gives a footnote its number. */
export type NumberOf = (label: string) => string;

/** A finished inline, or a tag of raw HTML whose partner is still to be found. */
export type Part = Inline | Exclude<HtmlPiece, { type: 'comment' | 'text' }>;

const EMPHASIS = new Map<string, Emphasis>(
  Object.entries({
    b: 'strong',
    strong: 'strong',
    i: 'em',
    em: 'em',
    cite: 'em',
    dfn: 'em',
    var: 'em',
    u: 'underline',
    ins: 'underline',
    s: 'del',
    del: 'del',
    strike: 'del',
    mark: 'mark',
  } as const),
);

/** Elements that change nothing that a terminal could show. */
const TRANSPARENT = new Set(
  'span font small big center abbr q label time bdi bdo nobr p div section ruby rb rp rt'.split(' '),
);

const text = (value: string): Inline => ({ type: 'text', text: visible(value) });

function link(href: string, title: string | null | undefined, body: readonly Inline[]): Inline {
  return {
    type: 'link',
    href: visibleLine(decodeEntities(href)),
    title: visibleLine(decodeEntities(title ?? '')),
    body,
  };
}

function image(href: string, title: string | null | undefined, alt: string): Inline {
  const shown = alt || decodeEntities(href).split(/[?#]/)[0]?.split('/').pop() || '';
  return { ...(link(href, title, [text(shown)]) as Extract<Inline, { type: 'link' }>), image: true };
}

function partsOf(token: Token, numberOf: NumberOf): Part[] {
  switch (token.type) {
    case 'text':
      return token['tokens'] ? partsOfAll(token['tokens'], numberOf) : [text(decodeEntities(token.raw))];
    case 'escape':
      return [text(token['text'])];
    case 'codespan':
      return [{ type: 'code', text: visibleLine(token['text']) }];
    case 'strong':
    case 'em':
    case 'del':
      return [{ type: token.type, body: inlineOf(token.tokens ?? [], numberOf) }];
    case 'link':
      return [link(token['href'], token['title'], inlineOf(token.tokens ?? [], numberOf))];
    case 'image':
      return [image(token['href'], token['title'], plainInline(inlineOf(token.tokens ?? [], numberOf)))];
    case 'br':
      return [{ type: 'break' }];
    case 'html':
      return htmlParts(htmlPieces(token.raw));
    case 'note':
      return [{ type: 'note', label: numberOf((token as unknown as NoteToken).label) }];
    case 'checkbox':
      return [];
    default:
      return [text(token.raw)];
  }
}

function partsOfAll(tokens: readonly Token[], numberOf: NumberOf): Part[] {
  return tokens.flatMap((token) => partsOf(token, numberOf));
}

/** Pieces of raw HTML as parts: entities decoded, comments left out. */
export function htmlParts(pieces: readonly HtmlPiece[]): Part[] {
  return pieces.flatMap((piece): Part[] => {
    if (piece.type === 'comment') return [];
    return piece.type === 'text' ? [text(decodeEntities(piece.text))] : [piece];
  });
}

interface Frame {
  readonly open: Extract<HtmlPiece, { type: 'open' }> | undefined;
  readonly body: Inline[];
}

/** An element without content, or undefined when the tag must find its partner first. */
function voidElement(tag: Extract<HtmlPiece, { type: 'open' }>): Inline[] | undefined {
  if (tag.name === 'br') return [{ type: 'break' }];
  if (tag.name === 'wbr') return [];
  if (tag.name !== 'img') return undefined;
  return [
    image(
      attribute(tag.attributes, 'src'),
      attribute(tag.attributes, 'title'),
      attribute(tag.attributes, 'alt'),
    ),
  ];
}

function isKnown(name: string): boolean {
  return EMPHASIS.has(name) || TRANSPARENT.has(name) || /^(?:a|code|tt|samp|kbd|sub|sup)$/.test(name);
}

function element(tag: Extract<HtmlPiece, { type: 'open' }>, body: readonly Inline[]): readonly Inline[] {
  const emphasis = EMPHASIS.get(tag.name);
  if (emphasis) return [{ type: emphasis, body }];
  if (tag.name === 'kbd') return [{ type: 'key', text: plainInline(body) }];
  if (/^(?:code|tt|samp)$/.test(tag.name)) return [{ type: 'code', text: plainInline(body) }];
  if (tag.name === 'sup') return [text('^'), ...body];
  if (tag.name === 'sub') return [text('_'), ...body];
  if (tag.name !== 'a') return body;
  const href = attribute(tag.attributes, 'href');
  return href ? [link(href, attribute(tag.attributes, 'title'), body)] : body;
}

/** A call takes so many arguments only as the stack holds: items of a text are added one by one. */
export function append<T>(to: T[], ...lists: readonly (readonly T[])[]): void {
  for (const list of lists) for (const item of list) to.push(item);
}

/** Ends frames that never found their closing tag: the tag stays as it was written, so that `<NodeIP>` is not lost. */
function spill(frames: Frame[], depth: number): void {
  while (frames.length > depth) {
    const frame = frames.pop();
    if (frame?.open) append(frames.at(-1)?.body ?? [], [text(frame.open.raw)], frame.body);
  }
}

/** Pairs the tags of raw HTML; an unknown tag or one without a partner is shown as written. */
export function foldHtml(parts: readonly Part[]): Inline[] {
  const root: Frame = { open: undefined, body: [] };
  const frames = [root];
  for (const part of parts) {
    const top = frames.at(-1) ?? root;
    if (part.type === 'open') {
      const done = voidElement(part);
      if (done) append(top.body, done);
      else if (isKnown(part.name) && frames.length <= DEEPEST) frames.push({ open: part, body: [] });
      else top.body.push(text(part.raw));
    } else if (part.type === 'close') {
      const depth = frames.findLastIndex((frame) => frame.open?.name === part.name);
      if (depth < 1) {
        top.body.push(text(part.raw));
        continue;
      }
      spill(frames, depth + 1);
      const frame = frames.pop();
      if (frame?.open) append(frames.at(-1)?.body ?? [], element(frame.open, frame.body));
    } else {
      top.body.push(part);
    }
  }
  spill(frames, 1);
  return root.body;
}

/** marked's inline tokens as inlines. */
export function inlineOf(tokens: readonly Token[] | undefined, numberOf: NumberOf): Inline[] {
  const parts = partsOfAll(tokens ?? [], numberOf);
  return parts.some((part) => part.type === 'open' || part.type === 'close')
    ? foldHtml(parts)
    : (parts as Inline[]);
}
