import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MemoryLexicon } from '../../src/search/lexicon.ts';
import { PairTable } from '../../src/search/pair-table.ts';
import { Postings } from '../../src/search/postings.ts';
import { TermBook } from '../../src/search/term-book.ts';
import { KIND, TermReader } from '../../src/search/term-reader.ts';
import { analyse, type Term } from '../../src/search/terms.ts';
import { unitsOf } from '../../src/search/units.ts';
import { shippedKnowledge } from './decks.ts';

const knowledge = shippedKnowledge();
const lexicon = new MemoryLexicon(knowledge);
const book = new TermBook();
const reader = new TermReader(lexicon, book);
const KINDS = Object.keys(KIND);

/** What `eachTerm` finds, by the names of the reader. */
function expected(text: string): string[] {
  const units = unitsOf(text);
  return analyse(units, lexicon).map((term) => `${kindOf(term, units[term.from]?.han)} ${term.text}`);
}

function kindOf({ role, weight, from, to }: Term, han: boolean | undefined): string {
  if (role === 'broader') return weight === 0.5 ? 'broader' : 'broadest';
  if (role === 'word' && han && to - from === 2) return 'hanWord';
  return role === 'pair' && weight === 0.3 ? 'insidePair' : role;
}

function found(text: string, whole: boolean): string[] {
  reader.read(text, whole);
  const terms = book.terms();
  return Array.from(
    { length: reader.count },
    (_, at) => `${KINDS[reader.kinds[at] as number]} ${terms[reader.terms[at] as number]}`,
  );
}

const names = knowledge.concepts.flatMap((concept) => concept.names);
const pieces = fc.oneof(
  fc.constantFrom(...names, ...knowledge.stop),
  fc.constantFrom(
    'ConfigMaps',
    'podIP',
    'APIs',
    'C++',
    'x_y',
    '-',
    '.',
    '/',
    '、',
    '。',
    '\n',
    ' ',
    '①',
    '\ud842\udfb7',
    '㈱',
    'Ａｂ',
    '\ud800',
    'é',
  ),
  fc.string({ maxLength: 6 }),
  fc.string({
    unit: fc.integer({ min: 0x4e00, max: 0x4e20 }).map((code) => String.fromCharCode(code)),
    maxLength: 4,
  }),
);
const texts = fc.array(pieces, { maxLength: 12 }).map((all) => all.join(''));

test('a reader of many texts finds the terms that are found in each alone', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(found(text, true)).toEqual(expected(text));
    }),
    { numRuns: 1000 },
  );
});

test('of long texts it leaves out what stands together by chance', () => {
  expect(found('quick brown', true)).toContain('pair quickbrown');
  expect(found('quick brown', false)).not.toContain('pair quickbrown');
  expect(found('quick-brown', false)).toEqual(
    expect.arrayContaining([expect.stringContaining('quickbrown')]),
  );
  expect(found('控制的集', true)).toContain('loose 的集');
  expect(found('控制的集', false).filter((term) => term.startsWith('loose'))).toEqual([]);
});

test('a table of pairs is a map', () => {
  const keys = fc.tuple(
    fc.integer({ min: 0, max: 9 }),
    fc.integer({ min: -2_147_483_648, max: 2_147_483_647 }),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(keys, fc.nat()), { maxLength: 60 }), (entries) => {
      const table = new PairTable(2);
      for (const [[left, right], value] of entries) table.set(left, right, value);
      const map = new Map(entries.map(([key, value]) => [key.join(), value]));
      for (const [[left, right]] of entries)
        expect(table.get(left, right)).toBe(map.get([left, right].join()));
      expect(table.get(10, 0)).toBe(-1);
    }),
  );
});

test('occurrences come out by term, in the order of the cards', () => {
  const postings = new Postings();
  for (const [term, card, weight] of [
    [2, 0, 1],
    [0, 0, 0.5],
    [2, 3, 0],
    [0, 7, 2],
  ] as const)
    postings.push(term, card, weight);
  const { starts, numbers, weights } = postings.byTerm(3);
  expect([...starts]).toEqual([0, 2, 2, 4]);
  expect([...numbers]).toEqual([0, 7, 0, 3]);
  expect([...weights]).toEqual([128, 255, 255, 1]);
});
