import { describe, expect, it } from 'vitest';
import { parseHandbook } from '../../src/handbook/parse.ts';
import { codes } from './fixture.ts';

const BODY = '\n### 甲？\n\n乙。\n';

declare global {
  var ranCode: boolean | undefined;
}

function topicOf(front: string): Record<string, unknown> {
  return { ...parseHandbook(`${front}${BODY}`, 'dir/my-notes.md').topic };
}

describe('front matter', () => {
  it.each<[string, string, Record<string, unknown>]>([
    [
      'all keys',
      '---\ntitle: 甲\ntitleEn: A\ntopic: a\norder: 3\nchecked: { kubernetes: "1.30", date: 2026-11-23 }\n---\n',
      { id: 'a', title: '甲', titleEn: 'A', order: 3, kubernetes: '1.30', checked: '2026-11-23' },
    ],
    ['a version without quotes', '---\nchecked:\n  kubernetes: 1.30\n---\n', { kubernetes: '1.30' }],
    ['an empty order', '---\norder:\n---\n', { order: 0, id: 'my-notes', title: 'my-notes' }],
    ['none', '', { id: 'my-notes', title: 'my-notes' }],
    ['a title line', '# 我的手册\n', { title: '我的手册' }],
    ['a title under the key wins', '---\ntitle: 甲\n---\n# 我的手册\n', { title: '甲' }],
    ['keys of prototypes', '---\n__proto__: { title: x }\nconstructor: y\n---\n', { title: 'my-notes' }],
    ['a topic that is no id', '---\ntopic: "My Topic!"\n---\n', { id: 'my-topic' }],
  ])('%s', (_, front, expected) => {
    expect(topicOf(front)).toMatchObject(expected);
    expect(codes(parseHandbook(`${front}${BODY}`, 'a.md'))).toEqual([]);
  });

  it.each<[string, string, string[]]>([
    ['js', '---js\n{ title: (globalThis.ranCode = true) }\n---\n', ['front-matter-language 1']],
    [
      'javascript',
      '---javascript\n{ title: (globalThis.ranCode = true) }\n---\n',
      ['front-matter-language 1'],
    ],
    ['coffee', '---coffee\ntitle: "x"\n---\n', ['front-matter-language 1']],
    ['json', '---json\n{ "title": "x" }\n---\n', ['front-matter-language 1']],
    ['toml', '---toml\ntitle = "x"\n---\n', ['front-matter-language 1']],
    ['constructor', '---constructor\ntitle: x\n---\n', ['front-matter-language 1']],
    ['broken YAML', '---\ntitle: x\nicon: [a\nstar: true\n---\n', ['front-matter-yaml 4']],
    ['an order that is no number', '---\ntitle: x\norder: first\n---\n', ['front-matter-value 3']],
    ['no end', '---\ntitle: x\n', ['front-matter-unclosed 1']],
    ['no beginning', 'title: x\norder: 1\n---\n', ['front-matter-unopened 1']],
    ['blank lines before', '\n\n---\ntitle: x\n---\n', ['front-matter-late 3']],
    ['two rules are no front matter', '---\n\n一段话。\n\n---\n', []],
  ])('%s', (_, front, expected) => {
    const handbook = parseHandbook(`${front}${BODY}`, 'a.md');
    expect(codes(handbook)).toEqual(expected);
    expect(handbook.cards).toHaveLength(1);
    expect(globalThis.ranCode).toBeUndefined();
  });

  it('reads the same text again in the same way', () => {
    const text = `---js\n{ title: 1 }\n---\n${BODY}`;
    expect(parseHandbook(text, 'a.md')).toEqual(parseHandbook(text, 'a.md'));
  });

  it('does not expand aliases without bound', () => {
    const levels = Array.from(
      { length: 12 },
      (_, n) =>
        `l${n}: &l${n} [${Array(9)
          .fill(n === 0 ? 'x' : `*l${n - 1}`)
          .join(', ')}]`,
    );
    const handbook = parseHandbook(`---\ntitle: x\n${levels.join('\n')}\n---\n${BODY}`, 'a.md');
    expect(codes(handbook)).toEqual(['front-matter-yaml 2']);
    expect(handbook.topic.title).toBe('x');
  });

  it('counts the lines of the front matter', () => {
    const { cards } = parseHandbook(`---\ntitle: x\n---\n${BODY}`, 'a.md');
    expect(cards[0]?.line).toBe(5);
  });

  it('skips front matter of unreasonable length', () => {
    const handbook = parseHandbook(`---\ntitle: ${'x'.repeat(20_000)}\n---\n${BODY}`, 'a.md');
    expect(codes(handbook)).toEqual(['front-matter-large 1']);
  });
});
