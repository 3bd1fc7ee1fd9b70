import type { ProblemCode } from './problem.ts';

/** `{name}` stands for the argument of that name. */
export const MESSAGES_EN: Readonly<Record<ProblemCode, string>> = {
  'encoding-bom':
    'The file begins with a byte order mark; it was ignored. The repaired file is UTF-8 without it.',
  'encoding-utf16': 'The file is {encoding}; it was read as such. The repaired file is UTF-8.',
  'encoding-gbk': 'The file is GBK/GB18030; it was read as such. The repaired file is UTF-8.',
  'encoding-broken':
    'Bytes of this line cannot be decoded and show as �. Save the file as UTF-8 in the editor it comes from.',
  'line-ends': 'Lines end in CRLF or CR; they were read as LF.',
  'front-matter-language':
    'The front matter says it is {language}. Only YAML is read, and code never runs, so it was skipped. Rewrite it as YAML.',
  'front-matter-yaml':
    'The YAML of the front matter is wrong: {reason}. Plain lines were read anyway; correct this line.',
  'front-matter-large':
    'The front matter is longer than {most} characters and was skipped. Move the text out of it.',
  'front-matter-unclosed': 'The front matter has no closing ---; one was put after its last line of YAML.',
  'front-matter-unopened': 'The front matter has no opening ---; it was put back.',
  'front-matter-late': 'Blank lines stand before the front matter; they were removed.',
  'front-matter-value':
    '{key} in the front matter must be a number, not "{value}"; it was ignored. Write a number.',
  'fence-unclosed': 'The block of code has no end; it was closed before the next heading.',
  'comment-unclosed': 'The card comment does not end with -->; it was closed after its last line.',
  'heading-lost': 'The question "{title}" lost its heading marks; it was read as a heading.',
  'heading-link':
    'A broken link or stray bracket ({url}) hung on the title "{title}"; only the title was kept.',
  'heading-bold': 'The whole title "{title}" is bold; the marks were removed.',
  'heading-level':
    'The question "{title}" has a heading of level {found}, the others of level {level}; it was read as level {level}.',
  'heading-space':
    'The heading "{title}" had no space after its # marks, or other marks in their place; it was corrected.',
  'heading-split': 'A blank line split the title "{title}"; its halves were joined.',
  'word-split': 'A blank line split a word: "{before}|{after}"; it was joined.',
  'sentence-split': 'A blank line split a sentence: "{before}|{after}"; it was joined.',
  'list-restart': 'The list begins again at {found} though it goes on; the number is now {number}.',
  'bracket-stray': 'The link had a bracket too many; it was removed: {text}',
  'toc-missing': 'The table of contents leaves out "{title}". Generate it again.',
  'toc-dangling':
    'The table of contents lists "{title}", but no heading says so. Add the heading or generate the table again.',
  'no-cards': 'No question found. Write questions as "### title" with the answer below.',
  'answer-empty': '"{title}" has no answer. Write one, or remove the heading.',
  'text-outside':
    'The text below "{section}" belongs to no question and is never asked. If it is an answer, put "### question" above it.',
  'card-comment-yaml':
    'The YAML of the card comment is wrong: {reason}. Plain lines were read anyway; quote values with ": " or #.',
  'card-comment-key':
    'Unknown key {key} in the card comment, ignored. Keys are id, en, aliases, group, from.',
  'card-comment-extra':
    '"{title}" has more than one card comment; the first one counts. Merge them, or look for a lost heading between them.',
  'keywords-empty':
    'The kw comment has no words, so the point is never ticked. Write <!-- kw: word|synonym; other -->.',
  'id-invalid':
    'The id "{id}" cannot be used; the id was made from the title. Use letters, digits, - _ . and no spaces or commas.',
  'id-duplicate': 'The id "{id}" is taken by "{other}"; the later card got another one. Make ids unique.',
  'question-duplicate':
    '"{title}" is the question of {otherFile}:{otherLine} again; both are siblings now, never asked in one session. Remove one.',
  'question-near':
    '"{title}" is very like "{other}" ({otherFile}:{otherLine}); both are siblings now. If they differ, give each its own group.',
  'answer-duplicate':
    '"{title}" has the very answer of "{other}" ({otherFile}:{otherLine}); both are siblings now. Check that it was not pasted by mistake.',
  'topic-duplicate':
    'The topic {id} is taken by {other}; this file got {renamed}. Write another topic in its front matter.',
  'style-part-missing': '"{title}" has no part "{part}". Add it.',
  'style-part-order':
    'The part "{part}" of "{title}" is out of order. The order is key points, comparison, example, follow-ups, pitfalls, references.',
  'style-part-repeated': '"{title}" has two parts "{part}". Merge them.',
  'style-lead-long':
    'The first paragraph of "{title}" has {count} characters, more than {most}. Shorten it to one breath.',
  'style-lead-missing': '"{title}" has no first paragraph. Answer in one sentence before the parts.',
  'style-points-count': '"{title}" has {count} key points; there should be {least} to {most}.',
  'style-points-must': '"{title}" has no key point marked ★. Mark those that nobody may miss.',
  'style-point-name': 'The key point does not begin with a name in bold: {text}',
  'style-point-keywords': 'The key point has no kw comment, so it is never ticked: {text}',
  'style-followups-count': '"{title}" has {count} follow-ups; there should be {least} to {most}.',
  'style-pitfalls-count': '"{title}" has {count} pitfalls; there should be {least} to {most}.',
  'style-references-count': 'The references of "{title}" hold no link. Add one.',
  'style-meta-missing': 'The comment of "{title}" has no {key}. Add it.',
  'style-sentence-repeated': 'A sentence of "{title}" stands in "{other}" too; write each its own: {text}',
  'style-doc-link': 'Links to the documentation read https://kubernetes.io/(zh-cn/)docs/…/: {url}',
  'style-fence-language':
    'The block of code names no language. Write yaml, bash, json, go, dockerfile or text.',
  'style-term': 'This says "{found}"; the term is "{prefer}".',
  'style-spacing': 'No space between Han and Latin or digits: {text}',
  'style-punctuation': 'Half-width "{mark}" between Han characters; use the full-width one: {text}',
  'style-punctuation-space': 'No space next to full-width punctuation: {text}',
};
