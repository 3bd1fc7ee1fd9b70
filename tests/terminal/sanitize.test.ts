import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { guard, stripStyles, visible, visibleLine } from '../../src/terminal/sanitize.ts';

describe('visible', () => {
  test.each([
    ['plain text 中文\n\t1', 'plain text 中文\n\t1'],
    ['\x1b[31mred', '␛[31mred'],
    ['\x1b]8;;http://evil\x07x', '␛]8;;http://evil␇x'],
    ['\x9b31m', '<U+009B>31m'],
    ['\x00\x08\x7f', '␀␈␡'],
    ['a\r\nb', 'a\nb'],
    ['50%\rdone', '50%␍done'],
    ['user\u202egnp.exe', 'user<U+202E>gnp.exe'],
    ['\u2066x\u2069', '<U+2066>x<U+2069>'],
    ['\u200e\u061c', '<U+200E><U+061C>'],
    ['a\u2028b', 'a<U+2028>b'],
    ['lone \ud800 half', 'lone \ufffd half'],
    ['👩‍💻 𠮷', '👩‍💻 𠮷'],
    ['\u{e0041}', '<U+E0041>'],
  ])('%j', (text, shown) => expect(visible(text)).toBe(shown));

  test('on one line', () => expect(visibleLine('a\n\tb\x1b')).toBe('a b␛'));
});

describe('guard', () => {
  test.each([
    ['\x1b[1;94mbold\x1b[0m', '\x1b[1;94mbold\x1b[0m'],
    ['\x1b]8;;https://k8s.io/\x1b\\x\x1b]8;;\x1b\\', '\x1b]8;;https://k8s.io/\x1b\\x\x1b]8;;\x1b\\'],
    ['\x1b]8;;javascript:x\x1b\\x\x1b]8;;\x1b\\', '␛]8;;javascript:x␛\\x\x1b]8;;\x1b\\'],
    ['\x1b[2J\x1b[31mx', '␛[2J\x1b[31mx'],
    ['\x1b]0;title\x07', '␛]0;title␇'],
    ['a\x9bb', 'a<U+009B>b'],
    ['emoji 👍 \x1b[0m', 'emoji 👍 \x1b[0m'],
  ])('%j', (painted, safe) => expect(guard(painted)).toBe(safe));

  test('leaves nothing but our own sequences of any text', () => {
    const part = fc.oneof(
      fc.constantFrom('\x1b', '[', '31m', ']8;;', '\x1b\\', '\x07', '2J', 'https://a', '\x9b', '?1049h'),
      fc.string({ unit: 'binary', maxLength: 3 }),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 20 }), (parts) => {
        const rest = stripStyles(guard(parts.join(''))).replaceAll('\x1b\\', '');
        expect(rest).not.toMatch(/[\0-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
      }),
      { numRuns: 2000 },
    );
  });
});
