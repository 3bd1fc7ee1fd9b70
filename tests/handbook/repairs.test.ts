import { describe, expect, it } from 'vitest';
import { parseHandbook } from '../../src/handbook/parse.ts';
import { repairHandbook } from '../../src/handbook/repair.ts';
import { codes } from './fixture.ts';

/** A handbook of sound questions around what is under test. */
function among(...lines: string[]): string {
  const sound = ['一', '二', '三', '四'].map(
    (name) => `### 第${name}题是什么？\n\n第${name}题的答案是这样的一句话。\n`,
  );
  return ['## 基础', '', ...sound, ...lines, ''].join('\n');
}

const FIRST = among().split('\n').length;

/** Problems of the lines under test, counted from their first line. */
function found(...lines: string[]): string[] {
  return parseHandbook(among(...lines), 'a.md')
    .problems.filter(({ line }) => line >= FIRST)
    .map(({ code, line }) => `${code} ${line - FIRST + 1}`);
}

/** Title and answer of the cards under test. */
function read(...lines: string[]): string[][] {
  return parseHandbook(among(...lines), 'a.md')
    .cards.slice(4)
    .map(({ title, answer }) => [title, answer]);
}

describe('headings', () => {
  it.each<[string, string[], string[], string[][]]>([
    ['bold', ['### **甲是什么？**', '', '乙。'], ['heading-bold 1'], [['甲是什么？', '乙。']]],
    ['bold at one end', ['### **甲是什么？', '', '乙。'], ['heading-bold 1'], [['甲是什么？', '乙。']]],
    [
      'a broken link',
      ['### [甲是什么？]](https://example.org/a.html)', '', '乙。'],
      ['heading-link 1'],
      [['甲是什么？', '乙。']],
    ],
    [
      'full-width brackets around the address',
      ['### [甲是什么？]（https://example.org/a）', '', '乙。'],
      ['heading-link 1'],
      [['甲是什么？', '乙。']],
    ],
    ['a stray bracket', ['### 甲是什么？]', '', '乙。'], ['heading-link 1'], [['甲是什么？', '乙。']]],
    ['a sound link', ['### [甲是什么？](https://example.org/a)', '', '乙。'], [], [['甲是什么？', '乙。']]],
    [
      'brackets that belong to the title',
      ['### 数组 [1, 2] 的长度是什么？', '', '乙。'],
      [],
      [['数组 [1, 2] 的长度是什么？', '乙。']],
    ],
    [
      'no space after the marks',
      ['###甲是什么？', '', '乙。'],
      ['heading-space 1'],
      [['甲是什么？', '乙。']],
    ],
    ['full-width marks', ['＃＃＃ 甲是什么？', '', '乙。'], ['heading-space 1'], [['甲是什么？', '乙。']]],
    [
      'a hash tag is no heading',
      ['### 甲是什么？', '', '#标签 之一。'],
      [],
      [['甲是什么？', '#标签 之一。']],
    ],
    [
      'a split title',
      ['### 甲的 Serv', '', 'ice 是什么？', '', '乙。'],
      ['heading-split 1'],
      [['甲的 Service 是什么？', '乙。']],
    ],
    ['closing marks', ['### 甲是什么？ ###', '', '乙。'], [], [['甲是什么？', '乙。']]],
    [
      'marks inside a title',
      ['### `kubectl` 与 **甲** 是什么？', '', '乙。'],
      [],
      [['kubectl 与 甲 是什么？', '乙。']],
    ],
    [
      'no answer',
      ['### 甲是什么？', '', '### 乙是什么？', '', '丙。'],
      ['answer-empty 1'],
      [
        ['甲是什么？', ''],
        ['乙是什么？', '丙。'],
      ],
    ],
  ])('%s', (_, lines, problems, cards) => {
    expect(found(...lines)).toEqual(problems);
    expect(read(...lines)).toEqual(cards);
  });
});

describe('lost headings', () => {
  it.each<[string, string[], string[]]>([
    [
      'a bare question with an answer',
      ['第五题是什么？', '', '第五题说的是另一件事：', '', '1、甲。', '', '2、乙。'],
      ['第五题是什么？'],
    ],
    ['a question that is the last line', ['第五题是什么？'], []],
    ['a rhetorical question', ['那么这样做的好处是什么？', '', '好处很多，这里不再多说。'], []],
    ['a line that announces', ['第五题的要点如下：', '', '1、甲。'], []],
    ['a label', ['优点', '', '- 快'], []],
    ['a question among counted items', ['1、甲。', '', '第五题是什么？', '', '2、乙。'], []],
    ['a title above a card comment', ['第五题', '<!-- card', 'id: five', '-->', '', '答案。'], ['第五题']],
    ['a title inside of code', ['```', '', '第五题是什么？', '', '第五题说的是：', '', '1、甲。', '```'], []],
  ])('%s', (_, lines, titles) => {
    const { cards } = parseHandbook(among('', ...lines), 'a.md');
    expect(cards.slice(4).map(({ title }) => title)).toEqual(titles);
  });
});

