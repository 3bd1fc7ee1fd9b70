import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../world.ts';
import { EDITION, partOf, plain } from './edition.ts';

const questions: readonly { id: string; from: string }[] = JSON.parse(
  readFileSync(join(ROOT, 'tests', 'fixtures', 'edition-questions.json'), 'utf8'),
);
const docs: { en: string[]; zh: string[] } = JSON.parse(
  readFileSync(join(ROOT, 'tests', 'fixtures', 'kubernetes-docs-paths.json'), 'utf8'),
);

test('every question of the handbook is answered once, under an id that never changes', () => {
  expect(EDITION.cards.map(({ id, from }) => ({ id, from })).sort(byId)).toEqual([...questions].sort(byId));
});

test('the edition has no problems of its own', () => {
  expect(EDITION.problems).toEqual([]);
});

test('there are 14 topics, each in its place and checked against a version', () => {
  const orders = EDITION.topics.map((topic) => topic.order).sort((a, b) => a - b);
  expect(orders).toEqual(Array.from({ length: 14 }, (_, index) => index + 1));
  expect(EDITION.topics.filter((topic) => !topic.titleEn || topic.kubernetes !== '1.36')).toEqual([]);
});

test('no alias names two cards that are not siblings', () => {
  const owners = new Map<string, (typeof EDITION.cards)[number]>();
  const clashes: string[] = [];
  for (const card of EDITION.cards) {
    for (const alias of card.aliases.map((name) => name.toLowerCase())) {
      const other = owners.get(alias);
      if (other && other.id !== card.id && (other.group === '' || other.group !== card.group))
        clashes.push(`${alias}: ${other.id}, ${card.id}`);
      owners.set(alias, card);
    }
  }
  expect(clashes).toEqual([]);
});

describe.each(EDITION.cards.map((card) => [card.id, card] as const))('%s', (_, card) => {
  test('is complete', () => {
    expect(card.en).not.toBe('');
    expect(card.aliases.length).toBeGreaterThanOrEqual(3);
    expect(['基础', '提高', '专家']).toContain(card.section);
    expect(card.keyPoints.length).toBeGreaterThanOrEqual(3);
    expect(card.keyPoints.length).toBeLessThanOrEqual(7);
    expect(card.keyPoints.filter((point) => point.must).length).toBeGreaterThanOrEqual(1);
    expect(card.keyPoints.filter((point) => !point.text.startsWith('**'))).toEqual([]);
    expect(card.keyPoints.filter((point) => point.terms.length === 0)).toEqual([]);
    expect(card.followUps.length).toBeGreaterThanOrEqual(2);
    expect(partOf(card, 'pitfalls').match(/^- ✗ /gm)?.length).toBeGreaterThanOrEqual(2);
  });

  test('opens with one breath of at most 120 characters', () => {
    const [first = ''] = partOf(card, 'lead').split('\n\n');
    expect(plain(first).length).toBeGreaterThan(10);
    expect([...plain(first)].length).toBeLessThanOrEqual(120);
  });

  test('compares in a table where the question compares', () => {
    if (/区别|对比|不同|有何异同|\bvs\b/.test(`${card.title} ${card.from}`))
      expect(partOf(card, 'comparison')).toMatch(/^\|.*\|$/m);
    else expect(partOf(card, 'lead')).not.toMatch(/^\|/m);
  });

  test('refers to pages that the documentation has', () => {
    const urls = [...card.answer.matchAll(/https?:\/\/[^\s)]+/g)].map((match) => match[0]);
    const links = partOf(card, 'references').match(/\]\(https:\/\/[^)]+\)/g) ?? [];
    expect(links.length).toBeGreaterThanOrEqual(1);
    // One to three pages of the documentation, and the sources of what is not in it.
    expect(links.filter((link) => /kubernetes\.io\/(zh-cn\/)?docs\//.test(link)).length).toBeLessThanOrEqual(
      3,
    );
    const wrong = urls.filter((url) => {
      const match = /^https:\/\/kubernetes\.io\/(zh-cn\/)?docs\/([^#]*?)\/?(#.*)?$/.exec(url);
      if (!match)
        return (
          url.startsWith('https://kubernetes.io/') && !url.includes('/blog/') && !url.includes('/releases/')
        );
      return !(match[1] ? docs.zh : docs.en).includes(match[2] ?? '') || !/\/(#.*)?$/.test(url);
    });
    expect(wrong).toEqual([]);
  });
});

test('no sentence that claims something stands in two cards', () => {
  const seen = new Map<string, string>();
  const repeated: string[] = [];
  for (const card of EDITION.cards) {
    const prose = plain(card.answer.replace(/^```[\s\S]*?^```$/gm, '').replace(/^(\||- \[).*$/gm, ''));
    for (const sentence of new Set(
      prose.split(/[。！？；\n]/).map((text) => text.replace(/^[-\d.★✗\s]+/, '').trim()),
    )) {
      if (sentence.length < 14) continue;
      const other = seen.get(sentence);
      if (other && other !== card.id) repeated.push(`${other}, ${card.id}: ${sentence}`);
      seen.set(sentence, card.id);
    }
  }
  expect(repeated).toEqual([]);
});

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}
