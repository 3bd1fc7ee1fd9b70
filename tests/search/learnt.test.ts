import { describe, expect, test } from 'vitest';
import { buildIndex } from '../../src/search/compile-index.ts';
import { type Knowledge, NO_KNOWLEDGE } from '../../src/search/knowledge.ts';
import { withNamesOf } from '../../src/search/learnt.ts';
import { search } from '../../src/search/search.ts';
import { card } from '../card.ts';

const cards = [
  card({
    en: '',
    id: 'cow',
    title: '什么是写时复制？',
    answer: '写时复制（Copy On Write，COW）先共享，写的时候才复制。',
  }),
  card({ en: '', id: 'fork', title: 'fork 做了什么？', answer: '子进程与父进程共享内存页。' }),
  card({ en: '', id: 'this', title: '谈谈 this 的指向', answer: 'this 由调用方式决定。' }),
];
const known: Knowledge = {
  ...NO_KNOWLEDGE,
  stop: ['this', 'is', '什么是'],
  fields: [
    ['memory page', '内存页'],
    ['system call', 'fork'],
  ],
  concepts: [
    { id: 'copy', names: ['copy', 'cow'], weight: 1, broader: '', general: false, everyday: [] },
    { id: 'call', names: ['system call', 'phone'], weight: 1, broader: '', general: true, everyday: [] },
  ],
};
const namesOf = (knowledge: Knowledge): string[] =>
  withNamesOf(cards, knowledge).concepts.map(({ names }) => names.join(' = '));

describe('what a deck says itself', () => {
  test('names in brackets are names of one thing', () => {
    expect(namesOf(NO_KNOWLEDGE)).toEqual(['写时复制 = Copy On Write = COW']);
  });

  test('a known name keeps its meaning and gets the new name; terms of the fields that it asks about come in', () => {
    expect(namesOf(known)).toEqual(['copy = cow = 写时复制 = Copy On Write', 'phone', 'system call = fork']);
  });

  test('a word that says nothing in English is a name in Chinese questions', () => {
    expect(withNamesOf(cards.concat(Array(12).fill(cards[1])), known).stop).toEqual(['is', '什么是']);
    const english = [card({ en: '', id: 'a', title: 'What is this?', answer: '' })];
    expect(withNamesOf(english, known).stop).toEqual(known.stop);
  });

  test('a deck with phrasings needs none of it', () => {
    const asks = { cow: ['拷贝什么时候发生'] };
    expect(withNamesOf(cards, { ...known, asks })).toEqual({ ...known, asks, fields: [] });
  });

  test.each([
    ['copy-on-write', 'cow'],
    ['cow', 'cow'],
    ['copyonwrite', 'cow'],
  ])('%s is found', (query, expected) => {
    const { hits } = search(buildIndex(cards, NO_KNOWLEDGE), query);
    expect(cards[hits[0]?.card ?? -1]?.id).toBe(expected);
  });
});