describe('split words and sentences', () => {
  const at = (...lines: string[]) => read('### 甲是什么？', '', ...lines)[0]?.[1];

  it.each<[string, string[], string]>([
    ['a comma', ['第一部分，', '', '第二部分。'], '第一部分，第二部分。'],
    ['an open bracket', ['第一部分（包括', '', '第二部分）都在这里。'], '第一部分（包括第二部分）都在这里。'],
    ['a particle', ['这是普通的服务', '', '的区别所在。'], '这是普通的服务的区别所在。'],
    ['a known word', ['Quota 限制总量。Qu', '', 'ota 不限制单个。'], 'Quota 限制总量。Quota 不限制单个。'],
    [
      'two words',
      ['The pod that is scheduled here is', '', 'running on a node.'],
      'The pod that is scheduled here is running on a node.',
    ],
    ['three pieces', ['甲，', '', '乙，', '', '丙。'], '甲，乙，丙。'],
    ['a full stop', ['第一句。', '', '第二句。'], '第一句。\n\n第二句。'],
    ['a colon', ['如下：', '', '第二句。'], '如下：\n\n第二句。'],
    ['a list below', ['第一部分，', '', '- 甲'], '第一部分，\n\n- 甲'],
    ['a label', ['优点', '', '速度快，占用少。'], '优点\n\n速度快，占用少。'],
    [
      'a word that is a command too',
      ['Interviewers like to', '', 'go on with levels.'],
      'Interviewers like to go on with levels.',
    ],
    [
      'a command',
      ['Run the following command', '', 'kubectl get pods'],
      'Run the following command\n\nkubectl get pods',
    ],
    ['a table written as lines', ['类型：注解', '', '用于：节点'], '类型：注解\n\n用于：节点'],
    ['code', ['```', '第一部分，', '', '第二部分', '```'], '```\n第一部分，\n\n第二部分\n```'],
  ])('%s', (_, lines, answer) => {
    expect(at(...lines)).toBe(answer);
  });
});

describe('lists', () => {
  const numbers = (...lines: string[]) =>
    (read('### 甲是什么？', '', ...lines)[0]?.[1] ?? '')
      .split('\n')
      .map((line) => /^\d+/.exec(line)?.[0] ?? '')
      .join('');

  it.each<[string, string[], string]>([
    ['after bullets of an item', ['1. 甲', '2. 乙：', '', '- 子', '', '1. 丙', '2. 丁'], '1234'],
    ['after code of an item', ['1. 甲', '2. 乙：', '```', 'x', '```', '1. 丙'], '123'],
    ['a slip at the end', ['1、甲。', '', '2、乙。', '', '3、丙。', '', '1、丁。'], '1234'],
    ['a list of its own', ['1. 甲', '2. 乙', '', '安装步骤：', '', '1. 丙', '2. 丁'], '1212'],
    ['under labels', ['- 甲：', '1. 一', '2. 二', '- 乙：', '1. 三', '2. 四'], '1212'],
    ['all ones', ['1. 甲', '1. 乙', '1. 丙'], '111'],
    ['nested in brackets', ['1、甲', '', '（1）一', '', '（2）二', '', '2、乙', '', '（1）三'], '12'],
  ])('%s', (_, lines, expected) => {
    expect(numbers(...lines)).toBe(expected);
  });
});

