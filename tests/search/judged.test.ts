import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { miniSearch, ours } from '../../bench/search/engines.mjs';
import { heldOut } from '../../bench/search/held-out.mjs';
import { OTHER_DECK, ownQueries } from '../../bench/search/judged.mjs';
import { measure } from '../../bench/search/measures.mjs';
import { parseHandbook } from '../../src/handbook/parse.ts';
import { buildIndex } from '../../src/search/compile-index.ts';
import { type Knowledge, NO_KNOWLEDGE } from '../../src/search/knowledge.ts';
import { search } from '../../src/search/search.ts';
import { card } from '../card.ts';
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
    const { usual, lists, free, falsely, sure } = measure(
      engine,
      queries.filter((query) => query.split === split),
    );
    expect(usual[0]).toBeGreaterThan(0.97);
    expect(usual[1]).toBeGreaterThan(0.98);
    expect(lists[0]).toBeGreaterThan(0.92);
    expect(free[0]).toBeGreaterThan(0.75);
    expect(free[1]).toBeGreaterThan(0.85);
    expect(free[2]).toBeGreaterThan(0.88);
    expect(falsely).toBeLessThan(0.08);
    expect(sure[0]).toBeGreaterThan(0.97);
    expect(sure[1]).toBeGreaterThan(0.93);
    expect(sure[2]).toBeGreaterThan(0.85);
  });

  test('on ways to ask that it has not seen', () => {
    const knowledge = shippedKnowledge();
    const build = (asks: typeof knowledge.asks): ReturnType<typeof ours> =>
      ours(search, buildIndex(cards, { ...knowledge, asks }), cards);
    const { queries: asked, best, reciprocal, five, sure } = heldOut(knowledge.asks, build, { only: 0 });
    expect(asked).toBeGreaterThan(1000);
    expect(best).toBeGreaterThan(0.55);
    expect(reciprocal).toBeGreaterThan(0.67);
    expect(five).toBeGreaterThan(0.83);
    expect(sure).toBeGreaterThan(0.75);
  });
});

describe('names of other fields', () => {
  const redis = card({ id: 'redis', title: 'Redis 怎么持久化？', en: '', answer: 'RDB 和 AOF。' });
  test.each([
    ['docker compose 网络', cards, false],
    ['spring cloud gateway 过滤器', cards, false],
    ['为什么有了 docker 还要 kubernetes', cards, true],
    ['redis 持久化', cards, false],
    ['redis 持久化', [...cards, redis], true],
  ])('%s', (query, deck, expected) => {
    expect(search(buildIndex(deck, shippedKnowledge()), query).confident).toBe(expected);
  });
});

describe('a deck of questions and answers only, without what we know of the field', () => {
  const untold = cards.map((card) => ({
    ...card,
    title: card.from || card.title,
    en: '',
    aliases: [],
    from: '',
  }));
  const { stop, elsewhere, fields, pinyin, concepts } = shippedKnowledge();
  const general = {
    stop,
    elsewhere,
    fields,
    pinyin,
    asks: {},
    concepts: concepts.filter((concept) => concept.general),
  };
  const own = measure(ours(search, buildIndex(untold, general), untold), queries);
  const other = measure(miniSearch(untold, ['title', 'answer']), queries);

  test.each(['usual', 'lists'] as const)('is searched better than by MiniSearch: %s', (kind) => {
    expect(own[kind][1]).toBeGreaterThan(other[kind][1] + 0.13);
  });

  test('is not said to lack what it has, nor to have what it lacks', () => {
    const answerable = queries.filter(({ kind }) => 'abcdefghl'.includes(kind));
    const engine = ours(search, buildIndex(untold, general), untold);
    const sure = answerable.filter(({ query }) => engine(query).confident);
    expect(sure.length / answerable.length).toBeGreaterThan(0.75);
    expect(own.falsely).toBeLessThan(0.08);
  });

  test('is searched better still with our glossary, which every deck gets', () => {
    const told = measure(
      ours(search, buildIndex(untold, { ...shippedKnowledge(), asks: {} }), untold),
      queries,
    );
    expect(told.usual[1]).toBeGreaterThan(own.usual[1] + 0.08);
    expect(told.lists[1]).toBeGreaterThan(own.lists[1] + 0.04);
    expect(told.free[1]).toBeGreaterThan(own.free[1]);
    expect(told.falsely).toBeLessThan(0.08);
  });
});

describe('a handbook about which we know nothing', () => {
  const deck = parseHandbook(readFileSync(OTHER_DECK, 'utf8'), 'deck.md').cards;
  const asked = ownQueries('own/queries.tsv');
  const { pinyin, ...shipped } = shippedKnowledge();
  const reached = (knowledge: Knowledge): ReturnType<typeof measure> =>
    measure(ours(search, buildIndex(deck, knowledge), deck), asked);
  const other = measure(miniSearch(deck, ['title', 'answer']), asked);

  test('every judged query is judged by cards that exist, once', () => {
    const known = new Set(deck.map(({ id }) => id));
    expect(asked.flatMap(({ grades }) => Object.keys(grades)).filter((id) => !known.has(id))).toEqual([]);
    expect(new Set(asked.map(({ query }) => query)).size).toBe(asked.length);
  });

  test('is searched better than by MiniSearch with nothing at all, as people usually ask', () => {
    const own = reached({ ...NO_KNOWLEDGE, pinyin });
    expect(own.all[1]).toBeGreaterThan(other.all[1] + 0.05);
    expect(own.usual[1]).toBeGreaterThan(other.usual[1] + 0.08);
  });

  test('is searched far better than by MiniSearch as every deck is, and nothing is made up', () => {
    const own = reached({ ...shipped, pinyin, asks: {} });
    expect(own.all[1]).toBeGreaterThan(other.all[1] + 0.1);
    expect(own.usual[1]).toBeGreaterThan(other.usual[1] + 0.14);
    expect(own.lists[1]).toBeGreaterThan(other.lists[1] - 0.01);
    expect(own.free[1]).toBeGreaterThan(other.free[1] + 0.05);
    expect(own.falsely).toBeLessThan(0.08);
  });
});
