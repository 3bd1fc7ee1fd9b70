import { describe, expect, it } from 'vitest';
import { problemMessage } from '../../src/handbook/message.ts';
import { MESSAGES_EN } from '../../src/handbook/message-en.ts';
import { MESSAGES_ZH } from '../../src/handbook/message-zh.ts';
import { parseHandbook } from '../../src/handbook/parse.ts';
import { PROBLEM_CODES } from '../../src/handbook/problem.ts';
import { fixture } from './fixture.ts';

const names = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

describe('problemMessage', () => {
  it.each(PROBLEM_CODES.map((code) => [code] as const))('%s says the same in both languages', (code) => {
    expect(names(MESSAGES_ZH[code])).toEqual(names(MESSAGES_EN[code]));
    expect(MESSAGES_ZH[code]).toMatch(/\p{Script=Han}/u);
    expect(MESSAGES_EN[code]).not.toMatch(/\p{Script=Han}/u);
  });

  it('puts in the arguments, and leaves no place empty', () => {
    const [problem] = parseHandbook('### **甲**\n\n乙。\n', 'a.md').problems;
    if (!problem) throw new Error('no problem');
    expect(problemMessage(problem, 'zh')).toBe('标题“甲”整个加粗，已去掉加粗标记。');
    expect(problemMessage(problem, 'en')).toBe('The whole title "甲" is bold; the marks were removed.');
  });

  it('knows every argument of the problems of a damaged handbook', () => {
    for (const problem of parseHandbook(fixture('posted.md'), 'h.md').problems) {
      const wanted = names(MESSAGES_EN[problem.code]);
      expect(wanted.filter((name) => !(String(name) in problem.args))).toEqual([]);
    }
  });

  it('takes an argument for what it is, whatever stands in it', () => {
    const [problem] = parseHandbook('### **{title} $& 甲**\n\n乙。\n', 'a.md').problems;
    expect(problem && problemMessage(problem, 'zh')).toContain('“{title} $& 甲”');
  });
});
