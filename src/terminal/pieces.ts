import type { Inline } from './blocks.ts';
import { isHan, isHangul } from './kinsoku.ts';
import { type Filling, MOST_GLUE, type Reference } from './prose.ts';
import { BOLD, INVERSE, ITALIC, role, STRIKE, type Style, UNDERLINE, within } from './style.ts';
import { clusterEnd, clusterWidth, codeWidth, displayWidth, isAmbiguous, isLoneHan } from './width.ts';

/** What a slot will be filled with, as far as the pieces know it. */
export type Waiting = Exclude<Filling, Reference> | Omit<Reference, 'target'>;

/** The smallest thing that a line may begin with: a Han character, a Latin word, a mark, a span of code. */
export interface Piece {
  readonly text: string;
  readonly style: Style;
  readonly href: string | undefined;
  /** Columns, characters of ambiguous width counted as two: a line then fits on any terminal. */
  readonly width: number;
  readonly kind: 'han' | 'wide' | 'sign' | 'latin' | 'code';
  /** Spaces after it; they vanish at the end of a line. */
  glue: number;
  /** A hard break follows. */
  forced: boolean;
  /** The piece is empty until it is filled with this. */
  readonly slot?: Waiting;
}

const EMPHASIS_STYLES = {
  strong: BOLD,
  em: ITALIC,
  del: STRIKE,
  underline: UNDERLINE,
  mark: INVERSE,
} as const;

function kindOf(code: number, width: number): Piece['kind'] {
  if (isHan(code)) return 'han';
  if (isHangul(code)) return 'latin';
  if (width === 2 && codeWidth(code) === 2) return 'wide';
  return isAmbiguous(code) && !isLetter(code) ? 'sign' : 'latin';
}

/** Greek, Cyrillic and accented Latin are of ambiguous width but belong to words. */
function isLetter(code: number): boolean {
  return (
    (code >= 0xc0 && code < 0x2010 && code !== 0xd7 && code !== 0xf7) || (code >= 0x2100 && code < 0x2190)
  );
}

/** ASCII that no combining mark follows. */
const ASCII_WORD = /[!-~]+(?=$|[ \t\n]|[\u3001-\u3029\u4e00-\u9fff\uff01-\uff60])/y;

/** End of the word that begins at `start`: at a space, or at a character that is no part of words. */
function wordEnd(text: string, start: number): number {
  ASCII_WORD.lastIndex = start;
  if (ASCII_WORD.test(text)) return ASCII_WORD.lastIndex;
  let end = start;
  while (end < text.length) {
    const code = text.codePointAt(end) ?? 0;
    if (code === 0x20 || code === 0x0a || code === 0x09) break;
    const next = clusterEnd(text, end);
    if (code > 0x7f && kindOf(code, clusterWidth(text.slice(end, next), 2)) !== 'latin') break;
    end = next;
  }
  return end;
}

/** Collects pieces from styled text. */
export class Collector {
  readonly pieces: Piece[] = [];
  /** White space seen since the last piece: a line feed is a soft break. */
  #space: '' | ' ' | '\n' = '';

  add(text: string, style: Style, href: string | undefined): void {
    for (let i = 0; i < text.length; ) {
      const character = text[i] as string;
      if (character === ' ' || character === '\t' || character === '\n') {
        this.#space = character === '\n' && this.#space === '' ? '\n' : ' ';
        i++;
      } else if (isLoneHan(text, i)) {
        this.#push({ text: character, style, href, width: 2, kind: 'han', glue: 0, forced: false });
        i++;
      } else i = this.#piece(text, i, style, href);
    }
  }

  #piece(text: string, start: number, style: Style, href: string | undefined): number {
    const end = clusterEnd(text, start);
    const cluster = text.slice(start, end);
    const width = clusterWidth(cluster, 2);
    const kind = kindOf(text.codePointAt(start) ?? 0, width);
    if (kind !== 'latin') {
      this.#push({ text: cluster, style, href, width, kind, glue: 0, forced: false });
      return end;
    }
    const stop = wordEnd(text, start);
    const word = text.slice(start, stop);
    this.#push({ text: word, style, href, width: displayWidth(word, 2), kind, glue: 0, forced: false });
    return stop;
  }

  code(text: string, style: Style, href: string | undefined): void {
    this.#push({ text, style, href, width: displayWidth(text, 2), kind: 'code', glue: 0, forced: false });
  }

  /** An empty piece for a word of the layout. */
  slot(slot: Waiting, style: Style): void {
    this.#push({ text: '', style, href: undefined, width: 0, kind: 'code', glue: 0, forced: false, slot });
  }

  /** Puts so many spaces after the last piece, as code needs them. */
  space(columns: number): void {
    const last = this.pieces.at(-1);
    if (!last) return;
    last.glue = Math.min(columns, MOST_GLUE);
    if (columns > MOST_GLUE) this.code(' '.repeat(columns - MOST_GLUE), 0, undefined);
  }

  break(): void {
    const last = this.pieces.at(-1);
    if (last) last.forced = true;
    this.#space = '';
  }

  #push(piece: Piece): void {
    const last = this.pieces.at(-1);
    if (last && this.#space !== '') {
      const soft = this.#space === '\n' && joinsWithoutSpace(last, piece);
      last.glue = soft || last.forced ? 0 : 1;
    }
    this.#space = '';
    this.pieces.push(piece);
  }
}

/** A soft break in the source is no space between wide characters (`中文⏎中文`), nor beside a full-width mark. */
function joinsWithoutSpace(left: Piece, right: Piece): boolean {
  const wide = ({ kind }: Piece): boolean => kind === 'han' || kind === 'wide' || kind === 'sign';
  return left.kind === 'wide' || right.kind === 'wide' || (wide(left) && wide(right));
}

function collect(inlines: readonly Inline[], style: Style, href: string | undefined, to: Collector): void {
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text':
        to.add(inline.text, style, href);
        break;
      case 'code':
        to.code(inline.text, within(role('code'), style), href);
        break;
      case 'key':
        to.code(inline.text, style | INVERSE, href);
        break;
      case 'break':
        to.break();
        break;
      case 'note':
        to.slot({ type: 'note', label: inline.label }, within(role('quiet'), style));
        break;
      case 'link':
        collectLink(inline, style, to);
        break;
      default:
        collect(inline.body, style | EMPHASIS_STYLES[inline.type], href, to);
    }
  }
}

function collectLink(link: Extract<Inline, { type: 'link' }>, style: Style, to: Collector): void {
  const { href, title, body, image } = link;
  const quiet = within(role('quiet'), style);
  if (image) to.slot({ type: 'image' }, quiet);
  collect(body, within(role('link'), style), href, to);
  if (href !== '' && !href.startsWith('#') && !isBare(link))
    to.slot({ type: 'reference', href, title }, quiet);
}

/** The text of the link is its address already. */
function isBare({ href, title, body }: Extract<Inline, { type: 'link' }>): boolean {
  const [only, more] = body;
  if (title !== '' || more || only?.type !== 'text') return false;
  return [only.text, `http://${only.text}`, `mailto:${only.text}`].includes(href);
}

/** Inlines as pieces in reading order. */
export function piecesOf(inlines: readonly Inline[]): Piece[] {
  const collector = new Collector();
  collect(inlines, 0, undefined, collector);
  return collector.pieces;
}
