import { expect, test } from 'vitest';
import { isUlid, ulids } from '../../src/storage/ulid.ts';

test.each([
  [0, '0000000000'],
  [1, '0000000001'],
  [32, '0000000010'],
  [1469918176385, '01ARYZ6S41'],
  [281474976710655, '7ZZZZZZZZZ'],
])('the first ten letters of %i are %s', (at, letters) => {
  expect(ulids(() => 0)(at)).toBe(`${letters}${'0'.repeat(16)}`);
});

test('ids of one millisecond count up, also over many digits', () => {
  const make = ulids(() => 0.999);
  expect(make(1)).toBe(`0000000001${'Z'.repeat(16)}`);
  // No greater one is left: drawn anew.
  expect(isUlid(make(1))).toBe(true);
  const rising = ulids(() => 30.5 / 32);
  const ids = Array.from({ length: 100 }, () => rising(5));
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(100);
});

test('ids are alike only by chance', () => {
  const make = ulids(Math.random);
  expect(new Set(Array.from({ length: 5000 }, (_, at) => make(at % 3))).size).toBe(5000);
});

test.each([
  ['01ARYZ6S41TSV4RRFFQ69G5FAV', true],
  ['81ARYZ6S41TSV4RRFFQ69G5FAV', false],
  ['01ARYZ6S41TSV4RRFFQ69G5FAU', false],
  ['01ARYZ', false],
])('%s: %s', (text, valid) => expect(isUlid(text)).toBe(valid));
