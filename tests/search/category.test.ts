import { describe, expect, test } from 'vitest';
import { findCategory, findTopic } from '../../src/search/category.ts';
import { run } from '../world.ts';

const facts = { order: 0, kubernetes: '', checked: '', file: '' };
const topics = [
  { id: 'networking', title: '集群网络', titleEn: 'Networking', ...facts },
  { id: 'services', title: '服务与 Ingress', titleEn: 'Services', ...facts },
];

test.each([
  ['networking', 'networking'],
  ['网络', 'networking'],
  ['集群网络', 'networking'],
  ['NETW', 'networking'],
  ['Ｓｅｒｖｉｃｅｓ', 'services'],
  ['ingress', 'services'],
  ['netwrking', undefined],
  ['基础', undefined],
])('topic:%s', (word, topic) => {
  const found = findTopic(word, topics);
  expect(topics.find(({ id }) => found?.matches({ topic: id, section: '基础' }))?.id).toBe(topic);
});

test.each([
  ['netwrking', { topic: 'networking', section: '' }],
  ['基础', { topic: 'services', section: '基础' }],
  ['basic', { topic: 'services', section: '基础' }],
])('-c %s', async (word, card) => {
  const found = await findCategory(word, topics, ['基础', '提高']);
  expect(found?.matches(card)).toBe(true);
  expect(found?.matches({ topic: '', section: '' })).toBe(false);
});

describe('searching the built-in deck within a topic', () => {
  const topicsOf = async (...argv: string[]): Promise<(string | undefined)[]> => {
    const { stdout } = await run(['search', ...argv, '--json', '-n', '99']);
    const { hits } = JSON.parse(stdout) as { hits: { topic?: string; section?: string }[] };
    return [
      ...new Set(hits.map(({ topic, section }) => (argv.includes('-c') ? `${topic} ${section}` : topic))),
    ];
  };

  test.each([
    [['pod', 'topic:网络'], ['networking']],
    [['pod', 'topic:networking'], ['networking']],
    [['topic:networking'], ['networking']],
    [['pod', 'topic:networking', '-c', '专家'], ['networking 专家']],
    [['pod', 'topic:networking', '-c', '存储'], []],
    [['pod', 'topic:nowhere'], []],
  ])('%j', async (argv, expected) => {
    expect(await topicsOf(...argv)).toEqual(expected);
  });
});
