import { parseDocument } from 'yaml';

export interface YamlTrouble {
  /** 1-based line within the source. */
  readonly line: number;
  readonly reason: string;
}

export interface YamlMap {
  /** Every scalar is the string that was written; empty values are ''. Has no prototype. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly troubles: readonly YamlTrouble[];
}

/** Aliases may multiply the nodes of a document by no more than this. */
const MAX_ALIASES = 50;

/**
 * Reads a YAML mapping without giving types to its values (so `1.30` stays `1.30` and a date stays a date).
 * Never throws: what can not be read is a trouble, and the plain `key: value` lines of it are read anyway.
 */
export function readYaml(source: string): YamlMap {
  const plain = readPlain(source);
  if (plain) return { data: plain, troubles: [] };
  const troubles: YamlTrouble[] = [];
  let value: unknown;
  try {
    const doc = parseDocument(source, { schema: 'failsafe', logLevel: 'silent', stringKeys: true });
    for (const error of doc.errors) {
      troubles.push({ line: error.linePos?.[0].line ?? 1, reason: firstLine(error.message) });
    }
    if (troubles.length === 0) value = doc.toJS({ maxAliasCount: MAX_ALIASES });
  } catch (error) {
    troubles.push({ line: 1, reason: firstLine(error instanceof Error ? error.message : String(error)) });
  }
  if (troubles.length > 0) return { data: plainLines(source), troubles };
  if (value === null || value === undefined || value === '') return { data: emptyMap(), troubles };
  if (typeof value !== 'object' || Array.isArray(value)) {
    return { data: emptyMap(), troubles: [{ line: 1, reason: 'not a mapping' }] };
  }
  const data = emptyMap();
  for (const [key, entry] of Object.entries(value)) data[key] = entry;
  return { data, troubles };
}

const BARE = String.raw`[\p{L}\p{N}][^:#\p{C}\p{Z}]*(?: +[^:#\p{C}\p{Z}]+)*`;
const ITEM = String.raw`(?:[\p{L}\p{N}][^:#\p{C}\p{Z},[\]{}"']*(?: +[^:#\p{C}\p{Z},[\]{}"']+)*|"[^"\\,\p{C}\u2028\u2029]*")`;
/** `key: value` where the value is a word or a few, a text in double quotes without escapes, or a list of words. */
const PLAIN_LINE = new RegExp(
  String.raw`^([A-Za-z]\w*): +(?:(${BARE})|"([^"\\\p{C}\u2028\u2029]*)"|\[ *(${ITEM}(?: *, *${ITEM})*) *\]) *$`,
  'u',
);

/**
 * A mapping of nothing but plain lines, which is what card comments are; null for any other. It gives what the YAML
 * reader would give: that one takes longer than everything else about a card together.
 */
function readPlain(source: string): Record<string, unknown> | null {
  const data = emptyMap();
  for (const line of source.split('\n')) {
    if (line === '') continue;
    const match = PLAIN_LINE.exec(line);
    const key = match?.[1];
    if (!match || key === undefined || key in data) return null;
    data[key] = match[2] ?? match[3] ?? (match[4] as string).split(',').map(itemText);
  }
  return data;
}

function itemText(item: string): string {
  const text = item.trim();
  return text.startsWith('"') ? text.slice(1, -1) : text;
}

/** The text of a scalar, '' for anything else. */
export function textValue(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date && !Number.isNaN(value.getTime())) return value.toISOString().slice(0, 10);
  return '';
}

/** A list of texts: a YAML list, or one text with commas. */
export function listValue(value: unknown): string[] {
  const texts = Array.isArray(value) ? value.map(textValue) : textValue(value).split(/[,，、;；]/);
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

function emptyMap(): Record<string, unknown> {
  return Object.create(null) as Record<string, unknown>;
}

/** What a person would read in broken YAML: `key: value` at the start of lines. */
function plainLines(source: string): Record<string, unknown> {
  const data = emptyMap();
  for (const line of source.split('\n')) {
    const match = /^([A-Za-z]\w*):[ \t]+(\S.*)$/.exec(line);
    if (!match?.[1] || match[1] in data) continue;
    const value = (match[2] as string).trim();
    if (/^[[{&*|>]/.test(value) && !/^\[.*\]$/.test(value)) continue;
    data[match[1]] = /^\[.*\]$/.test(value) ? listValue(value.slice(1, -1)) : unquoted(value);
  }
  return data;
}

function unquoted(value: string): string {
  return value.replace(/^"(.*)"$/, '$1').replace(/^'(.*)'$/, '$1');
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
}
