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
