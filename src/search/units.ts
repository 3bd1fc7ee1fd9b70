/** A Latin word (one part of a camelCase or hyphenated name) or one Chinese character of a text. */
export interface Unit {
  /** Lower case, half width; a Latin word without its plural ending. */
  readonly text: string;
  /** Offsets of UTF-16 in the text as given. */
  readonly start: number;
  readonly end: number;
  readonly han: boolean;
  /** Nothing but a joint (a change of case, `-`, `_`, `.`, `/`, `'`) stands between it and the unit before. */
  readonly joined: boolean;
  /** Punctuation or a line break stands before it: no name reaches across. */
  readonly apart: boolean;
}

/**
 * The units of a text in order, the same for cards and queries: width and case folded, camelCase and hyphenated
 * names in their parts, Chinese character by character. Offsets point into `text`.
 */
export function unitsOf(text: string): Unit[] {
  const units: Unit[] = [];
  let joined = false;
  let apart = true;
  let at = 0;
  const push = (word: string, start: number, end: number, han: boolean): void => {
    // The plural of an abbreviation is clear from its case: IPs, PVCs.
    const one =
      !han && /[A-Z\uff21-\uff3a]s$/.test(text.slice(start, end)) ? word.slice(0, -1) : singular(word);
    units.push({ text: han ? word : one, start, end, han, joined, apart });
    joined = !han;
    apart = false;
  };
  while (at < text.length) {
    const kind = classOf(text.charCodeAt(at));
    if (kind === CLASS.letter) {
      at = latinRun(text, at, (word, start, end) => push(word, start, end, false));
    } else if (kind === CLASS.han) {
      push(text.charAt(at), at, at + 1, true);
      at += 1;
    } else if (kind === CLASS.joint) {
      at += 1;
    } else {
      joined = false;
      if (kind !== CLASS.blank) apart = true;
      const size = (text.codePointAt(at) as number) > 0xffff ? 2 : 1;
      const folded = kind === CLASS.rare ? foldRare(text.slice(at, at + size)) : '';
      if (folded !== '') push(folded, at, at + size, isScriptHan(folded));
      at += size;
    }
  }
  return units;
}

/** A regular expression with a property class costs half a millisecond to make, so it is made where it is needed. */
function isScriptHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

/** What a character is to a text. */
export const CLASS = { other: 0, letter: 1, han: 2, joint: 3, blank: 4, rare: 5 } as const;

/** The class of a UTF-16 unit: letters and digits, Chinese, joints of names, blanks, punctuation, all else. */
export function classOf(unit: number): number {
  const code = fold(unit);
  if (isWordCode(code)) return CLASS.letter;
  if (isHan(code)) return CLASS.han;
  if (isJoint(code)) return CLASS.joint;
  if (isBlank(code)) return CLASS.blank;
  return code > 0x7f && !isPunctuation(code) ? CLASS.rare : CLASS.other;
}

/** Feeds the parts of the run of letters and digits at `from`; returns where it ends. */
function latinRun(
  text: string,
  from: number,
  push: (word: string, start: number, end: number) => void,
): number {
  let word = '';
  let start = from;
  let at = from;
  for (; at < text.length; at++) {
    const code = fold(text.charCodeAt(at));
    if (!isWordCode(code)) break;
    if (at > start && startsPart(text, at)) {
      push(word, start, at);
      word = '';
      start = at;
    }
    word += String.fromCharCode(isUpper(code) ? code + 32 : code);
  }
  // C++, C#: the signs are part of the name.
  while (at < text.length && (text[at] === '+' || text[at] === '#')) word += text[at++];
  push(word, start, at);
  return at;
}

/** A capital after a small letter, or the last capital of several before a small letter: `podIP`, `HTTPRoute`. */
function startsPart(text: string, at: number): boolean {
  const here = fold(text.charCodeAt(at));
  if (!isUpper(here)) return false;
  const before = fold(text.charCodeAt(at - 1));
  if (isLower(before)) return true;
  const after = fold(text.charCodeAt(at + 1));
  // "APIs", "CRDs" are plurals, not "AP" + "Is".
  const plural = after === 0x73 && !isLower(fold(text.charCodeAt(at + 2)));
  return isUpper(before) && isLower(after) && !plural;
}

/** A Latin word without its plural ending; words that only look plural (`ingress`, `status`, `redis`) stay. */
export function singular(word: string): string {
  const size = word.length;
  if (size < 4 || word.charCodeAt(size - 1) !== 0x73 || /\d|(?:ss|us|sis|dis|https)$/.test(word)) return word;
  if (size > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

/** What the forms of an English verb have in common: `schedule`, `scheduled`, `scheduling` → `schedul`. */
export function stem(word: string): string {
  // In a number each digit says something: 10000 is no form of 1000.
  if (word.length < 5 || word.charCodeAt(word.length - 1) <= 0x39) return word;
  let base = word;
  if (base.length > 5 && base.endsWith('ing')) base = base.slice(0, -3);
  else if (base.endsWith('ed')) base = base.slice(0, -2);
  const last = base.charCodeAt(base.length - 1);
  if (base.length > 3 && last === base.charCodeAt(base.length - 2) && last !== 0x73) return base.slice(0, -1);
  return base.length > 4 && last === 0x65 ? base.slice(0, -1) : base;
}

/** The form under which names are compared: all units joined, so that spaces and hyphens do not matter. */
export function joinedKey(text: string): string {
  return unitsOf(text)
    .map((unit) => unit.text)
    .join('');
}

function fold(code: number): number {
  return code >= 0xff01 && code <= 0xff5e ? code - 0xfee0 : code;
}

/** Rare forms (ligatures, circled digits, accents) through Unicode's compatibility form. */
function foldRare(character: string): string {
  return character
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

function isWordCode(code: number): boolean {
  return isLower(code) || isUpper(code) || (code >= 0x30 && code <= 0x39);
}

function isLower(code: number): boolean {
  return code >= 0x61 && code <= 0x7a;
}

function isUpper(code: number): boolean {
  return code >= 0x41 && code <= 0x5a;
}

export function isHan(code: number): boolean {
  return (code >= 0x4e00 && code <= 0x9fff) || (code >= 0x3400 && code <= 0x4dbf);
}

function isJoint(code: number): boolean {
  return code === 0x2d || code === 0x5f || code === 0x2e || code === 0x2f || code === 0x27 || code === 0x2019;
}

/** Punctuation of Chinese and of books, which nothing is folded from. */
function isPunctuation(code: number): boolean {
  return (code >= 0x3001 && code <= 0x3003) || (code >= 0x3008 && code <= 0x3011) || isDashOrQuote(code);
}

function isDashOrQuote(code: number): boolean {
  return code >= 0x2010 && code <= 0x2027;
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x3000 || code === 0x60 || code === 0x2a || code === 0xa0;
}
