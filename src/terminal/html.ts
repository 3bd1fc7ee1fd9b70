import { decodeEntities } from './entities.ts';

/** One piece of raw HTML. */
export type HtmlPiece =
  | { readonly type: 'open'; readonly name: string; readonly raw: string; readonly attributes: string }
  | { readonly type: 'close'; readonly name: string; readonly raw: string }
  | { readonly type: 'comment' }
  | { readonly type: 'text'; readonly text: string };

const PIECE =
  /<!--(?:>|->|[\s\S]*?(?:-->|$))|<(\/?)([a-zA-Z][\w-]*)((?:\s+[a-zA-Z_:@][\w.:-]*(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/g;

/** Splits raw HTML into tags, comments and text; what is not a well-formed tag is text. */
export function htmlPieces(html: string): HtmlPiece[] {
  const pieces: HtmlPiece[] = [];
  let last = 0;
  const text = (end: number): void => {
    if (end > last) pieces.push({ type: 'text', text: html.slice(last, end) });
  };
  for (const match of html.matchAll(PIECE)) {
    text(match.index);
    last = match.index + match[0].length;
    const [raw, slash, name = '', attributes = ''] = match;
    if (!name) pieces.push({ type: 'comment' });
    else if (slash) pieces.push({ type: 'close', name: name.toLowerCase(), raw });
    else pieces.push({ type: 'open', name: name.toLowerCase(), raw, attributes });
  }
  text(html.length);
  return pieces;
}

/** Value of an attribute of a tag, entities decoded; empty when it is not there. */
export function attribute(attributes: string, name: string): string {
  const match = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)'|([^\\s"'=<>\`]+))`, 'i').exec(
    attributes,
  );
  return decodeEntities(match?.[1] ?? match?.[2] ?? match?.[3] ?? '');
}
