import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusters, codeWidth, displayWidth, isAmbiguous, isZeroWidth } from '../../src/terminal/width.ts';

describe('columns of a text', () => {
  test.each([
    ['', 0],
    ['kubectl', 7],
    ['集群', 4],
    ['Pod 与容器', 10],
    ['，。：（）', 10],
    ['ﾊﾝｶｸ', 4],
    ['Ｆｕｌｌ', 8],
    ['한국어', 6],
    ['e\u0301', 1],
    ['👍', 2],
    ['👍🏽', 2],
    ['👩‍💻', 2],
    ['👨‍👩‍👧‍👦', 2],
    ['🇨🇳', 2],
    ['🇨🇳🇩🇪', 4],
    ['1️⃣', 2],
    ['☸', 1],
    ['☸️', 2],
    ['❤️', 2],
    ['𠮷野家', 6],
    ['葛\u{e0100}', 2],
    ['नमस्ते', 4],
    ['नि', 2],
    ['a\u200bb', 2],
    ['\u1112\u1161\u11ab', 2],
    ['▐╌', 2],
    ['☰', 2],
  ])('%j takes %i', (text, width) => expect(displayWidth(text)).toBe(width));

  test.each([
    ['“引号”', 6, 8],
    ['→ ★ · …', 7, 11],
    ['──', 2, 4],
    ['α±×', 3, 6],
    ['▐╌▪✗', 4, 4],
    ['é', 1, 2],
  ])('%j takes %i, or %i where ambiguous characters are wide', (text, narrow, wide) => {
    expect([displayWidth(text, 1), displayWidth(text, 2)]).toEqual([narrow, wide]);
  });
});

describe('grapheme clusters', () => {
  test.each([
    ['👩‍💻👍🏽', ['👩‍💻', '👍🏽']],
    ['🇨🇳🇩🇪🇫', ['🇨🇳', '🇩🇪', '🇫']],
    ['e\u0301f', ['e\u0301', 'f']],
    ['中文', ['中', '文']],
    ['a\u200d中', ['a\u200d', '中']],
  ])('%j', (text, parts) => expect(clusters(text)).toEqual(parts));

  test('are the ones of the Unicode segmenter in ordinary text', () => {
    const unit = fc.constantFrom(
      'a',
      '中',
      '，',
      'e\u0301',
      '👍🏽',
      '👩‍💻',
      '🇨🇳',
      '☸️',
      '1️⃣',
      ' ',
      '한',
      'カ',
      '\u0928\u093f',
    );
    const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 20 }), (units) => {
        const text = units.join('');
        expect(clusters(text)).toEqual(Array.from(segmenter.segment(text), ({ segment }) => segment));
      }),
    );
  });

  test('lose nothing of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(clusters(text).join('')).toBe(text);
      }),
    );
  });
});

describe('the tables agree with the properties that the engine knows', () => {
  const assigned = Array.from({ length: 0x20000 }, (_, code) => code).filter(
    (code) => code >= 0xa0 && (code < 0xd800 || code > 0xdfff),
  );

  test('marks take no column', () => {
    const wrong = assigned.filter(
      (code) => /[\p{Mn}\p{Me}]/u.test(String.fromCodePoint(code)) && codeWidth(code) !== 0,
    );
    expect(wrong.map((code) => code.toString(16))).toEqual([]);
  });

  test('Han, kana, bopomofo and Hangul syllables take two', () => {
    const wide =
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u{ac00}-\u{d7a3}]/u;
    const half = (code: number): boolean => code >= 0xff61 && code <= 0xffdc;
    const wrong = assigned.filter(
      (code) =>
        code >= 0x1100 && wide.test(String.fromCodePoint(code)) && !half(code) && codeWidth(code) !== 2,
    );
    expect(wrong.map((code) => code.toString(16))).toEqual([]);
  });

  test('emoji shown as pictures by default take two', () => {
    const wrong = assigned.filter(
      (code) =>
        /\p{Emoji_Presentation}/u.test(String.fromCodePoint(code)) &&
        displayWidth(String.fromCodePoint(code)) !== 2,
    );
    expect(wrong.map((code) => code.toString(16))).toEqual([]);
  });

  test('no character is ambiguous and without width at once', () => {
    expect(assigned.filter((code) => isAmbiguous(code) && isZeroWidth(code))).toEqual([]);
  });
});
