import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersIn, placeOf } from '../../src/search/bytes.ts';
import { compileIndex } from '../../src/search/compile-index.ts';
import { NO_KNOWLEDGE } from '../../src/search/knowledge.ts';
import { search } from '../../src/search/search.ts';
import { openIndex } from '../../src/search/search-index.ts';
import { card } from '../card.ts';

// The numbers of a list are as wide as the greatest card or phrase needs: one byte, two, four.
test.each([40, 300, 66_000])('among %d cards the right ones are found, from a Buffer too', (count) => {
  const cards = Array.from({ length: count }, (_, at) =>
    card({ id: `card-${at}`, en: '', title: `ledger${at} 账簿`, answer: at % 7 === 0 ? 'quartz' : '' }),
  );
  // At an odd place of a larger piece of memory, as `Buffer` gives it out.
  const bytes = Buffer.concat([Buffer.from('x'), compileIndex(cards, NO_KNOWLEDGE)]).subarray(1);
  const index = openIndex(bytes);
  const found = (query: string) => search(index, query, { limit: 3 }).hits.map((hit) => hit.card);
  for (const at of [0, 7, Math.floor(count / 2), count - 1]) expect(found(`ledger${at}`)[0]).toBe(at);
  const quartz = search(index, 'quartz', { limit: 30 }).hits;
  expect(quartz).toHaveLength(Math.min(30, Math.ceil(count / 7)));
  expect(quartz.every((hit) => hit.card % 7 === 0)).toBe(true);
});

test('numbers of any width are read from any place', () => {
  fc.assert(
    fc.property(fc.constantFrom(1, 2, 4), fc.array(fc.nat(0xffff_ffff)), fc.nat(3), (width, wide, offset) => {
      const numbers = wide.map((number) => (width === 4 ? number : number % 256 ** width));
      const bytes = Buffer.alloc(offset + width * numbers.length + 1, 0xff);
      for (const [at, number] of numbers.entries()) bytes.writeUIntLE(number, offset + width * at, width);
      expect([...numbersIn(bytes.subarray(offset), numbers.length, width)]).toEqual(numbers);
    }),
  );
});

test('the place of a number is that of the first which is not below it', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(50)), fc.nat(52), (some, least) => {
      const numbers = Uint16Array.from(some).sort();
      const place = numbers.findIndex((number) => number >= least);
      expect(placeOf(numbers, least)).toBe(place < 0 ? numbers.length : place);
    }),
  );
});
