import type { Inline } from './blocks.ts';
import { BREAKS, breakBetween } from './breaking.ts';
import { hangs } from './kinsoku.ts';
import { leastWidth } from './least-width.ts';
import { type Piece, piecesOf, type Waiting } from './pieces.ts';
import {
  CODE,
  type Filling,
  HAN,
  HARD_BREAK,
  LATIN,
  OWN,
  type Prose,
  packExtent,
  packStyle,
  packUnit,
  SIGN,
  type Slot,
  WIDE,
} from './prose.ts';
import { insideWord } from './words.ts';

const KINDS = { han: HAN, wide: WIDE, sign: SIGN, latin: LATIN, code: CODE } as const;

/** What speaks against a break after each piece. */
function breaksOf(pieces: readonly Piece[]): Uint8Array {
  const breaks = new Uint8Array(pieces.length);
  for (let i = 0; i < pieces.length; i++) {
    const [left, right] = [pieces[i] as Piece, pieces[i + 1]];
    breaks[i] = left.forced ? HARD_BREAK : right ? breakBetween(left, right) : BREAKS.pause;
  }
  keepWords(pieces, breaks);
  return breaks;
}

/** Speaks against breaks inside of Chinese words. */
function keepWords(pieces: readonly Piece[], breaks: Uint8Array): void {
  for (let from = 0; from < pieces.length; from++) {
    if (pieces[from]?.kind !== 'han') continue;
    let to = from;
    let text = '';
    do text += pieces[to++]?.text;
    while (pieces[to]?.kind === 'han' && pieces[to - 1]?.glue === 0 && !pieces[to - 1]?.forced);
    if (to - from > 1) {
      const inside = insideWord(text);
      for (let at = from; at + 1 < to; at++) if (inside[at - from]) breaks[at] = BREAKS.word;
    }
    from = to - 1;
  }
}

/** Collects the parts of prose piece by piece. */
class Composer {
  text = '';
  width = 0;
  readonly units: number[] = [];
  readonly spans: number[] = [];
  readonly hrefs: string[] = [];
  readonly slots: Slot[] = [];

  /** Pieces from `from` up to `to` as one unit: a piece by itself, or the characters of a Chinese word. */
  unit(pieces: readonly Piece[], from: number, to: number, after: number): void {
    const first = pieces[from] as Piece;
    const { glue } = pieces[to - 1] as Piece;
    const start = this.text.length;
    let width = 0;
    for (let i = from; i < to; i++) {
      const piece = pieces[i] as Piece;
      if (piece.slot) this.#slot(piece, piece.slot);
      else if (piece.text !== '') this.#span(piece.text.length, this.#style(piece));
      this.text += piece.text;
      width += piece.width;
    }
    const length = this.text.length - start;
    const hang = to - from === 1 && hangs(first.text);
    this.units.push(packUnit(width, KINDS[first.kind], after, hang), packExtent(length, glue));
    this.width += width + glue;
  }

  /** The spaces after a piece. */
  glue({ glue, style, href }: Piece, next: Piece | undefined): void {
    if (glue === 0) return;
    const joined = next === undefined || (next.style === style && next.href === href);
    this.#span(glue, joined ? (this.spans.at(-1) ?? 0) : OWN);
    this.text += ' '.repeat(glue);
  }

  #style({ style, href }: Piece): number {
    if (href === undefined) return style;
    let number = this.hrefs.indexOf(href) + 1;
    if (number === 0) number = this.hrefs.push(href);
    return packStyle(style, number);
  }

  #span(length: number, style: number): void {
    const last = this.spans.length - 2;
    if (this.spans[last + 1] === style && this.spans[last] !== 0)
      this.spans[last] = (this.spans[last] ?? 0) + length;
    else this.spans.push(length, style);
  }

  #slot(piece: Piece, waiting: Waiting): void {
    this.spans.push(0, piece.style);
    const filling: Filling =
      waiting.type === 'reference' ? { ...waiting, target: targetOf(waiting.href, waiting.title) } : waiting;
    this.slots.push({
      unit: this.units.length / 2,
      span: this.spans.length / 2 - 1,
      at: this.text.length,
      filling,
    });
  }
}

/** What a list of links says of one. */
export function targetOf(href: string, title: string): Prose {
  return compose([{ type: 'text', text: title ? `${href} ${title}` : href }]);
}

/** Pieces as prose; `indent` spaces stand before them. */
export function proseOf(pieces: readonly Piece[], indent = 0): Prose {
  const composer = new Composer();
  if (indent > 0) composer.glue({ glue: indent } as Piece, undefined);
  const breaks = breaksOf(pieces);
  for (let from = 0; from < pieces.length; ) {
    let to = from + 1;
    while (breaks[to - 1] === BREAKS.word) to++;
    composer.unit(pieces, from, to, breaks[to - 1] as number);
    composer.glue(pieces[to - 1] as Piece, pieces[to]);
    from = to;
  }
  const { text, units, spans, hrefs, slots } = composer;
  const last = pieces.at(-1);
  return {
    text,
    width: indent + composer.width - (last?.glue ?? 0),
    least: leastWidth({ units }),
    units,
    spans: spans.length === 2 && spans[1] === 0 ? [] : spans,
    ...(hrefs.length > 0 && { hrefs }),
    ...(slots.length > 0 && { slots }),
    ...(breaks.includes(HARD_BREAK) && { forced: true }),
    ...(indent > 0 && { indent }),
  };
}

/** Inlines as prose. */
export function compose(inlines: readonly Inline[]): Prose {
  return proseOf(piecesOf(inlines));
}
