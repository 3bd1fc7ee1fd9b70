import { plainText } from './inline.ts';

/** A heading's text after the damage was taken off. */
export interface CleanHeading {
  /** Markdown of the title. */
  readonly text: string;
  /** Address that hung on the title by a broken link, or ''. */
  readonly url: string;
  /** Brackets without a partner were dropped. */
  readonly brackets: boolean;
  /** The whole title was bold. */
  readonly bold: boolean;
}

/** Longer lines are no titles: they are left as they are. */
export const LONGEST_TITLE = 500;

/** Without any of these there is nothing to take off a title. */
const DAMAGED = /[[\]*_]|https?:\/\/|www\./;
const ADDRESS = /(?:https?:\/\/|www\.)[^\s()（）<>[\]【】]+/g;
const WHOLE_LINK = /^!?\[[^[\]]*\]\([^()\s]*\)$/;

/** Takes a broken link, stray brackets and bold marks off a title; a sound title comes back as it was. */
export function cleanHeading(raw: string): CleanHeading {
  const whole = raw.trim();
  if (whole.length > LONGEST_TITLE || !DAMAGED.test(whole))
    return { text: whole, url: '', brackets: false, bold: false };
  const outer = unbold(whole);
  const link = splitBrokenLink(outer);
  const balanced = dropStrayBrackets(link.text);
  const inner = unbold(balanced);
  return {
    text: inner,
    url: link.url,
    brackets: balanced !== link.text || link.url !== '',
    bold: outer !== whole || inner !== balanced,
  };
}

/** Title as plain text, on one line. */
export function titleOf(markdown: string): string {
  const plain = plainText(markdown);
  // `plainText` has made single spaces of spaces and tabs, and trimmed.
  return /[^\S ]| {2}/.test(plain) ? plain.replace(/\s+/g, ' ').trim() : plain;
}

/** `[title]](address)`, `title](address`, `[title]（address）`: the title and the address. */
function splitBrokenLink(text: string): { text: string; url: string } {
  if (WHOLE_LINK.test(text)) return { text, url: '' };
  const address = [...text.matchAll(ADDRESS)].at(-1);
  if (!address) return splitRelativeLink(text);
  const before = text.slice(0, address.index);
  const after = text.slice(address.index + address[0].length);
  if (!/^[\s()（）<>[\]【】]*$/.test(after)) return { text, url: '' };
  const title = before.replace(/[\s[\]【】(（<]*$/, '');
  const tail = before.slice(title.length);
  const sound = tail === '](' && after === ')' && bracketsOf(`${before}]`).stray.length === 0;
  if (sound || title.trim() === '' || !/[[\]【】(（<]/.test(tail)) return { text, url: '' };
  // The bracket that opens the link text may stand anywhere in front; dropping strays removes it.
  return { text: /\]|】/.test(tail) ? dropOpening(title) : title, url: address[0] };
}

/** A doubled bracket before any address, such as `[title]](./page.html)`. */
function splitRelativeLink(text: string): { text: string; url: string } {
  const match = /^(\[?[^[\]]+)\]\]+\s*[(（]([^()（）\s]{1,300})[)）]?\]?$/.exec(text);
  return match?.[1] && match[2] ? { text: dropOpening(match[1]), url: match[2] } : { text, url: '' };
}

function dropOpening(title: string): string {
  return title.replace(/^(\*{0,3})\s*\[+/, '$1');
}

/** Brackets without a partner go; pairs stay, they may be a link or belong to the words. */
function dropStrayBrackets(text: string): string {
  if (!/[[\]]/.test(text) || WHOLE_LINK.test(text)) return text;
  const { stray } = bracketsOf(text);
  return stray.length === 0
    ? text
    : [...text]
        .filter((_, index) => !stray.includes(index))
        .join('')
        .trim();
}

/** Positions (in code points) of square brackets without a partner; escaped ones and code do not count. */
function bracketsOf(text: string): { stray: number[] } {
  const open: number[] = [];
  const stray: number[] = [];
  let code = false;
  const chars = [...text];
  chars.forEach((char, index) => {
    if (char === '`') code = !code;
    if (code || chars[index - 1] === '\\') return;
    if (char === '[') open.push(index);
    else if (char === ']' && open.pop() === undefined) stray.push(index);
  });
  return { stray: [...stray, ...open] };
}

/** `**title**` and a title with a bold mark at one end only. */
function unbold(text: string): string {
  const match = /^(\*\*|__)(.*)\1$/s.exec(text);
  if (match?.[2] && !match[2].includes(match[1] as string)) return match[2].trim();
  const marks = text.split('**').length - 1;
  if (marks !== 1) return text;
  return text.startsWith('**') || text.endsWith('**') ? text.replace('**', '').trim() : text;
}
