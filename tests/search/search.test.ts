import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pagedSource } from '../../src/search/bytes.ts';
import { buildIndex, compileIndex } from '../../src/search/compile-index.ts';
import { excerptOf, finderOf, linesOf, rangesIn } from '../../src/search/emphasis.ts';
import { NO_KNOWLEDGE } from '../../src/search/knowledge.ts';
import { type SearchResult, search } from '../../src/search/search.ts';
import { openIndex } from '../../src/search/search-index.ts';
import { foldSiblings } from '../../src/search/siblings.ts';
import { card } from '../card.ts';
import { shippedKnowledge } from './decks.ts';

const cards = [
  card({
    id: 'hpa',
    title: 'HPA 是怎么工作的？',
    en: 'How does HPA work?',
    aliases: ['hpa', '水平扩缩'],
    group: 'scaling',
    topic: 'autoscaling',
    answer: '- 控制器每 15 秒取一次指标。\n- 再按**目标值**改 Deployment 的副本数。',
  }),
  card({
    id: 'vpa',
    title: 'VPA 调整什么？',
    en: 'What does VPA adjust?',
    aliases: ['vpa'],
    group: 'scaling',
    topic: 'autoscaling',
    answer: '它改容器的资源请求，会重建 Pod。',
  }),
  card({
    id: 'taints',
    title: '污点和容忍度是怎么工作的？',
    en: 'Taints and tolerations',
    aliases: ['taint', '污点', '容忍度'],
    topic: 'scheduling',
    answer: '`NoSchedule` 污点拦住没有容忍度的 Pod。',
  }),
  card({
    id: 'ingress',
    title: 'Ingress 是什么？',
    en: 'What is Ingress?',
    aliases: ['ingress'],
    topic: 'services',
    answer: '按域名把 HTTP 请求转给 Service。Calico 与它无关。',
  }),
  card({
    id: 'quota',
    title: 'ResourceQuota 限制什么？',
    en: 'What does ResourceQuota limit?',
    aliases: ['quota', '资源配额'],
    topic: 'scheduling',
    answer: '限制一个命名空间里资源的总量。',
  }),
];
const knowledge = {
  ...shippedKnowledge(),
  asks: { ingress: ['一个网址后面挂几个网站', 'several sites behind one address'] },
};
const index = buildIndex(cards, knowledge);
const ids = (result: SearchResult): string[] => result.hits.map((hit) => cards[hit.card]?.id ?? '');
const best = (query: string): string | undefined => ids(search(index, query))[0];

describe('finds a card by', () => {
  test.each([
    ['its name', 'taint', 'taints', 'synonym'],
    ['the name in the other language', '污点', 'taints', 'synonym'],
    ['an abbreviation', 'ing', 'ingress', 'synonym'],
    ['a wider thing', '弹性伸缩', 'hpa', 'synonym'],
    ['how people say it', '流量高峰', 'hpa', 'everyday'],
    ['pinyin', 'wudian', 'taints', 'pinyin'],
    ['pinyin half typed', 'rongre', 'taints', 'pinyin'],
    ['initials', 'zype', 'quota', 'pinyin'],
    ['a slip in pinyin', 'wudain', 'taints', 'pinyin'],
    ['the wrong characters of an input method', '污典', 'taints', 'homophone'],
    ['half a name', 'ingre', 'ingress', 'prefix'],
    ['a slip', 'tiant', 'taints', 'typo'],
    ['the first letter wrong', 'jngress', 'ingress', 'typo'],
    ['words of the answer', 'calico', 'ingress', 'synonym'],
    ['full width', 'ＱＵＯＴＡ', 'quota', 'synonym'],
    ['a joined name', 'resource-quotas', 'quota', 'synonym'],
  ])('%s: %s', (_, query, id, reason) => {
    const result = search(index, query);
    expect(ids(result)[0]).toBe(id);
    expect(result.hits[0]?.matches.map((match) => match.reason)).toContain(reason);
  });

  test('a phrasing that shares no word with the card', () => {
    expect(best('几个网站挂在一个网址')).toBe('ingress');
    expect(best('many sites, one address')).toBe('ingress');
  });
});

test('says what it understood otherwise than typed', () => {
  expect(search(index, 'wudian').understood).toEqual([{ typed: 'wudian', as: '污点', reason: 'pinyin' }]);
  expect(search(index, 'ing').understood).toEqual([{ typed: 'ing', as: 'ingress', reason: 'synonym' }]);
});

describe('knows when nothing answers', () => {
  test.each([
    ['terraform', false],
    ['红烧肉', false],
    ['', false],
    ['的 了 吗', false],
    ['hpa', true],
    ['what is ingress', true],
  ])('%s', (query, confident) => {
    expect(search(index, query).confident).toBe(confident);
  });
});

