import { describe, expect, test } from 'vitest';
import { compose } from '../../src/terminal/compose.ts';
import { leastWidth } from '../../src/terminal/least-width.ts';
import { renderMarkdown } from '../../src/terminal/markdown.ts';
import { breakLines } from '../../src/terminal/paragraph.ts';
import { insideWord } from '../../src/terminal/words.ts';
import { lookAt } from './looks.ts';

/** Lines of a text in so many columns, with `over` columns for a mark that hangs. */
function linesIn(text: string, columns: number, over = 0): string[] {
  const prose = compose([{ type: 'text', text }]);
  const { lines } = breakLines(prose, { first: columns, rest: columns, over });
  return lines.map(([from, to]) => prose.text.slice(from, to));
}

describe('kinsoku', () => {
  test.each([
    ['closing marks never begin a line', '一二三四五，六七', 10, ['一二三四', '五，六七']],
    ['two closing marks stay together', '一二三四五）。六', 10, ['一二三四', '五）。六']],
    ['opening marks never end a line', '一二三四（五六）', 10, ['一二三四', '（五六）']],
    ['brackets around Latin', '集群（PDB）满足', 10, ['集群', '（PDB）', '满足']],
    ['a dash is not torn', '一二三四——五六', 10, ['一二三', '四——五六']],
    ['a mark after a space does not begin a line', 'ab cdefgh , x', 9, ['ab', 'cdefgh ,', 'x']],
  ])('%s', (_, text, columns, lines) => {
    expect(linesIn(text, columns)).toEqual(lines);
  });
});

describe('hanging punctuation', () => {
  test.each([
    ['hangs over the edge', '一二三四五，六七八九十', ['一二三四五，', '六七八九十']],
    ['only light marks hang', '一二三四五）六七八', ['一二三四', '五）六七八']],
    ['at the end too', '一二三四五。', ['一二三四五。']],
  ])('%s', (_, text, lines) => expect(linesIn(text, 10, 2)).toEqual(lines));
});

describe('what is kept whole', () => {
  test.each([
    ['Latin words', 'abc defghij klm', 8, ['abc', 'defghij', 'klm']],
    ['hyphenated words', 'the kube-apiserver runs', 16, ['the', 'kube-apiserver', 'runs']],
    ['a number and its unit', '缩容默认等 5 分钟', 13, ['缩容默认', '等 5 分钟']],
    ['a number and what it counts', '默认给出 10 个', 10, ['默认', '给出 10 个']],
    ['words with a slash', '统计 CPU/内存', 12, ['统计', 'CPU/内存']],
    ['a flag after a colon may move', '参数：--all-namespaces', 18, ['参数：', '--all-namespaces']],
  ])('%s', (_, text, columns, lines) => expect(linesIn(text, columns)).toEqual(lines));

  test('Chinese words, where a line would otherwise end inside one', () => {
    expect(linesIn('容器的命名空间和控制平面的资源请求', 12).join('/')).not.toMatch(
      /命\/名|名\/空|空\/间|控\/制|平\/面|资\/源|请\/求/,
    );
  });

  test('no last line of a single character', () => {
    expect(linesIn('一二三四五六七八九十一', 20).at(-1)?.length).toBeGreaterThan(1);
  });
});

describe('what is longer than the line', () => {
  test.each([
    [
      'an address breaks after its joints',
      'https://kubernetes.io/docs/concepts/',
      20,
      ['https://', 'kubernetes.io/docs/', 'concepts/'],
    ],
    ['a name breaks after its hyphens', 'horizontal-pod-autoscaler', 15, ['horizontal-pod-', 'autoscaler']],
    ['anything breaks at last', 'abcdefghijkl', 5, ['abcde', 'fghij', 'kl']],
  ])('%s', (_, text, columns, lines) => expect(linesIn(text, columns)).toEqual(lines));

  test('a word with room on the terminal takes the indent before it is split', () => {
    const output = renderMarkdown(
      '- a\n  - b\n    - 见 requiredDuringSchedulingIgnoredDuringExecution',
      lookAt(46),
    );
    expect(output.split('\n').at(-1)?.trim()).toBe('requiredDuringSchedulingIgnoredDuringExecution');
  });
});

test('the least width is that of the widest stretch that fits', () => {
  const prose = compose([{ type: 'text', text: '见 kubernetes（k8s）' }]);
  expect([prose.least, leastWidth(prose), leastWidth(prose, 9)]).toEqual([10, 10, 7]);
});

describe('words', () => {
  test.each([
    ['命名空间', [true, true, true, false]],
    ['容器的资源', [true, false, false, true, false]],
    ['㐀', [false]],
    ['', []],
  ])('%s', (han, inside) => expect(insideWord(han)).toEqual(inside));
});
