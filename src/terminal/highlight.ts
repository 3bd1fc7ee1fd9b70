import type { Mark } from './mark.ts';
import { shellMarks } from './shell.ts';
import type { Role } from './style.ts';

type Rules = readonly (readonly [Role, RegExp])[];

const DOUBLE = /"(?:\\[\s\S]|[^"\\\n])*"/;
const SINGLE = /'(?:\\.|[^'\\\n])*'/;
const NUMBER = /(?<![\w.])-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.])/;
const HASH_COMMENT = /(?<=^|\s)#.*/;

const YAML: Rules = [
  ['comment', HASH_COMMENT],
  [
    'property',
    /(?<=^[ \t]*(?:- +)*|[{,][ \t]*)(?:"[^"\n]*"|'[^'\n]*'|[^\s#&*!|>%@`{}[\],"'-][^\n#{}[\],"']*?|[^\s{}[\],:]+)(?=[ \t]*:(?:\s|$))/,
  ],
  ['string', DOUBLE],
  ['string', /'(?:''|[^'\n])*'/],
  ['quiet', /^(?:---|\.\.\.)(?=\s|$)/],
  ['keyword', /(?<=[\s[{,])[&*!][\w./!-]+/],
  [
    'number',
    /(?<=[:[,-][ \t]+|(?<![\w\])'"])\[)(?:true|false|null|yes|no|~|[-+]?\d[\d_]*(?:\.\d+)?)(?=[ \t]*(?:$|[,\]}]|[ \t]#))/,
  ],
];

const JSON_RULES: Rules = [
  ['property', /"(?:\\.|[^"\\\n])*"(?=\s*:)/],
  ['string', DOUBLE],
  ['comment', /(?<!:)\/\/.*|\/\*[\s\S]*?\*\//],
  ['number', NUMBER],
  ['number', /\b(?:true|false|null)\b/],
];

const GO: Rules = [
  ['comment', /(?<!:)\/\/.*|\/\*[\s\S]*?\*\//],
  ['string', /`[^`]*`/],
  ['string', DOUBLE],
  ['string', SINGLE],
  [
    'keyword',
    /\b(?:break|case|chan|const|continue|default|defer|else|fallthrough|for|func|go|goto|if|import|interface|map|package|range|return|select|struct|switch|type|var)\b/,
  ],
  ['number', /\b(?:true|false|nil|iota)\b/],
  ['number', NUMBER],
  ['command', /\b[A-Za-z_]\w*(?=\()/],
];

const DOCKERFILE: Rules = [
  ['comment', /^[ \t]*#.*/],
  [
    'keyword',
    /^[ \t]*(?:FROM|RUN|CMD|LABEL|MAINTAINER|EXPOSE|ENV|ADD|COPY|ENTRYPOINT|VOLUME|USER|WORKDIR|ARG|ONBUILD|STOPSIGNAL|HEALTHCHECK|SHELL)\b|(?<=\s)AS(?=\s)/i,
  ],
  ['string', DOUBLE],
  ['string', SINGLE],
  ['number', /\$\{[^}\n]*\}|\$\w+/],
  ['option', /(?<=\s)--[\w-]+/],
];

const LANGUAGES = new Map<string, (code: string) => Mark[]>(
  Object.entries({
    yaml: marksOfYaml,
    yml: marksOfYaml,
    bash: shellMarks,
    sh: shellMarks,
    shell: shellMarks,
    zsh: shellMarks,
    console: shellMarks,
    json: (code: string) => marksBy(JSON_RULES, code),
    jsonc: (code: string) => marksBy(JSON_RULES, code),
    json5: (code: string) => marksBy(JSON_RULES, code),
    go: (code: string) => marksBy(GO, code),
    golang: (code: string) => marksBy(GO, code),
    dockerfile: marksOfDockerfile,
    docker: marksOfDockerfile,
  }),
);

const compiled = new Map<Rules, RegExp>();

/** One expression for all rules of a language, a group for each; made when the language is first met. */
function expressionOf(rules: Rules): RegExp {
  const known =
    compiled.get(rules) ??
    new RegExp(rules.map(([, rule]) => `(${rule.source})`).join('|'), rules === DOCKERFILE ? 'gim' : 'gm');
  compiled.set(rules, known);
  return known;
}

function marksBy(rules: Rules, code: string): Mark[] {
  const marks: Mark[] = [];
  let last = 0;
  for (const match of code.matchAll(expressionOf(rules))) {
    if (match[0] === '') continue;
    if (match.index > last) marks.push(['text', code.slice(last, match.index)]);
    const group = match.slice(1).findIndex((text) => text !== undefined);
    marks.push([rules[group]?.[0] ?? 'text', match[0]]);
    last = match.index + match[0].length;
  }
  if (last < code.length) marks.push(['text', code.slice(last)]);
  return marks;
}

/** A line that ends in `|` or `>`: how far it is indented, its dashes, its key. */
const BLOCK_SCALAR = /^( *)((?:- +)*)([^\n#]*:[ \t]+)?(?:[&!]\S+[ \t]+)*[|>][+\-\d]*[ \t]*(?:#.*)?(?:\n|$)/gm;

/** The body of a block scalar (`key: |`) is text, whatever it looks like: all that is further in than its key or dash. */
function marksOfYaml(code: string): Mark[] {
  const marks: Mark[] = [];
  let last = 0;
  for (const match of code.matchAll(BLOCK_SCALAR)) {
    const [head, indent = '', dashes = '', key] = match;
    if (match.index < last || (key === undefined && dashes === '')) continue;
    const column =
      indent.length + (key === undefined ? Math.max(0, dashes.trimEnd().length - 1) : dashes.length);
    const start = match.index + head.length;
    const end = start + bodyLength(code.slice(start), column);
    if (end === start) continue;
    marks.push(...marksBy(YAML, code.slice(last, start)), ['string', code.slice(start, end)]);
    last = end;
  }
  return [...marks, ...marksBy(YAML, code.slice(last))];
}

/** Length of the lines from the beginning that are blank or indented by more than `column`. */
function bodyLength(text: string, column: number): number {
  const further = new RegExp(`(?: {${column + 1}}[^\\n]*|[ \\t]*)(?:\\n|$)`, 'y');
  let length = 0;
  while (length < text.length && further.test(text)) length = further.lastIndex;
  return length;
}

/** An instruction that is run by a shell, to the end of its last line. */
const RUN = /^([ \t]*RUN[ \t]+(?:--\S+[ \t]+)*)((?:[^[\n]|\[[^"])(?:.*\\\n)*.*)/gim;

function marksOfDockerfile(code: string): Mark[] {
  const marks: Mark[] = [];
  let last = 0;
  for (const { 0: whole, 1: start = '', 2: script = '', index } of code.matchAll(RUN)) {
    const end = index + whole.length;
    marks.push(...marksBy(DOCKERFILE, code.slice(last, index + start.length)), ...shellMarks(script));
    last = end;
  }
  return [...marks, ...marksBy(DOCKERFILE, code.slice(last))];
}

/**
 * Divides code into marks for the languages of this program's handbooks (YAML, shell, JSON, Go, Dockerfile).
 * Undefined for a language that is not known. The marks together are the code, character for character.
 */
export function highlight(code: string, language: string): Mark[] | undefined {
  return LANGUAGES.get(language.toLowerCase())?.(code);
}
