/** A stretch of emphasis found in a line, marks included; `size` marks stand on each side of its text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly size: 1 | 2;
  readonly mark: string;
}

/** A delimiter run: marks of one kind in a row. */
interface Run {
  readonly mark: string;
  readonly length: number;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Where the marks that are still free begin, and how many they are. */
  start: number;
  left: number;
}

const SPACE = /^\s/u;
const PUNCTUATION = /^[\p{P}\p{S}]/u;

/**
 * Wide, full-width and half-width East Asian characters and Hangul, without the emoji: the "CJK character" of the
 * markdown-cjk-friendly specification (Unicode 17).
 */
const CJK =
  /^(?:[\u1100-\u11ff\u20a9\u2329\u232a\u2630-\u2637\u268a-\u268f\u2e80-\u303e\u3041-\u3247\u3250-\ua4c6\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6b\uff01-\uffee]|[\u{16fe0}-\u{18df2}\u{1aff0}-\u{1b2fb}\u{1d300}-\u{1d376}\u{1f200}\u{1f202}\u{1f210}-\u{1f219}\u{1f21b}-\u{1f22e}\u{1f230}\u{1f231}\u{1f237}\u{1f23b}\u{1f240}-\u{1f248}\u{1f260}-\u{1f265}\u{20000}-\u{3fffd}])/u;

const IDEOGRAPHIC_VARIATION = /^[\u{e0100}-\u{e01ef}]/u;
const VARIATION = /^[\ufe00-\ufe0e]$/u;
/** Curly quotes in their full-width form: a standardized variation sequence. */
const WIDE_QUOTE = /^[\u2018\u2019\u201c\u201d]\ufe01/u;

type Neighbour = 'space' | 'punctuation' | 'cjk-punctuation' | 'cjk' | 'other';

function classify(sequence: string): Neighbour {
  if (sequence === '' || SPACE.test(sequence)) return 'space';
  const cjk = CJK.test(sequence) || WIDE_QUOTE.test(sequence);
  if (PUNCTUATION.test(sequence)) return cjk ? 'cjk-punctuation' : 'punctuation';
  return cjk || IDEOGRAPHIC_VARIATION.test(sequence) ? 'cjk' : 'other';
}

/** The code point that ends at `at`, together with the one before it when it is a variation selector. */
function before(text: string, at: number): string {
  const start = previous(text, at);
  const last = text.slice(start, at);
  return VARIATION.test(last) ? text.slice(previous(text, start), at) : last;
}

function previous(text: string, at: number): number {
  const low = text.charCodeAt(at - 1);
  const pair = low >= 0xdc00 && low <= 0xdfff && at >= 2;
  return Math.max(0, at - (pair ? 2 : 1));
}

function after(text: string, at: number): string {
  const code = text.codePointAt(at);
  return code === undefined ? '' : String.fromCodePoint(code);
}

const isPunctuation = (kind: Neighbour): boolean => kind === 'punctuation' || kind === 'cjk-punctuation';
const isCjk = (kind: Neighbour): boolean => kind === 'cjk' || kind === 'cjk-punctuation';

/** May `near` be attached to when `far` stands on the other side? (left-flanking; right-flanking mirrored) */
function flanks(near: Neighbour, far: Neighbour): boolean {
  if (near === 'space') return false;
  return near !== 'punctuation' || far === 'space' || far === 'punctuation' || isCjk(far);
}

function runAt(text: string, start: number, length: number): Run {
  const mark = text[start] ?? '';
  const left = classify(before(text, start));
  const right = classify(after(text, start + length));
  const opens = flanks(right, left);
  const closes = flanks(left, right);
  const word = mark === '_';
  return {
    mark,
    length,
    start,
    left: length,
    opens: opens && (!word || !closes || isPunctuation(left)),
    closes: closes && (!word || !opens || isPunctuation(right)),
  };
}

function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const match of text.matchAll(/\*+|_+|~+/g)) {
    const length = match[0].length;
    if (match[0][0] !== '~' || length <= 2) runs.push(runAt(text, match.index, length));
  }
  return runs;
}

/** Rules 9 and 10 of CommonMark: a run that can do both does not pair when the lengths add up to a multiple of 3. */
function pairs(opener: Run, closer: Run): boolean {
  if (opener.left === 0 || !opener.opens || opener.mark !== closer.mark) return false;
  if (opener.mark === '~') return opener.length === closer.length;
  if (!opener.closes && !closer.opens) return true;
  return (opener.length + closer.length) % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}

function join(opener: Run, closer: Run): Span {
  const size = opener.left >= 2 && closer.left >= 2 ? 2 : 1;
  const span = {
    start: opener.start + opener.left - size,
    end: closer.start + size,
    size,
    mark: opener.mark,
  } as const;
  opener.left -= size;
  closer.left -= size;
  closer.start += size;
  return span;
}

/** What decides whether a closer can find an opener; equal keys fail alike, which keeps the search linear. */
const failureKey = (run: Run): string =>
  `${run.mark}${run.length % 3}${run.opens ? 1 : 0}${run.mark === '~' ? run.length : ''}`;

/**
 * Finds emphasis, strong emphasis and strikethrough in one line of inline text by the delimiter-run algorithm of
 * CommonMark 0.31.2 (section 6.2), with flanking after the markdown-cjk-friendly specification, so that
 * `**注意：**然后` is strong. Text that must not take part (code, links, escapes) is masked by the caller.
 * Returns the spans by where they start.
 */
export function emphasisSpans(text: string): Map<number, Span> {
  const spans = new Map<number, Span>();
  const runs = runsOf(text);
  const bottom = new Map<string, number>();
  for (let c = 0; c < runs.length; c++) {
    const closer = runs[c];
    if (!closer?.closes) continue;
    const key = failureKey(closer);
    let o = c - 1;
    while (closer.left > 0 && o >= (bottom.get(key) ?? 0)) {
      const opener = runs[o];
      if (!opener || !pairs(opener, closer)) {
        o--;
        continue;
      }
      const span = join(opener, closer);
      spans.set(span.start, span);
      for (const crossed of runs.slice(o + 1, c)) crossed.left = 0;
    }
    if (closer.left > 0) bottom.set(key, closer.opens ? c : c + 1);
  }
  return spans;
}
