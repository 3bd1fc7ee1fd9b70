export type Severity = 'error' | 'warning' | 'info';

/** Every problem a handbook can have, with how much it matters to someone who studies from it. */
const SEVERITIES = {
  // bytes
  'encoding-bom': 'info',
  'encoding-utf16': 'warning',
  'encoding-gbk': 'warning',
  'encoding-broken': 'error',
  'line-ends': 'info',
  // front matter
  'front-matter-language': 'error',
  'front-matter-yaml': 'error',
  'front-matter-large': 'error',
  'front-matter-unclosed': 'warning',
  'front-matter-unopened': 'warning',
  'front-matter-late': 'warning',
  'front-matter-value': 'warning',
  // blocks
  'fence-unclosed': 'warning',
  'comment-unclosed': 'warning',
  // headings
  'heading-lost': 'warning',
  'heading-link': 'warning',
  'heading-bold': 'info',
  'heading-level': 'warning',
  'heading-space': 'warning',
  'heading-split': 'warning',
  // text
  'word-split': 'warning',
  'sentence-split': 'warning',
  'list-restart': 'warning',
  'bracket-stray': 'warning',
  // table of contents
  'toc-missing': 'info',
  'toc-dangling': 'warning',
  // cards
  'no-cards': 'error',
  'answer-empty': 'warning',
  'text-outside': 'info',
  'card-comment-yaml': 'error',
  'card-comment-key': 'warning',
  'card-comment-extra': 'warning',
  'keywords-empty': 'warning',
  'id-invalid': 'error',
  'id-duplicate': 'error',
  'question-duplicate': 'warning',
  'question-near': 'info',
  'answer-duplicate': 'warning',
  // deck
  'topic-duplicate': 'warning',
  // house style
  'style-part-missing': 'warning',
  'style-part-order': 'warning',
  'style-part-repeated': 'warning',
  'style-lead-long': 'warning',
  'style-lead-missing': 'warning',
  'style-points-count': 'warning',
  'style-points-must': 'warning',
  'style-point-name': 'info',
  'style-point-keywords': 'warning',
  'style-followups-count': 'warning',
  'style-pitfalls-count': 'warning',
  'style-references-count': 'warning',
  'style-meta-missing': 'warning',
  'style-sentence-repeated': 'warning',
  'style-doc-link': 'warning',
  'style-fence-language': 'warning',
  'style-term': 'warning',
  'style-spacing': 'info',
  'style-punctuation': 'info',
  'style-punctuation-space': 'info',
} as const satisfies Record<string, Severity>;

export type ProblemCode = keyof typeof SEVERITIES;

export const PROBLEM_CODES = Object.keys(SEVERITIES) as readonly ProblemCode[];

export type ProblemArgs = Readonly<Record<string, string | number>>;

/** A diagnostic about a handbook. Its sentence lives in message.ts. */
export interface Problem {
  readonly code: ProblemCode;
  readonly severity: Severity;
  readonly file: string;
  /** 1-based line of the file as it was read, front matter included. */
  readonly line: number;
  readonly args: ProblemArgs;
  /** The parser read on as if it were right, and `repairHandbook` writes it so. */
  readonly repaired: boolean;
}

/** A problem before the file it stands in is known. */
export type Finding = Omit<Problem, 'file' | 'severity'>;

/** Args are quoted in sentences: long texts are cut at this many characters. */
const LONGEST_ARG = 120;

/** A finding at a 1-based line. */
export function finding(code: ProblemCode, line: number, args: ProblemArgs = {}, repaired = false): Finding {
  const short: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(args)) {
    short[name] = typeof value === 'string' && value.length > LONGEST_ARG ? cut(value) : value;
  }
  return { code, line, args: short, repaired };
}

/** The findings of one file as problems, in the order of their lines. */
export function problemsOf(file: string, findings: readonly Finding[]): Problem[] {
  return findings
    .map(({ code, line, args, repaired }) => ({
      code,
      severity: SEVERITIES[code],
      file,
      line,
      args,
      repaired,
    }))
    .sort((a, b) => a.line - b.line);
}

/** A cut never leaves half of a surrogate pair. */
function cut(text: string): string {
  const end = (text.charCodeAt(LONGEST_ARG - 1) & 0xfc00) === 0xd800 ? LONGEST_ARG - 1 : LONGEST_ARG;
  return `${text.slice(0, end)}…`;
}
