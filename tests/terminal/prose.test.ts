import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compose } from '../../src/terminal/compose.ts';
import { linked } from '../../src/terminal/join.ts';
import { renderMarkdown } from '../../src/terminal/markdown.ts';
import { breakLines } from '../../src/terminal/paragraph.ts';
import { runsOf } from '../../src/terminal/prose.ts';
import { filled } from '../../src/terminal/slots.ts';
import { splitWords } from '../../src/terminal/split-words.ts';
import { BOLD, role } from '../../src/terminal/style.ts';
import { displayWidth } from '../../src/terminal/width.ts';
import { lookAt } from './looks.ts';

const WORDS = [
  '容器',
  '命名空间',
  '控制平面',
  '资源',
  '请求',
  '滚动',
  '更新',
  '服务',
  '的',
  '和',
  '在',
  '了',
];

/** Chinese words with marks and Latin words in it, without spaces at its ends. */
const text = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...WORDS) },
      fc.constantFrom('，', '。', ' Pod ', 'kubectl', '（', '）', ' 10 个'),
    ),
    {
      minLength: 1,
      maxLength: 50,
    },
  )
  .map((parts) => parts.join('').trim())
  .filter((joined) => joined !== '');

const proseOf = (value: string) => compose([{ type: 'text', text: value }]);

describe('lines', () => {
  test('are the best there are, though breaks inside of words are looked at only when they may be better', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 90 }), fc.constantFrom(0, 2), (value, columns, over) => {
        const prose = proseOf(value);
        const room = { first: columns, rest: columns, over };
        const every = { ...prose, units: splitWords(prose.units, prose.text, 0) };
        const [found, best] = [breakLines(prose, room), breakLines(every, room)];
        // Only a cheaper way that leaves a line rather empty may differ.
        expect(found.cost).toBeLessThanOrEqual(best.cost);
        if (found.cost === best.cost) expect(found.lines).toEqual(best.lines);
      }),
      { numRuns: 500 },
    );
  });

  test('are together the whole text, each as wide as it says', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 2, max: 90 }), (value, columns) => {
        const prose = proseOf(value);
        const { lines } = breakLines(prose, { first: columns, rest: columns, over: 0 });
        const shown = lines.map(([from, to]) => prose.text.slice(from, to));
        expect(shown.join('').replaceAll(' ', '')).toBe(prose.text.replaceAll(' ', ''));
        expect(lines.map(([, , width]) => width)).toEqual(shown.map((line) => displayWidth(line, 2)));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the style around', () => {
  test('holds for what has none of its own, spaces between two styles apart', () => {
    const prose = compose([
      { type: 'text', text: '看 ' },
      { type: 'code', text: 'kubectl' },
    ]);
    expect(runsOf(prose, 0, prose.text.length, BOLD)).toEqual([
      { text: '看', style: BOLD },
      { text: ' ', style: 0 },
      { text: 'kubectl', style: BOLD | role('code') },
    ]);
    expect(runsOf(prose, 2, 6, 0).map((run) => run.text)).toEqual(['kube']);
  });
});

describe('slots', () => {
  const link = compose([
    { type: 'text', text: '见' },
    { type: 'link', href: 'https://example.com/', title: '', body: [{ type: 'text', text: '文档' }] },
    { type: 'text', text: '。' },
  ]);
  const fillings = (number: number | undefined) => ({
    reference: () => number,
    imageLabel: '图：',
    noteLabel: '注',
  });

  test.each([
    [undefined, '见文档。', 8],
    [1, '见文档[1]。', 11],
    [12, '见文档[12]。', 12],
  ])('a link with the number %j', (number, shown, width) => {
    const prose = filled(link, fillings(number));
    expect([prose.text, prose.width, prose.slots]).toEqual([shown, width, undefined]);
    const runs = runsOf(prose, 0, prose.text.length, 0);
    expect(runs.map((run) => run.text).join('')).toBe(shown);
  });

  test.each([
    [
      'a number stays with its link',
      '看一看[文档](https://example.com/)吧，再看[源码](https://example.org/)。',
    ],
    ['the mark of a note stays with its word', '先看原理[^1]吧，再看例子[^2]。\n\n[^1]: 甲\n[^2]: 乙'],
  ])('%s', (_, markdown) => {
    for (let columns = 12; columns <= 40; columns++) {
      const [paragraph = ''] = renderMarkdown(markdown, lookAt(columns)).split('\n\n');
      expect(paragraph.split('\n').filter((line) => line.startsWith('['))).toEqual([]);
    }
  });
});

test('a place is broken where it does not fit, and never before its sign', () => {
  const place = linked(['控制平面', '网络策略'].map(proseOf), '›');
  const { lines } = breakLines(place, { first: 14, rest: 14, over: 0 });
  expect(lines.map(([from, to]) => place.text.slice(from, to))).toEqual(['控制平面 ›', '网络策略']);
});
