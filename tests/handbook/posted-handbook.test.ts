import { describe, expect, it } from 'vitest';
import { anchorsOf } from '../../src/handbook/assemble.ts';
import { textOf } from '../../src/handbook/line.ts';
import { parseHandbook } from '../../src/handbook/parse.ts';
import { repairHandbook } from '../../src/handbook/repair.ts';
import { scan } from '../../src/handbook/scan.ts';
import { tocOf } from '../../src/handbook/toc.ts';
import { fixture, truths } from './fixture.ts';

const text = fixture('posted.md');
const handbook = parseHandbook(text, 'posted.md');
const truth = truths();

function problems(code: string): (string | number)[][] {
  return handbook.problems
    .filter((problem) => problem.code === code)
    .map(({ line, args }) => [line, ...Object.values(args)]);
}

/** Non-blank characters of a text. */
function written(markdown: string): string {
  return markdown.replace(/\s/g, '');
}

describe('a handbook as it was posted', () => {
  it('has exactly its questions, each at its line', () => {
    expect(handbook.cards.map(({ title, line }) => [line, title])).toEqual(
      truth.map(({ title, line }) => [line, title]),
    );
  });

  it('finds the lost headings, and no others', () => {
    expect(problems('heading-lost').map(([line]) => line)).toEqual(
      truth.filter(({ lost }) => lost).map(({ line }) => line),
    );
  });

  it('gives the cards with lost headings their own answers', () => {
    const answerOf = (title: string) => handbook.cards.find((card) => card.title === title)?.answer ?? '';
    for (const { title } of truth.filter(({ lost }) => lost)) {
      const source = text.split('\n');
      const start = source.findIndex((line) => line.includes(title) && !line.includes('](#'));
      const next = source.findIndex((line, index) => index > start && line.startsWith('### '));
      expect(written(answerOf(title))).toBe(written(source.slice(start + 1, next).join('\n')));
    }
  });

  it('puts every non-blank character of the body into exactly one answer', () => {
    const repaired = repairHandbook(text, 'posted.md').text;
    const body = repaired.slice(repaired.indexOf('## 基础'));
    const answers = body.split('\n').filter((line) => !/^#{2,3} /.test(line));
    expect(written(handbook.cards.map(({ answer }) => answer).join('\n'))).toBe(written(answers.join('\n')));
  });

  it.each([
    ['toc-missing', truth.filter(({ lost }) => lost).map(({ line, title }) => [line, title])],
    ['toc-dangling', []],
    ['answer-empty', []],
  ])('reports %s', (code, expected) => {
    expect(problems(code)).toEqual(expected);
  });

  it('reports every bold heading', () => {
    const bold = text.split('\n').flatMap((line, index) => (/^### \*\*/.test(line) ? [index + 1] : []));
    expect(problems('heading-bold').map(([line]) => line)).toEqual(bold);
  });

  it('calls only siblings near-duplicates, and finds most of those that share their words', () => {
    const groups = new Map(truth.map(({ title, group }) => [title, group]));
    const near = problems('question-near').map(([, title, other]) => [title, other] as [string, string]);
    const wrong = near.filter(
      ([title, other]) => !groups.get(title) || groups.get(title) !== groups.get(other),
    );
    expect(wrong).toEqual([]);
    expect(near.length).toBeGreaterThanOrEqual(2);
  });

  it('gives the ids that are the anchors of the table of contents', () => {
    const contents = tocOf(scan(textOf(text)));
    const anchors = contents.entries.map(({ anchor }) => anchor).slice(1);
    const listed = handbook.cards.filter((_, index) => !truth[index]?.lost).map(({ id }) => id);
    expect(anchors.filter((anchor) => anchor !== '基础' && anchor !== '提高')).toEqual(listed);
    const all = new Set(anchorsOf(scan(textOf(text))).values());
    expect(contents.entries.filter(({ anchor }) => !all.has(anchor))).toEqual([]);
  });

  it('reads the front matter, whose order is empty', () => {
    expect(handbook.topic).toMatchObject({ title: '集群技术手册', id: 'posted', order: 0 });
    expect(handbook.cards.filter(({ section }) => section === '基础')).toHaveLength(16);
  });

  it('repairs what was split and what was numbered anew', () => {
    expect(problems('word-split').map(([, left]) => left)).toEqual(['Name']);
    expect(problems('sentence-split')).toHaveLength(4);
    expect(problems('list-restart').map(([, ...numbers]) => numbers)).toEqual([[1, 4]]);
    expect(problems('heading-link').map(([, , target]) => target)).toEqual([
      'https://www.example.com/tiku/index.html',
    ]);
  });

  it('is sound after its repair', () => {
    const repaired = repairHandbook(text, 'posted.md').text;
    const again = parseHandbook(repaired, 'posted.md');
    expect(again.cards.map(({ line: _line, parts: _parts, ...card }) => card)).toEqual(
      handbook.cards.map(({ line: _line, parts: _parts, ...card }) => card),
    );
    expect(again.problems.filter(({ repaired: done }) => done)).toEqual([]);
  });
});
