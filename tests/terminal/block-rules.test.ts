import fc from 'fast-check';
import { Lexer, type Token } from 'marked';
import { describe, expect, test } from 'vitest';
import { guardedRules } from '../../src/terminal/block-rules.ts';

/** marked's tokens, by its own rules or by the guarded ones. */
function tokens(markdown: string, guarded: boolean): Token[] {
  const lexer = new Lexer({ gfm: true });
  const { tokenizer } = lexer.options;
  if (!tokenizer) throw new Error('marked gave no tokenizer');
  if (guarded) tokenizer.rules = { ...tokenizer.rules, block: guardedRules(tokenizer.rules.block) };
  return lexer.lex(markdown);
}

const BEGINNINGS =
  '- |* |+ |*|-|1. |1) |12. |1|1、|# |#|### |> |>|```|````|~~~|    |\t|  |   |　|| |---|===|-|=|***|* * *|_|:--|:-:|<div>|</div>|<!--|-->|<b>|<pre>|[a]: |[^a]: |[a](b)|**a|**|`a|`|"|（|&|\\|!|@|\u00a0|\u2028|\u200b'.split(
    '|',
  );

const line = fc
  .tuple(
    fc.array(fc.constantFrom(...BEGINNINGS, '|'), { maxLength: 3 }),
    fc.constantFrom(
      '',
      '',
      'a',
      '文字',
      'a b',
      'a | b',
      '-',
      ' ',
      '  ',
      '|',
      '|---|---|',
      '**b**',
      '-->',
      '>',
    ),
  )
  .map(([beginning, rest]) => beginning.join('') + rest);

describe('guarded rules find what the rules find', () => {
  test('in lines of all kinds below each other', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), fc.constantFrom('\n', '\n', '\n\n'), (lines, between) => {
        const markdown = lines.join(between);
        expect(tokens(markdown, true)).toEqual(tokens(markdown, false));
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['a paragraph', 'one\ntwo\n**three**'],
    ['a paragraph that a space ends', 'one\n \ntwo'],
    ['a heading that is underlined', 'one\ntwo\n  ---  \nthree'],
    ['a table', 'a | b\n:-- | --:\nc | d\nafter'],
    ['a table below a paragraph', 'before\na | b\n--|--\nc | d'],
    ['a list with code', '- a\n\n      code\n- b\n  ```\n  c\n  ```'],
    ['a definition', '[a]: /b "c"\n[a]'],
    ['HTML', '<div>\na\n</div>\n\nb'],
  ])('%s', (_, markdown) => {
    expect(tokens(markdown, true)).toEqual(tokens(markdown, false));
  });
});