describe('blocks', () => {
  it.each<[string, string[], string[], number]>([
    ['headings in code', ['### 甲？', '', '```bash', '# 一', '### 二', '```', ''], [], 1],
    ['headings in longer fences', ['### 甲？', '', '````md', '```', '### 二', '```', '````'], [], 1],
    ['headings in comments', ['### 甲？', '', '<!--', '### 二', '-->', '丙。'], [], 1],
    ['headings in raw HTML', ['### 甲？', '', '<pre>', '', '### 二', '</pre>'], [], 1],
    [
      'a fence that never ends',
      ['### 甲？', '', '```yaml', 'a: 1', '', '### 乙？', '', '丙。'],
      ['fence-unclosed 3'],
      2,
    ],
    [
      'a fence that ends in the next one',
      ['### 甲？', '', '```yaml', 'a: 1', '', '### 乙？', '', '```yaml', 'b: 1', '```'],
      ['fence-unclosed 3'],
      2,
    ],
    [
      'a card comment that never ends',
      ['### 甲？', '<!-- card', 'id: one', '', '答。', '', '### 乙？', '<!-- card', 'id: two', '-->', '答。'],
      ['comment-unclosed 2'],
      2,
    ],
    ['a rule below a sentence', ['### 甲？', '', '丙。', '---', '', '丁。'], [], 1],
  ])('%s', (_, lines, problems, cards) => {
    expect(found(...lines).filter((each) => !each.startsWith('text-outside'))).toEqual(problems);
    expect(read(...lines)).toHaveLength(cards);
  });
});

describe('levels', () => {
  it.each<[string, string, string[], string[]]>([
    [
      'second',
      '# 手册\n\n## 甲是什么？\n\n一。\n\n## 乙是什么？\n\n二。\n',
      ['甲是什么？', '乙是什么？'],
      ['', ''],
    ],
    [
      'second with parts',
      '## 甲是什么？\n\n一。\n\n### 要点\n\n- 二\n\n## 乙是什么？\n\n三。\n',
      ['甲是什么？', '乙是什么？'],
      ['', ''],
    ],
    ['first', '# 甲是什么？\n\n一。\n\n# 乙是什么？\n\n二。\n', ['甲是什么？', '乙是什么？'], ['', '']],
    [
      'fourth',
      '## 卷\n\n### 基础\n\n#### 甲是什么？\n\n一。\n\n#### 乙是什么？\n\n二。\n',
      ['甲是什么？', '乙是什么？'],
      ['基础', '基础'],
    ],
    [
      'setext',
      '甲是什么？\n---\n\n一。\n\n乙是什么？\n---\n\n二。\n',
      ['甲是什么？', '乙是什么？'],
      ['', ''],
    ],
    ['only a title', '# 手册\n\n没有问题。\n', [], []],
    ['one question', '### 甲\n\n一。\n', ['甲'], ['']],
    ['sections', '## 基础\n\n### 甲\n\n一。\n\n## 提高\n\n### 乙\n\n二。\n', ['甲', '乙'], ['基础', '提高']],
  ])('%s', (_, text, titles, sections) => {
    const { cards } = parseHandbook(text, 'a.md');
    expect(cards.map(({ title }) => title)).toEqual(titles);
    expect(cards.map(({ section }) => section)).toEqual(sections);
  });

  it('writes the headings inside an answer as our format does', () => {
    const { cards } = parseHandbook(
      '## 甲是什么？\n\n一。\n\n### 要点\n\n- 二\n\n## 乙是什么？\n\n三。\n',
      'a.md',
    );
    expect(cards[0]?.answer).toBe('一。\n\n#### 要点\n\n- 二');
  });
});

describe('repairHandbook', () => {
  it('leaves everything but the damage byte for byte as it was', () => {
    const text = '---\ntitle:  x \n---\n\n###   甲？  \n\n答  案\t\n\n\n\n### **乙？**\n\n丙';
    expect(repairHandbook(text, 'a.md').text).toBe(text.replace('**乙？**', '乙？'));
  });

  it('leaves a handbook alone that asks for it', () => {
    const text = '---\nrepair: off\n---\n### **甲？**\n\n一，\n\n二。\n';
    expect(repairHandbook(text, 'a.md')).toEqual({ text, problems: [] });
    expect(codes(parseHandbook(text, 'a.md'))).toEqual([]);
  });
});

describe('table of contents', () => {
  const contents = '- [甲？](#甲)\n- [乙？](#乙)\n- [丁？](#丁)\n\n';

  it('reports what it leaves out and what leads nowhere', () => {
    const { problems } = parseHandbook(
      `${contents}### 甲？\n\n一。\n\n### 乙？\n\n二。\n\n### 丙？\n\n三。\n`,
      'a.md',
    );
    expect(problems.map(({ code, line }) => `${code} ${line}`)).toEqual(['toc-dangling 3', 'toc-missing 13']);
  });

  it('is no list of links to other pages', () => {
    const links = contents.replaceAll('(#', '(https://example.org/#');
    expect(codes(parseHandbook(`### 甲？\n\n${links}### 戊？\n\n一。\n`, 'a.md'))).toEqual([]);
  });
});
