import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { ownQueries } from '../../bench/search/judged.mjs';
import { measure } from '../../bench/search/measures.mjs';
import { parseHandbook } from '../../src/handbook/parse.ts';
import { buildIndex } from '../../src/search/compile-index.ts';
import { search } from '../../src/search/search.ts';
import { shippedKnowledge } from './decks.ts';

const folder = fileURLToPath(new URL('../../data/zh', import.meta.url));
const cards = readdirSync(folder).flatMap(
  (file) => parseHandbook(readFileSync(`${folder}/${file}`, 'utf8'), file).cards,
);
const ids = new Set(cards.map((card) => card.id));
const queries = ownQueries();

test('every judged query is judged by cards that exist, once, and the splits are both there', () => {
  expect(queries.flatMap(({ grades }) => Object.keys(grades)).filter((id) => !ids.has(id))).toEqual([]);
  expect(new Set(queries.map(({ query }) => query)).size).toBe(queries.length);
  expect(queries.length).toBeGreaterThan(400);
  expect(new Set(queries.map(({ split }) => split))).toEqual(new Set(['tune', 'test']));
});

describe('the search keeps what it reached', () => {
  const index = buildIndex(cards, shippedKnowledge());
  const engine = (query: string): { ids: string[]; confident: boolean } => {
    const { hits, confident } = search(index, query);
    return { ids: hits.map((hit) => cards[hit.card]?.id ?? ''), confident };
  };

  test.each(['tune', 'test'])('on the queries of %s', (split) => {
    const { usual, lists, free, falsely } = measure(
      engine,
      queries.filter((query) => query.split === split),
    );
    expect(usual[0]).toBeGreaterThan(0.95);
    expect(usual[1]).toBeGreaterThan(0.97);
    expect(lists[0]).toBeGreaterThan(0.8);
    expect(free[0]).toBeGreaterThan(0.5);
    expect(free[2]).toBeGreaterThan(0.8);
    expect(falsely).toBeLessThan(0.12);
  });
});
