import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Card } from '../../src/handbook/card.ts';
import { outlineOf } from '../../src/handbook/draft.ts';
import { titleOf } from '../../src/handbook/heading-text.ts';
import { parseHandbook } from '../../src/handbook/parse.ts';
import { repairHandbook, repairLines } from '../../src/handbook/repair.ts';
import { writeCard, writeHandbook } from '../../src/handbook/write.ts';
import { seeded } from '../../src/memory/shuffle.ts';
import * as damages from './damage.ts';
import { fixture } from './fixture.ts';

/** Lines that mean something to the parser, and some that do not. */
const line = fc.oneof(
  fc.constantFrom(
    '',
    '',
    '',
    '### 什么是 Pod？',
    '### **Pod 与 Service 的区别**',
    '## 基础',
    '# 手册',
    '#### 要点',
    '#### 自己的小节',
    '###',
    '###没有空格',
    '- 甲',
    '  - 乙',
    '1. 丙',
    '2. 丁：',
    '1、戊。',
    '2、己,',
    '·庚',
    '（1）辛',
    '```yaml',
    '```',
    '~~~',
    '    缩进',
    '> 引用',
    '| a | b |',
    '|---|---|',
    '---',
    '===',
    '<!-- card',
    '<!-- card id: x -->',
    'id: hpa',
    'en: "a: b"',
    '-->',
    '<!-- 注 -->',
    '<!--',
    '<div>',
    '</div>',
    '<pre>',
    '</pre>',
    '[题]](https://example.org/x)',
    '[a](#a)',
    '- [什么是 Pod？](#什么是-pod)',
    '如何扩容？',
    '如何扩容的答案是：',
    '一句没有结尾的话',
    '的后半句。',
    'Qu',
    'ota 是配额。',
    '★ **名**：值。 <!-- kw: a|b -->',
    '**粗体**',
    '`代码',
    '\\### 转义',
    '__proto__: 1',
    'repair: off',
  ),
  fc.string({ unit: 'grapheme', maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const handbook = fc.array(line, { maxLength: 40 }).map((lines) => lines.join('\n'));
const anyText = fc.oneof(
  handbook,
  fc.string({ unit: 'binary', maxLength: 300 }),
  handbook.map((text) => text.replaceAll('\n', '\r\n')),
);

/** What a card is, apart from where it stands. */
function substance({ line: _line, file: _file, topic: _topic, parts, ...card }: Card): unknown {
  return { ...card, parts: parts.map(({ line: _at, ...part }) => part) };
}

describe('any text', () => {
  it('parses without throwing, into cards with unique ids', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { cards, problems } = parseHandbook(text, 'a.md');
        expect(new Set(cards.map(({ id }) => id)).size).toBe(cards.length);
        const last = text.split(/\r\n|\r|\n/).length;
        for (const each of [...cards, ...problems]) {
          expect(each.line).toBeGreaterThanOrEqual(1);
          expect(each.line).toBeLessThanOrEqual(last);
        }
      }),
      { numRuns: 600 },
    );
  });

  it('is repaired to a text that needs no repair and has the same cards', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = parseHandbook(text, 'a.md');
        const repaired = repairHandbook(text, 'a.md').text;
        const again = parseHandbook(repaired, 'a.md');
        expect(again.cards.map(substance)).toEqual(once.cards.map(substance));
        expect(again.problems.filter((problem) => problem.repaired)).toEqual([]);
        expect(repairHandbook(repaired, 'a.md').text).toBe(repaired);
      }),
      { numRuns: 600 },
    );
  });

  it('loses nothing: every written line is in exactly one place', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { scan, profile } = repairLines(text);
        const { drafts, loose } = outlineOf(scan, profile);
        const places = new Map<number, number>();
        const put = (index: number) => places.set(index, (places.get(index) ?? 0) + 1);
        for (let index = 0; index < (scan.front?.end ?? 0); index++) put(index);
        for (const { start, end } of loose) for (let index = start; index < end; index++) put(index);
        for (const { lines, comments } of drafts) {
          for (const index of lines) put(index);
          for (const index of comments[0] ?? []) put(index);
        }
        const bounds = scan.headings.filter(
          ({ level, raw }) => level <= profile.level && titleOf(raw) !== '',
        );
        for (const { index, end } of bounds) for (let at = index; at < end; at++) put(at);
        const { start, end } = profile.toc;
        const wrong = scan.text.lines.flatMap((each, index) => {
          const wanted = each.trim() === '' || (index >= start && index < end) ? [0, 1] : [1];
          return wanted.includes(places.get(index) ?? 0) ? [] : [each];
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('gives its cards back when they are written', () => {
    fc.assert(
      fc.property(handbook, (text) => {
        const { topic, cards } = parseHandbook(text, 'a.md');
        const sorted = [
          ...cards.filter(({ section }) => section === ''),
          ...cards.filter(({ section }) => section !== ''),
        ];
        const again = parseHandbook(writeHandbook(topic, cards), 'a.md');
        expect(again.cards.map(substance)).toEqual(sorted.map(substance));
        expect(again.topic).toEqual(topic);
      }),
      { numRuns: 600 },
    );
  });
});

describe('cards of sound handbooks', () => {
  it.each(['clean-zh.md', 'clean-en.md', 'posted.md'])('of %s come back one by one', (name) => {
    for (const card of parseHandbook(fixture(name), name).cards) {
      const [again] = parseHandbook(writeCard(card), name).cards;
      expect(again && substance({ ...again, section: card.section })).toEqual(substance(card));
    }
  });

  it('come back with any text in their fields', () => {
    const field = fc
      .string({ unit: 'grapheme', maxLength: 20 })
      .map((text) => text.replace(/\s+/g, ' ').trim());
    const [sample] = parseHandbook('### q\n\n答案。\n', 'a.md').cards;
    fc.assert(
      fc.property(field, field, fc.array(field, { maxLength: 3 }), field, (en, from, aliases, group) => {
        const named = [...new Set(aliases.filter((alias) => alias !== ''))];
        const card = { ...(sample as Card), en, from, aliases: named, group };
        expect(parseHandbook(writeCard(card), 'a.md').cards.map(substance)).toEqual([substance(card)]);
      }),
    );
  });

  it('have titles with any marks', () => {
    const [sample] = parseHandbook('### q\n\n答案。\n', 'a.md').cards;
    const marks = fc.string({
      unit: fc.constantFrom(...'a甲*_`[]()<>&~#|!\\.-+1 '),
      minLength: 1,
      maxLength: 20,
    });
    fc.assert(
      fc.property(marks, (text) => {
        const title = text.replace(/ +/g, ' ').trim();
        fc.pre(title !== '');
        const card = { ...(sample as Card), title };
        expect(
          parseHandbook(writeHandbook(parseHandbook('', 'a.md').topic, [card]), 'a.md').cards[0]?.title,
        ).toBe(title);
      }),
      { numRuns: 300 },
    );
  });
});

describe('damage upon damage', () => {
  it('never throws, and never loses more than a few cards', () => {
    const source = fixture('posted.md');
    const random = seeded(11);
    const kinds: damages.Damage[] = Object.values(damages);
    for (let variant = 0; variant < 20; variant++) {
      let text = source;
      for (let round = 0; round < 8; round++) {
        text = kinds[Math.floor(random() * kinds.length)]?.(text, random) ?? text;
      }
      const { cards } = parseHandbook(text, 'h.md');
      expect(cards.length).toBeGreaterThanOrEqual(36);
      expect(cards.length).toBeLessThanOrEqual(42);
    }
  });

  it.each([
    ['brackets', '['],
    ['links', '[a]]('],
    ['stars', '**a '],
    ['ticks', '`a``'],
    ['comments', '<!--'],
    ['comment lines', '<!-- a\n'],
    ['card comments', '<!-- card\n'],
    ['blank lines', '\n'],
    ['headings', '### a\n'],
    ['questions', '什么是 Pod？\n\nPod 是：\n\n1、好。\n\n'],
    ['fences', '```a\n\n### b\n'],
    ['commas', 'a,\n\n'],
    ['nul', '\0'],
    ['carriage returns', '\r'],
    ['half surrogates', '\ud800'],
    ['quotes', '>'],
  ])('reads 200,000 characters of %s', (_, piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length));
    expect(() => parseHandbook(text, 'a.md')).not.toThrow();
    expect(() => parseHandbook(`### ${text}`, 'a.md')).not.toThrow();
  });
});
