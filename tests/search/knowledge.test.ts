import { describe, expect, test } from 'vitest';
import { knowledgeFaults, knowledgeFrom } from '../../src/search/knowledge.ts';
import { shippedKnowledge } from './decks.ts';

const glossary = (...concepts: unknown[]): unknown => ({ concepts });
const faults = (files: Parameters<typeof knowledgeFrom>[0], cards: string[] = []): string[] =>
  knowledgeFaults(knowledgeFrom(files), new Set(cards));

test('the shipped glossary has no faults', () => {
  const knowledge = shippedKnowledge();
  expect(knowledgeFaults(knowledge, new Set(Object.keys(knowledge.asks)))).toEqual([]);
  expect(knowledge.concepts.filter((concept) => !concept.general).length).toBeGreaterThan(95);
});

describe('faults', () => {
  test.each([
    [
      'a concept twice',
      glossary({ id: 'a', names: ['x'] }, { id: 'a', names: ['y'] }),
      'concept a is there twice',
    ],
    [
      'no such broader one',
      glossary({ id: 'a', broader: 'b', names: ['x'] }),
      'concept a: no broader concept b',
    ],
    [
      'one name for two',
      glossary({ id: 'a', names: ['config map'] }, { id: 'b', names: ['ConfigMaps'] }),
      '"ConfigMaps" names both a and b',
    ],
  ])('%s', (_, file, fault) => {
    expect(faults({ glossary: file })).toEqual([fault]);
  });

  test('a name of the field that is called of another', () => {
    const words = { elsewhere: [['redis', 'helm']] };
    expect(faults({ glossary: glossary({ id: 'chart', names: ['Helm'] }), words })).toEqual([
      '"helm" is called of another field, and names chart',
    ]);
  });

  test('asks of no card, and asks that are there twice', () => {
    expect(faults({ asks: [{ pod: ['why', 'Why?'], gone: ['how'] }] }, ['pod'])).toEqual([
      'asks: pod has "Why?" twice',
      'asks: no card gone',
    ]);
  });
});

describe('a file out of shape is refused with its place', () => {
  test.each([
    [{ glossary: [] }, /glossary: a mapping/],
    [{ glossary: { concepts: {} } }, /concepts: a list/],
    [{ glossary: glossary({ id: 'a' }) }, /a: a list/],
    [{ glossary: glossary({ id: 'a', names: [{}] }) }, /a: a text/],
    [{ asks: [{ pod: 'how' }] }, /asks of pod: a list/],
    [{ asks: [{ pod: [{ why: 'colon' }] }] }, /asks of pod: a text/],
  ])('%j', (files, message) => {
    expect(() => knowledgeFrom(files)).toThrow(message);
  });
});
