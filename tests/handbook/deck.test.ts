import { describe, expect, it } from 'vitest';
import { joinHandbooks, parseHandbook } from '../../src/handbook/parse.ts';

function book(file: string, front: string, ...titles: string[]) {
  const cards = titles.map(
    (title) => `### ${title}\n\n${title}的答案，足够长的一句话，用来和别的答案区分开来，不会相同。\n`,
  );
  return parseHandbook(`---\n${front}\n---\n${cards.join('\n')}`, file);
}

describe('joinHandbooks', () => {
  it('orders topics by their order, those without one last', () => {
    const deck = joinHandbooks([
      book('c.md', 'title: c', '甲'),
      book('b.md', 'order: 2', '乙'),
      book('a.md', 'order: 1', '丙'),
    ]);
    expect(deck.topics.map(({ file }) => file)).toEqual(['a.md', 'b.md', 'c.md']);
    expect(deck.cards.map(({ title }) => title)).toEqual(['丙', '乙', '甲']);
    expect(deck.problems).toEqual([]);
  });

  it('makes ids unique and says so', () => {
    const deck = joinHandbooks([book('a.md', 'topic: a', '概述'), book('b.md', 'topic: b', '概述')]);
    expect(deck.cards.map(({ id }) => id)).toEqual(['概述', 'b-概述']);
    expect(deck.problems.map(({ code, file }) => `${code} ${file}`)).toEqual([
      'id-duplicate b.md',
      'question-duplicate b.md',
    ]);
  });

  it('keeps topics apart that chose the same id', () => {
    const deck = joinHandbooks([book('a/x.md', 'title: 1', '甲'), book('b/x.md', 'title: 2', '乙')]);
    expect(deck.topics.map(({ id }) => id)).toEqual(['x', 'x-1']);
    expect(deck.cards.map(({ topic }) => topic)).toEqual(['x', 'x-1']);
    expect(deck.problems.map(({ code }) => code)).toEqual(['topic-duplicate']);
  });

  it('makes near-duplicates of two files siblings', () => {
    const deck = joinHandbooks([
      book('a.md', 'title: 1', 'Job 和 CronJob 的区别', 'Service 有哪些类型？'),
      book('b.md', 'title: 2', 'Jobs 与 CronJobs 有什么不同的用途？', 'Ingress 是什么？'),
    ]);
    const [job, service, jobs] = deck.cards;
    expect(jobs?.group).toBe(job?.id);
    expect(job?.group).toBe(job?.id);
    expect(service?.group).toBe('');
    expect(deck.problems.map(({ code, file, line }) => `${code} ${file} ${line}`)).toEqual([
      'question-near b.md 4',
    ]);
  });

  it('reports an answer pasted twice, but no siblings of one group', () => {
    const answer =
      '这是同一个答案，长得足以让人怀疑它是被粘贴了两次，而不是碰巧写得一样，因为很少有两个答案的每一个字都完全相同。';
    const text = (group: string) =>
      `### 甲问\n<!-- card\ngroup: ${group}\n-->\n${answer}\n\n### 乙问\n<!-- card\ngroup: g\n-->\n${answer}\n`;
    expect(parseHandbook(text('h'), 'a.md').problems.map(({ code }) => code)).toEqual(['answer-duplicate']);
    expect(parseHandbook(text('g'), 'a.md').problems).toEqual([]);
  });

  it('joins nothing', () => {
    expect(joinHandbooks([])).toEqual({ topics: [], cards: [], problems: [] });
  });
});

describe('siblings', () => {
  it('leaves the groups that an author wrote', () => {
    const text = (group: string) =>
      `### 甲是什么东西？\n<!-- card\ngroup: one\n-->\n一。\n\n### 甲是什么东西\n${group}\n二。\n`;
    const groups = (group: string) => parseHandbook(text(group), 'a.md').cards.map((card) => card.group);
    expect(groups('<!-- card\ngroup: two\n-->')).toEqual(['one', 'two']);
    expect(groups('')).toEqual(['one', 'one']);
  });
});

describe('fingerprints', () => {
  const fingerprint = (answer: string) =>
    parseHandbook(`### 问\n\n${answer}\n`, 'a.md').cards[0]?.fingerprint;

  it.each([
    ['甲乙 **丙**。', '甲 乙丙', true],
    ['ABC', 'abc', true],
    ['甲乙', '乙甲', false],
    ['甲乙', '甲丙', false],
    ['a1', 'a2', false],
  ])('%s and %s: the same is %s', (one, two, same) => {
    expect(fingerprint(one) === fingerprint(two)).toBe(same);
  });

  it('are empty for answers without a letter', () => {
    expect(fingerprint('---')).toBe('');
  });
});
