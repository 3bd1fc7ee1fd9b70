export { layout } from '../../src/terminal/layout.ts';
export { PLAIN } from '../../src/terminal/look.ts';
export { renderMarkdown } from '../../src/terminal/markdown.ts';
export { paint } from '../../src/terminal/paint.ts';
export { parseMarkdown } from '../../src/terminal/parse.ts';
export { parseAnswer } from '../../src/terminal/parse-answer.ts';
export { countOf, violationsOf } from '../../tests/terminal/violations.ts';
