import type { Tokenizer } from 'marked';

type BlockRules = Tokenizer['rules']['block'];

/** A line that begins so goes on with the paragraph above, whatever follows. */
const PLAIN_LINE = /[^\s#>`~\-_*+\d<|:]|\*\*[^\s*]|`[^`\s]|\d+[^\s\d.)]/y;

/**
 * marked's rules for blocks, each behind a glance at the characters that it could begin with. V8 compiles a regular
 * expression when it is first used, and these are long: to compile those that a plain answer cannot match would take
 * most of the time that it takes to show one.
 */
export function guardedRules(rules: BlockRules): BlockRules {
  const beginsWith = (rule: RegExp, marks: string): RegExp =>
    guarded(rule, (src) => marks.includes(src.charAt(indentEnd(src, 0)) || ' '));
  return {
    ...rules,
    code: beginsWith(rules.code, ' \t'),
    fences: beginsWith(rules.fences, '`~'),
    heading: beginsWith(rules.heading, '#'),
    hr: beginsWith(rules.hr, '-_*'),
    blockquote: beginsWith(rules.blockquote, '>'),
    list: beginsWith(rules.list, '*+-0123456789'),
    html: beginsWith(rules.html, '<'),
    def: beginsWith(rules.def, '['),
    table: guarded(rules.table, mayBeTable),
    lheading: guarded(rules.lheading, hasUnderline),
    paragraph: { exec: (src: string) => plainParagraph(src) ?? rules.paragraph.exec(src) } as RegExp,
  };
}

/** A rule that is asked only when the guard lets it. */
function guarded(rule: RegExp, may: (src: string) => boolean): RegExp {
  const exec = (src: string): RegExpExecArray | null => (may(src) ? rule.exec(src) : null);
  const test = (src: string): boolean => may(src) && rule.test(src);
  return { exec, test } as RegExp;
}

/** Where the indent of a line ends that is none to Markdown: three spaces at most. */
function indentEnd(src: string, from: number): number {
  let at = from;
  while (at < from + 3 && src.charCodeAt(at) === 0x20) at++;
  return at;
}

/** The second line of a table tells it. */
function mayBeTable(src: string): boolean {
  const end = src.indexOf('\n');
  return end >= 0 && '|:-'.includes(src.charAt(indentEnd(src, end + 1)) || ' ');
}

/** Whether a line of `=` or `-` stands below the first, before a blank line. */
function hasUnderline(src: string): boolean {
  for (let end = src.indexOf('\n'); end >= 0; ) {
    const start = indentEnd(src, end + 1);
    end = src.indexOf('\n', start);
    const line = end < 0 ? src.slice(start) : src.slice(start, end);
    if (/^(?:=+|-+)[ \t]*$/.test(line)) return true;
    if (line.trim() === '') return false;
  }
  return false;
}

/** A paragraph of which all lines but the first are text by how they begin; undefined when that does not tell. */
function plainParagraph(src: string): RegExpExecArray | undefined {
  let end = src.indexOf('\n');
  while (end >= 0 && end + 1 < src.length && src.charAt(end + 1) !== '\n') {
    PLAIN_LINE.lastIndex = end + 1;
    if (!PLAIN_LINE.test(src)) return undefined;
    end = src.indexOf('\n', end + 1);
  }
  const raw = end < 0 ? src : src.slice(0, end);
  return raw === '' ? undefined : ([raw, raw] as unknown as RegExpExecArray);
}
