import fc from 'fast-check';
import { expect, test } from 'vitest';
import { memorySource, pagedSource } from '../../src/search/bytes.ts';
import { StringTable } from '../../src/search/string-table.ts';
import { writeStrings } from '../../src/search/write-strings.ts';

/** Alike at their beginnings, so that many blocks of a table begin with the same units. */
const alike = fc
  .tuple(
    fc.constantFrom('', 'service', 'services', 'serviceac'),
    fc.string({ unit: fc.constantFrom('\0', 'a', 'b'), maxLength: 9 }),
  )
  .map((parts) => parts.join(''));
const text = fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), alike);
const strings = fc.uniqueArray(text, { maxLength: 400, size: 'max' });

test('finds what a sorted list holds, and where what it lacks would be', () => {
  fc.assert(
    fc.property(strings, text, (unsorted, wanted) => {
      const sorted = [...unsorted].sort();
      const table = new StringTable(memorySource(writeStrings(sorted)), 0);
      expect(sorted.map((_, index) => table.at(index))).toEqual(sorted);
      expect(table.find(wanted)).toBe(sorted.indexOf(wanted));
      expect(table.seek(wanted)).toBe(sorted.filter((text) => text < wanted).length);
    }),
  );
});

test('a string of any length comes back', () => {
  const long = `${'污点'.repeat(6000)}.`;
  expect(new StringTable(memorySource(writeStrings(['a', long])), 0).at(1)).toBe(long);
});

test('pages give the bytes of the whole', () => {
  const data = Uint8Array.from({ length: 70_000 }, (_, at) => at % 251);
  const source = pagedSource(data.length, (offset, into) => {
    into.set(data.subarray(offset, offset + into.length));
  });
  fc.assert(
    fc.property(fc.nat(69_999), fc.nat(40_000), (offset, size) => {
      const length = Math.min(size, data.length - offset);
      expect(source.bytes(offset, length)).toEqual(data.subarray(offset, offset + length));
      if (length >= 4) expect(source.u32(offset)).toBe(memorySource(data).u32(offset));
    }),
    { numRuns: 40 },
  );
});
