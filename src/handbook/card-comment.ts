import { type Finding, finding } from './problem.ts';
import { listValue, readYaml, textValue } from './yaml.ts';

/** What the comment below a question says about the card. */
export interface CardComment {
  readonly id: string;
  readonly en: string;
  readonly aliases: readonly string[];
  readonly group: string;
  readonly from: string;
}

export const NO_COMMENT: CardComment = { id: '', en: '', aliases: [], group: '', from: '' };

const KEYS = ['id', 'en', 'aliases', 'group', 'from'];
/** Longer comments are no card comments: YAML need not be read in linear time. */
const LONGEST = 8192;
/** No white space or commas (`--ids a,b`), nothing that a shell would take for an option. */
const ID = /^[\p{L}\p{M}\p{N}\p{Pc}][\p{L}\p{M}\p{N}\p{Pc}.-]{0,119}$/u;

export function isId(id: string): boolean {
  return ID.test(id);
}

/** A slug as a valid id: GitHub gives anchors of any length, and empty ones to titles of marks only. */
export function idOf(slug: string): string {
  const id = [...slug.slice(0, 400)]
    .slice(0, 110)
    .join('')
    .replace(/^[-.]+/, '');
  return id === '' ? 'card' : id;
}

/** Whether a line opens a card comment. */
export function opensCardComment(line: string): boolean {
  return /^ {0,3}<!--[ \t]*card(?:[ \t]|-->|$)/.test(line);
}

/** Reads the lines of `<!-- card … -->`; `line` is the file line of the first one. */
export function readCardComment(
  lines: readonly string[],
  line: number,
): { comment: CardComment; findings: Finding[] } {
  const source = lines
    .join('\n')
    .replace(/^ {0,3}<!--[ \t]*card/, '')
    .replace(/-->[\s\S]*$/, '');
  if (source.length > LONGEST) {
    return {
      comment: NO_COMMENT,
      findings: [finding('card-comment-yaml', line, { reason: `> ${LONGEST}` })],
    };
  }
  const { data, troubles } = readYaml(source);
  const findings = troubles.map((trouble) =>
    finding('card-comment-yaml', line + trouble.line - 1, { reason: trouble.reason }),
  );
  for (const key of Object.keys(data)) {
    if (!KEYS.includes(key)) findings.push(finding('card-comment-key', line, { key }));
  }
  return {
    comment: {
      id: textValue(data['id']),
      en: textValue(data['en']),
      aliases: [...new Set(listValue(data['aliases']))],
      group: textValue(data['group']),
      from: textValue(data['from']),
    },
    findings,
  };
}
