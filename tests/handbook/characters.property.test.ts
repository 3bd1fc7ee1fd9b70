import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseDocument } from 'yaml';
import { fingerprintOf } from '../../src/handbook/fingerprint.ts';
import { markerOf } from '../../src/handbook/marker.ts';
import { looseKey } from '../../src/handbook/toc.ts';
import { readYaml } from '../../src/handbook/yaml.ts';

// What is read character by character, because it is asked of every line, against the pattern that says what it means.

const bits = (...all: string[]) =>
  fc.array(fc.constantFrom(...all), { maxLength: 6 }).map((some) => some.join(''));

const SHAPE =
  /^(\s*)(?:([-*+])(?=\s|$)|(\d{1,9})(?:([.)])(?=\s|$)|([.)])(?=[^\d\s.)])|([、．）]))|[（(](\d{1,3})[)）]|([①-⑳])|([·•●○▪■◆]))\s*/u;

test('a marker is what its pattern matches', () => {
  const line = bits(
    ...[
      '1',
      '23',
      '4567',
      '9999999999',
      '（123',
      '（123）',
      '（1234）',
      '.',
      ')',
      '、',
      '．',
      '）',
      '(',
      '（',
      '①',
      '⑳',
      '㉑',
      '·',
      '•',
      '◆',
    ],
    ...['-', '*', '+', ' ', '\t', '\u3000', '\u00a0', '\ufeff', '\u2028', '\u0085', 'x', '题', '😀'],
  );
  fc.assert(
    fc.property(line, (text) => {
      const match = SHAPE.exec(text);
      const marker = markerOf(text);
      expect(marker?.width).toBe(match?.[0].length);
      const number = match?.[3] ?? match?.[7];
      if (number) expect(marker?.number).toBe(Number(number));
    }),
    { numRuns: 5000 },
  );
});

test('a plain comment means what the YAML reader reads', () => {
  const value = bits(
    ...[
      'id',
      'a',
      'b c',
      '题目',
      '"',
      '\\',
      '[',
      ']',
      ', ',
      ',',
      '-',
      '?',
      '#',
      ' #',
      ' ',
      '1.30',
      'null',
      "'",
    ],
    ...['"x, y?"', '[a, b]', '["q r", s]', '|', '&', '*', '\t', 'é', '\u3000', ': ', '\u2028', '。'],
  );
  const line = fc
    .tuple(fc.constantFrom('id: ', 'en: ', 'aliases: ', 'en:', ''), value)
    .map((both) => both.join(''));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 3 }), (lines) => {
      const source = lines.join('\n');
      const { data, troubles } = readYaml(source);
      if (troubles.length > 0) return;
      const read: unknown = parseDocument(source, { schema: 'failsafe', stringKeys: true }).toJS();
      expect({ ...data }).toEqual(read ? { ...read } : {});
    }),
    { numRuns: 5000 },
  );
});

test('keys and fingerprints see letters and digits of every script, and nothing else', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 30 });
  fc.assert(
    fc.property(text, (one) => {
      const letters = one.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
      expect(looseKey(one)).toBe(letters);
      expect(fingerprintOf(one)).toBe(fingerprintOf(letters));
      expect(fingerprintOf(one) === '').toBe(letters === '');
    }),
    { numRuns: 2000 },
  );
});
