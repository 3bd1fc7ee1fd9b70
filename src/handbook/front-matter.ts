import matter from 'gray-matter';
import type { Edit, Text } from './line.ts';
import { type Finding, finding } from './problem.ts';
import { readYaml, type YamlMap } from './yaml.ts';

/** Where the front matter of a handbook lies. */
export interface FrontMatter {
  /** Index of its first line of YAML. */
  readonly from: number;
  /** Index after its last line of YAML. */
  readonly to: number;
  /** Index after the closing `---`. */
  readonly end: number;
  /** What stands behind the opening `---`, usually nothing. */
  readonly language: string;
  readonly edits: readonly Edit[];
  readonly findings: readonly Finding[];
}

/** Front matter longer than this is not read: nobody writes it, and its reader need not be linear. */
const LONGEST = 16_384;
const MOST_LINES = 400;
/** Blank lines that may stand, by mistake, before the front matter. */
const MOST_BLANKS = 20;

const OPENING = /^---[ \t]*([\w+-]*)[ \t]*$/;
const CLOSING = /^(?:---|\.\.\.)[ \t]*$/;
const BODY_LINE = /^(?:#{2,6}[ \t]|<!--|```|~~~|\||>)/;
const KEY_LINE = /^["']?[\p{L}_][\p{L}\p{N}_ .-]{0,40}["']?[ \t]*:(?:[ \t]|$)/u;
const YAML_LINE = /^(?:#|[ \t]|- |-$|[}\]])/;
/** Keys that tell YAML without its opening line from a paragraph. */
const KNOWN_KEY = /^(?:title|titleEn|topic|order|date|tags?|category|author|icon|checked)[ \t]*:/;

/** Finds front matter also where its first or last line was lost, or blank lines stand before it. */
export function findFrontMatter(text: Text): FrontMatter | null {
  const { lines } = text;
  let first = 0;
  while (first < lines.length && first < MOST_BLANKS && (lines[first] as string).trim() === '') first++;
  const opening = OPENING.exec(lines[first] ?? '');
  if (!opening) return unopened(text, first);
  const language = opening[1] ?? '';
  const close = closingLine(lines, first + 1);
  const late = first > 0 ? lateStart(text, first) : { edits: [], findings: [] };
  if (close >= 0 && (language !== '' || looksLikeYaml(lines, first + 1, close))) {
    return { from: first + 1, to: close, end: close + 1, language, ...late };
  }
  const end = yamlEnd(lines, first + 1);
  if (close >= 0 || end === first + 1 || !lines.slice(first + 1, end).some(isKey)) return null;
  const edit: Edit = { at: end, remove: 0, insert: ['---'] };
  const lost = finding('front-matter-unclosed', text.numbers[first] ?? 1, {}, true);
  return {
    from: first + 1,
    to: end,
    end,
    language,
    edits: [...late.edits, edit],
    findings: [...late.findings, lost],
  };
}

/**
 * Reads front matter as YAML, never as code: other languages are refused before gray-matter sees
 * them, and every engine that it brings along is replaced here by one that throws.
 */
export function readFrontMatter(text: Text, front: FrontMatter): YamlMap & { findings: Finding[] } {
  const at = text.numbers[Math.max(front.from - 1, 0)] ?? 1;
  if (!/^(?:|ya?ml)$/i.test(front.language)) {
    return { ...NOTHING, findings: [finding('front-matter-language', at, { language: front.language })] };
  }
  const source = text.lines.slice(front.from, front.to).join('\n');
  if (source.length > LONGEST) {
    return { ...NOTHING, findings: [finding('front-matter-large', at, { most: LONGEST })] };
  }
  const read = throughGrayMatter(source);
  // The engine is handed the rest of the `---` line as its first line.
  const findings = read.troubles.map(({ line, reason }) =>
    finding('front-matter-yaml', text.numbers[front.from + Math.max(line - 2, 0)] ?? at, { reason }),
  );
  return { ...read, findings };
}

const NOTHING: YamlMap = { data: {}, troubles: [] };

function throughGrayMatter(source: string): YamlMap {
  let read: YamlMap = NOTHING;
  const refuse = () => {
    throw new Error('front matter is YAML');
  };
  const yaml = (text: string): object => {
    read = readYaml(text);
    return {};
  };
  try {
    // Options are always passed: without them gray-matter answers from a cache that remembers failures as {}.
    matter(`---\n${source}\n---\n`, {
      language: 'yaml',
      engines: {
        yaml: { parse: yaml },
        json: { parse: refuse },
        js: { parse: refuse },
        javascript: { parse: refuse },
        coffee: { parse: refuse },
        coffeescript: { parse: refuse },
        cson: { parse: refuse },
        toml: { parse: refuse },
      },
    });
  } catch (error) {
    return { data: {}, troubles: [{ line: 1, reason: error instanceof Error ? error.message : '' }] };
  }
  return read;
}

/** Index of the closing `---`; -1 when a line that can only be of the body comes first. */
function closingLine(lines: readonly string[], from: number): number {
  const last = Math.min(lines.length, from + MOST_LINES);
  for (let index = from; index < last; index++) {
    const line = lines[index] as string;
    if (CLOSING.test(line)) return index;
    if (BODY_LINE.test(line)) return -1;
  }
  return -1;
}

function isKey(line: string): boolean {
  return KEY_LINE.test(line);
}

/** Two rules around a paragraph are no front matter; broken YAML between them is. */
function looksLikeYaml(lines: readonly string[], from: number, to: number): boolean {
  const written = lines.slice(from, to).filter((line) => line.trim() !== '');
  return written.length === 0 || written.some(isKey) || written.every((line) => YAML_LINE.test(line));
}

/** Where YAML without a closing line ends: at the first line that is no YAML, blank lines given back. */
function yamlEnd(lines: readonly string[], from: number): number {
  let end = from;
  let blank = false;
  for (let index = from; index < lines.length && index < from + MOST_LINES; index++) {
    const line = lines[index] as string;
    if (line.trim() === '') {
      blank = true;
      continue;
    }
    // After a blank line `# …` is a title and `- …` a list of the body.
    if (BODY_LINE.test(line) || !(isKey(line) || (!blank && YAML_LINE.test(line)))) break;
    end = index + 1;
    blank = false;
  }
  return end;
}

function lateStart(text: Text, first: number): Pick<FrontMatter, 'edits' | 'findings'> {
  return {
    edits: [{ at: 0, remove: first, insert: [] }],
    findings: [finding('front-matter-late', text.numbers[first] ?? 1, {}, true)],
  };
}

/** `title: …` at the very top and a `---` below it: only the opening line is missing. */
function unopened(text: Text, first: number): FrontMatter | null {
  const { lines } = text;
  const upper = lines.slice(first, first + MOST_LINES);
  const start = upper.findIndex((line) => !/^#(?!#)/.test(line));
  if (start < 0 || !KNOWN_KEY.test(upper[start] ?? '')) return null;
  const end = yamlEnd(lines, first);
  if (!CLOSING.test(lines[end] ?? '')) return null;
  return {
    from: first,
    to: end,
    end: end + 1,
    language: '',
    edits: [{ at: 0, remove: first, insert: ['---'] }],
    findings: [finding('front-matter-unopened', text.numbers[first] ?? 1, {}, true)],
  };
}
