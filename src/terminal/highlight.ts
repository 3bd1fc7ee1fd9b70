import type { Role } from './style.ts';

/** A stretch of code and what it is, in the order of the text; line feeds are in the text. */
export type Mark = readonly [role: Role, text: string];

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
    /(?<=[:[,-][ \t]+|\[)(?:true|false|null|yes|no|~|[-+]?\d[\d_]*(?:\.\d+)?)(?=[ \t]*(?:$|[,\]}]|[ \t]#))/,
  ],
];

const SHELL: Rules = [
  ['comment', HASH_COMMENT],
  ['string', /"(?:\\[\s\S]|[^"\\])*"/],
  ['string', /\$?'(?:[^'])*'/],
  ['number', /\$\{[^}\n]*\}|\$[A-Za-z_]\w*|\$[@*#?$!\d-]/],
  [
    'keyword',
    /(?<=^[ \t]*|[;&|][ \t]*)(?:if|then|elif|else|fi|for|while|until|do|done|case|esac|function|in|return|export|local|set)(?=[\s;]|$)/,
  ],
  [
    'command',
    /(?<=^[ \t]*(?:\$ +)?|[;&|(][ \t]*|\b(?:sudo|then|do|else|xargs|time|exec)[ \t]+)(?:[A-Za-z_]\w*=\S*[ \t]+)*[A-Za-z_./~][\w./~+-]*(?![\w=])/,
  ],
  ['option', /(?<=[\s[])--?[A-Za-z][\w-]*/],
];

const JSON_RULES: Rules = [
  ['property', /"(?:\\.|[^"\\\n])*"(?=\s*:)/],
  ['string', DOUBLE],
  ['comment', /\/\/.*|\/\*[\s\S]*?\*\//],
  ['number', NUMBER],
  ['number', /\b(?:true|false|null)\b/],
];

const GO: Rules = [
  ['comment', /\/\/.*|\/\*[\s\S]*?\*\//],
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

const LANGUAGES = new Map<string, Rules>(
  Object.entries({
    yaml: YAML,
    yml: YAML,
    bash: SHELL,
    sh: SHELL,
    shell: SHELL,
    zsh: SHELL,
    console: SHELL,
    json: JSON_RULES,
    jsonc: JSON_RULES,
    json5: JSON_RULES,
    go: GO,
    golang: GO,
    dockerfile: DOCKERFILE,
    docker: DOCKERFILE,
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

const BLOCK_SCALAR =
  /^( *)(?:- +)*[^\n#]*[:-][ \t]+(?:[&!]\S+[ \t]+)*[|>][+\-\d]*[ \t]*(?:#.*)?\n((?:(?:\1 [^\n]*|[ \t]*)(?:\n|$))+)/gm;

/** The body of a block scalar (`key: |`) is text, whatever it looks like. */
function marksOfYaml(code: string): Mark[] {
  const marks: Mark[] = [];
  let last = 0;
  for (const match of code.matchAll(BLOCK_SCALAR)) {
    const body = match[2] ?? '';
    const start = match.index + match[0].length - body.length;
    marks.push(...marksBy(YAML, code.slice(last, start)), ['string', body]);
    last = start + body.length;
  }
  return [...marks, ...marksBy(YAML, code.slice(last))];
}

/**
 * Divides code into marks for the languages of this program's handbooks (YAML, shell, JSON, Go, Dockerfile).
 * Undefined for a language that is not known. The marks together are the code, character for character.
 */
export function highlight(code: string, language: string): Mark[] | undefined {
  const rules = LANGUAGES.get(language.toLowerCase());
  if (!rules) return undefined;
  return rules === YAML ? marksOfYaml(code) : marksBy(rules, code);
}
