import { isHan, joinedKey } from './units.ts';

/** A name and what stands before the bracket that has it: a Latin name, or Chinese that ends with a name. */
export interface Definition {
  readonly before: string;
  readonly name: string;
}

/** Most characters of a bracket, or before it, that are looked at. */
const LONGEST = 48;
const MOST_WORDS = 5;
/** Most characters of a Chinese name. */
export const MOST_HAN = 8;
/** Chinese without a function word in it is one name up to this length. */
const SURE_HAN = 4;

/**
 * What a text defines: `写时复制（Copy On Write，COW）`, `AOF (Append Only File)`. A handbook explains its
 * abbreviations and its English so, and what it explains are names of one thing for whoever reads it. Linear.
 */
export function definitionsIn(text: string): Definition[] {
  const found: Definition[] = [];
  for (let at = nextBracket(text, 0); at >= 0; at = nextBracket(text, at + 1)) {
    const inside = bracketed(text, at);
    if (inside === undefined) continue;
    const before = text.slice(Math.max(0, at - LONGEST), at);
    // `f(x)` is no definition, `F (x)` may be one.
    const isCall = text[at] === '(' && /[A-Za-z0-9_$\])]$/.test(before);
    const names = namesIn(inside);
    for (const name of names) {
      const outer = outerName(before.replace(/[\s*_`"'”’》」]+$/, ''), name, isCall);
      if (outer !== '' && joinedKey(outer) !== joinedKey(name)) found.push({ before: outer, name });
    }
  }
  return found;
}

/** The names in a bracket; none when it is a list of examples. */
function namesIn(inside: string): string[] {
  if (inside.includes('、')) return [];
  const names = inside
    .split(/[，,;；/：:]/)
    .slice(0, 4)
    .map(nameOf)
    .filter(Boolean);
  const latin = names.filter((name) => LATIN.test(name));
  const [first = '', second = ''] = latin;
  const isList =
    latin.length > 1 && !isShortFor(first, wordsOf(second)) && !isShortFor(second, wordsOf(first));
  return isList || latin.length > 2 || names.length - latin.length > 1 ? [] : names;
}

function nextBracket(text: string, from: number): number {
  const wide = text.indexOf('（', from);
  const narrow = text.indexOf('(', from);
  return wide < 0 || narrow < 0 ? Math.max(wide, narrow) : Math.min(wide, narrow);
}

function bracketed(text: string, open: number): string | undefined {
  for (let at = open + 1; at < text.length && at - open <= LONGEST; at++) {
    const sign = text[at] as string;
    if (sign === ')' || sign === '）') return text.slice(open + 1, at);
    if (sign === '(' || sign === '（' || sign === '\n') return undefined;
  }
  return undefined;
}

const LEADS =
  /^(?:即|又称|也称|又叫|也叫|亦称|或称|简称|全称|英文名?|缩写|aka|a\.k\.a\.|also known as|or)[为是]?\s*/i;
const LATIN = /^[A-Za-z][A-Za-z0-9+#]*(?:[ ._-][A-Za-z0-9+#]+)*$/;
/** Versions and numbered examples: `JDK 1.8`, `col1`. */
const NUMBERED = /(?:^|[ ._-])(?:\d|[a-z]+\d+(?:$|[ ._-]))/;
const HAN = /^[\u4e00-\u9fff]+$/;

/** A part of a bracket as a name, or nothing when it is none. */
function nameOf(part: string): string {
  const name = part
    .replace(/[*`"'“”‘’]/g, '')
    .trim()
    .replace(LEADS, '');
  if (LATIN.test(name))
    return name.length > 1 && wordsOf(name).length <= MOST_WORDS && !NUMBERED.test(name) ? name : '';
  return HAN.test(name) && name.length > 1 && name.length <= MOST_HAN && !FUNCTION.test(name) ? name : '';
}

/** The name that stands before a bracket and can mean the same as the one in it; empty when there is none. */
function outerName(before: string, inner: string, isCall: boolean): string {
  const isLatin = LATIN.test(inner);
  if (isHan(before.charCodeAt(before.length - 1))) return isLatin ? hanRun(before) : '';
  const words = /[A-Za-z][A-Za-z0-9+#]*(?:[ ._-][A-Za-z0-9+#]+)*$/.exec(before)?.[0] ?? '';
  if (words === '') return '';
  if (!isLatin) return wordsOf(words).length <= MOST_WORDS && !isCall ? words : '';
  return abbreviated(words, inner);
}

/** Of two Latin names the one before the bracket, where one is the other's initials. */
function abbreviated(before: string, inner: string): string {
  const last = /[A-Za-z0-9]+$/.exec(before)?.[0] ?? '';
  if (/^[A-Z][A-Za-z0-9]{1,6}$/.test(last) && isShortFor(last, wordsOf(inner))) return last;
  if (!/^[A-Z][A-Za-z0-9]{1,6}$/.test(inner)) return '';
  const words = wordsOf(before);
  for (let count = 1; count <= Math.min(words.length, MOST_WORDS + 1); count++) {
    const full = words.slice(-count);
    if (isShortFor(inner, full)) return full.join(' ');
  }
  return '';
}

/** Whether the letters of an abbreviation are the first letters of the words, small words left out or not. */
function isShortFor(short: string, words: readonly string[]): boolean {
  const letters = short.replace(/s$/, '').toLowerCase();
  const parts = words.flatMap((word) => word.split(/(?<=[a-z])(?=[A-Z])/)).map((word) => word.toLowerCase());
  const initials = (of: readonly string[]): string => of.map((word) => word.charAt(0)).join('');
  return (
    letters.length > 1 &&
    parts.length > 1 &&
    (initials(parts) === letters || initials(parts.filter((word) => !SMALL.has(word))) === letters)
  );
}

const SMALL = new Set(['of', 'and', 'the', 'for', 'in', 'to', 'a', 'on', 'or', 'by', 'with']);

function wordsOf(name: string): string[] {
  return name.split(/[ ._-]+/);
}

/** Characters that end a name on its left: what stands before them is grammar. */
const FUNCTION = /[的是了在和与及或为用有等被把将叫称就也于系对由从到让会能可以使该此其这那着过采做要如]/;

/** The Chinese that a text ends with. */
function hanRun(before: string): string {
  let start = before.length;
  while (start > 0 && before.length - start < 2 * MOST_HAN && isHan(before.charCodeAt(start - 1))) start--;
  return before.slice(start).replace(/的$/, '');
}

/**
 * The name that a run of Chinese ends with: the longest end that stands alone somewhere in the deck, or else what
 * follows the last function word. Empty when that is too long or too short for a name.
 */
export function hanName(run: string, standsAlone: (text: string) => boolean): string {
  let cut = run.length;
  while (cut > 0 && !FUNCTION.test(run[cut - 1] as string)) cut--;
  const rest = run.slice(cut);
  if (rest.length > 1 && rest.length <= SURE_HAN) return rest;
  for (let size = Math.min(run.length, MOST_HAN); 2 * size > rest.length && size > 1; size--) {
    if (standsAlone(run.slice(-size))) return run.slice(-size);
  }
  return rest.length > 1 && rest.length <= MOST_HAN ? rest : '';
}