describe('the query language', () => {
  const text = (number: number): string => cards[number]?.answer ?? '';

  test.each([
    ['pod -vpa', ['taints']],
    ['pod topic:scheduling', ['taints']],
    ['topic:scheduling', ['taints', 'quota']],
    ['topic:schedulin', []],
    ['"资源请求"', ['vpa']],
  ])('%s', (query, expected) => {
    expect(ids(search(index, query, { text }))).toEqual(expected);
  });

  test('of a phrase that no card has, the nearest to its words, as no answer', () => {
    const found = search(index, '"请求资源" -vpa', { text });
    expect(found.confident).toBe(false);
    expect(ids(found)).toEqual(['quota', 'ingress']);
  });

  test('a topic by any name, of accepted cards', () => {
    const inTopic = (word: string, number: number): boolean =>
      word === '调度' && cards[number]?.topic === 'scheduling';
    expect(ids(search(index, 'pod topic:调度', { inTopic }))).toEqual(['taints']);
    expect(ids(search(index, 'topic:调度', { inTopic, accept: (number) => number !== 2 }))).toEqual([
      'quota',
    ]);
    expect(search(index, 'topic:存储', { inTopic }).confident).toBe(false);
  });

  test('only accepted cards are ranked, as many as asked for', () => {
    expect(ids(search(index, 'pod', { accept: (number) => number !== 1 }))).not.toContain('vpa');
    expect(search(index, 'pod 资源', { limit: 1 }).hits).toHaveLength(1);
  });
});

test('siblings fold under the best of their group', () => {
  const folded = foldSiblings(search(index, '扩缩').hits);
  expect(
    folded.map(({ hit, siblings }) => [cards[hit.card]?.id, siblings.map((one) => cards[one.card]?.id)]),
  ).toEqual([['hpa', ['vpa']]]);
});

describe('matches in a text', () => {
  const marked = (query: string, text: string): string => {
    const ranges = rangesIn(text, finderOf(index, search(index, query).wanted));
    return [...ranges].reverse().reduce((left, { start, end, reason }) => {
      return `${left.slice(0, start)}[${left.slice(start, end)}|${reason}]${left.slice(end)}`;
    }, text);
  };
  test.each([
    ['污点', '污点拦住 Pod', '[污点|literal]拦住 Pod'],
    ['taint', '污点拦住 Pod', '[污点|synonym]拦住 Pod'],
    ['wudian', '污点拦住 Pod', '[污点|pinyin]拦住 Pod'],
    ['quota', 'Resource Quotas，配额', 'Resource [Quotas|literal]，[配额|synonym]'],
    ['port', 'the import report', 'the import report'],
  ])('%s in %s', (query, text, expected) => {
    expect(marked(query, text)).toBe(expected);
  });

  test('the line of an answer that says most, without its marks', () => {
    const finder = finderOf(index, search(index, '副本数 目标').wanted);
    const { line, ranges } = excerptOf(linesOf(cards[0]?.answer ?? ''), finder);
    expect(line).toBe('再按目标值改 Deployment 的副本数。');
    expect(ranges.map(({ start, end }) => line.slice(start, end))).toContain('副本数');
  });
});

test('a deck without our data finds by words, slips, half words and initials', () => {
  const own = buildIndex(
    [
      card({ id: 'aof', title: 'Redis 的 Append Only File 怎么重写？', en: '', answer: '后台进程重写。' }),
      card({ id: 'index', title: '什么是聚簇索引？', en: '', answer: 'InnoDB 按主键存放整行。' }),
    ],
    { ...NO_KNOWLEDGE, pinyin: knowledge.pinyin },
  );
  const found = ['aof', 'appendonlyfile', 'redsi', 'appen', 'innodb', '聚簇', 'suoyin', '索印'].map(
    (query) => search(own, query).hits[0]?.card,
  );
  expect(found).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
});

test('names of other fields are no slips of other words', () => {
  expect(search(index, 'django').understood).toEqual([]);
  expect(search(index, 'pytorch').understood).toEqual([]);
});

test('an index read page by page answers as one in memory', () => {
  const bytes = compileIndex(cards, knowledge);
  const paged = openIndex(
    pagedSource(bytes.length, (offset, into) => {
      into.set(bytes.subarray(offset, offset + into.length));
    }),
  );
  const words = fc.constantFrom(
    'hpa',
    'wudian',
    'tiant',
    '扩容',
    '污典',
    'pod',
    '域名',
    '-vpa',
    '"pod"',
    'zzz',
    '的',
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 4 }), (parts) => {
      expect(search(paged, parts.join(' '))).toEqual(search(index, parts.join(' ')));
    }),
    { numRuns: 60 },
  );
});

test('anything may be typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (typed) => {
      const { hits } = search(index, typed);
      expect(hits.every((hit) => hit.score > 0 && hit.coverage <= 1.0001 && hit.likeness <= 1)).toBe(true);
      expect(hits.map((hit) => hit.score)).toEqual(hits.map((hit) => hit.score).sort((a, b) => b - a));
    }),
  );
});

test('bytes that are no index are refused', () => {
  expect(() => openIndex(new Uint8Array(0))).toThrow(RangeError);
  expect(() => openIndex(new Uint8Array(4096))).toThrow(RangeError);
});
