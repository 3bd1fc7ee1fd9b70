/**
 * The plain text of one line of Markdown: code spans, emphasis, links, images, tags and comments
 * give way to their text; escapes and the common entities are resolved. One pass, linear in the line.
 */
export function plainText(markdown: string): string {
  SPECIAL.lastIndex = 0;
  if (!SPECIAL.test(markdown)) return withoutRuns(markdown).trim();
  const { ticks, lastParen, lastComment } = closersOf(markdown);
  const state: State = { out: [], open: [], brackets: 0, ticks, lastParen, lastComment };
  const { out } = state;
  let at = 0;
  while (at < markdown.length) {
    const taken = takeAt(markdown, at, state);
    if (taken > 0) {
      at += taken;
      continue;
    }
    const next = nextSpecial(markdown, at + 1);
    out.push(markdown.slice(at, next));
    at = next;
  }
  return withoutRuns(out.join('')).trim();
}

/** Runs of spaces and tabs as one space. */
function withoutRuns(text: string): string {
  return /\t| {2}/.test(text) ? text.replace(/[ \t]+/g, ' ') : text;
}

/** Text as Markdown that `plainText` reads back: every character with a meaning gets a backslash. */
export function escapeInline(text: string): string {
  return text.replace(/[\\`*_[\]<>&~#|!]/g, '\\$&');
}

/** Text without `<!-- … -->`; an unclosed comment stays. Linear, whatever it is fed. */
export function withoutComments(text: string): string {
  let out = '';
  let at = 0;
  for (;;) {
    const start = text.indexOf('<!--', at);
    const end = start < 0 ? -1 : text.indexOf('-->', start + 4);
    if (end < 0) return out + text.slice(at);
    out += text.slice(at, start);
    at = end + 3;
  }
}

interface Open {
  readonly kind: string;
  /** Position in `out` of the mark, blanked when its partner is found. */
  readonly at: number;
}

interface State extends Closers {
  readonly out: string[];
  readonly open: Open[];
  /** How many of `open` are brackets: without any, no search for one. */
  brackets: number;
}

interface Closers {
  /** Next run of that many backticks, by length, ascending positions. */
  readonly ticks: Map<number, number[]>;
  readonly lastParen: number;
  readonly lastComment: number;
}

const SPECIAL = /[\\`*_[\]!<&~]/g;
const WORD = /[\p{L}\p{N}]/u;
const ESCAPABLE = /[!-/:-@[-`{-~]/;
const TAG = /<\/?(?:a|b|br|code|del|em|font|i|img|kbd|mark|s|small|span|strong|sub|sup|u)(?:\s[^<>]*)?\/?>/iy;
const ENTITY = /&(amp|lt|gt|quot|nbsp|#39);/y;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  '#39': "'",
};
/** A link's address longer than this is text. */
const LONGEST_ADDRESS = 2000;

function nextSpecial(text: string, from: number): number {
  SPECIAL.lastIndex = from;
  return SPECIAL.exec(text)?.index ?? text.length;
}

function closersOf(text: string): Closers {
  const ticks = new Map<number, number[]>();
  if (!text.includes('`'))
    return { ticks, lastParen: text.lastIndexOf(')'), lastComment: text.lastIndexOf('-->') };
  for (const run of text.matchAll(/`+/g)) {
    const places = ticks.get(run[0].length) ?? [];
    places.push(run.index);
    ticks.set(run[0].length, places);
  }
  for (const places of ticks.values()) places.reverse();
  return { ticks, lastParen: text.lastIndexOf(')'), lastComment: text.lastIndexOf('-->') };
}

/** Handles the mark at `at`; gives how many characters it took, 0 when it is plain text. */
function takeAt(text: string, at: number, state: State): number {
  const char = text.charAt(at);
  if (char === '\\') return takeEscape(text, at, state);
  if (char === '`') return takeCode(text, at, state);
  if (char === '*' || char === '_' || char === '~') return takeEmphasis(text, at, state);
  if (char === '<') return takeAngle(text, at, state);
  if (char === '&') return takeEntity(text, at, state);
  if (char === '[' || (char === '!' && text.charAt(at + 1) === '[')) {
    state.open.push({ kind: '[', at: state.out.length });
    state.brackets++;
    state.out.push(char === '!' ? '![' : '[');
    return char === '!' ? 2 : 1;
  }
  return char === ']' ? takeLinkEnd(text, at, state) : 0;
}

function takeEscape(text: string, at: number, { out }: State): number {
  const next = text.charAt(at + 1);
  if (next === '' || !ESCAPABLE.test(next)) return 0;
  out.push(next);
  return 2;
}

function takeCode(text: string, at: number, { out, ticks }: State): number {
  let length = 1;
  while (text.charAt(at + length) === '`') length++;
  const places = ticks.get(length) ?? [];
  while (places.length > 0 && (places.at(-1) as number) <= at) places.pop();
  const close = places.at(-1);
  if (close === undefined) {
    out.push('`'.repeat(length));
    return length;
  }
  const inner = text.slice(at + length, close);
  out.push(/^ .*\S.* $/s.test(inner) ? inner.slice(1, -1) : inner);
  return close + length - at;
}

function takeEmphasis(text: string, at: number, { out, open }: State): number {
  const char = text.charAt(at);
  let length = 1;
  while (text.charAt(at + length) === char) length++;
  const run = char.repeat(length);
  const inWord = WORD.test(text.charAt(at - 1)) && WORD.test(text.charAt(at + length));
  if ((char === '_' && inWord) || length > 3 || (char === '~' && length !== 2)) {
    out.push(run);
    return length;
  }
  const partner = open.at(-1);
  if (partner?.kind === run && partner.at < out.length - 1) {
    open.pop();
    out[partner.at] = '';
    return length;
  }
  open.push({ kind: run, at: out.length });
  out.push(run);
  return length;
}

function takeAngle(text: string, at: number, { lastComment }: State): number {
  if (text.startsWith('<!--', at) && lastComment > at) {
    const end = text.indexOf('-->', at + 4);
    if (end >= 0) return end + 3 - at;
  }
  TAG.lastIndex = at;
  return TAG.exec(text)?.[0].length ?? 0;
}

function takeEntity(text: string, at: number, { out }: State): number {
  ENTITY.lastIndex = at;
  const match = ENTITY.exec(text);
  if (!match) return 0;
  const name = match[1] ?? '';
  out.push((Object.hasOwn(ENTITIES, name) ? ENTITIES[name] : undefined) ?? match[0]);
  return match[0].length;
}

/** `](address)` closes the nearest `[`: both marks and the address go, what stood between stays. */
function takeLinkEnd(text: string, at: number, state: State): number {
  if (state.brackets === 0) return 0;
  const start = state.open.findLastIndex((mark) => mark.kind === '[');
  const mark = state.open[start] as Open;
  state.open.length = start;
  state.brackets--;
  if (text.charAt(at + 1) !== '(' || state.lastParen <= at) return 0;
  const address = /^\((?:[^()\n]|\([^()\n]*\))*\)/.exec(text.slice(at + 1, at + 1 + LONGEST_ADDRESS));
  if (!address) return 0;
  state.out[mark.at] = '';
  return address[0].length + 1;
}
