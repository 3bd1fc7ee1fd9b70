import { MESSAGES_EN } from './message-en.ts';
import { MESSAGES_ZH } from './message-zh.ts';
import type { Problem } from './problem.ts';

/** A problem as a sentence: what is wrong, and what was repaired or what to do next. */
export function problemMessage(problem: Problem, lang: 'zh' | 'en'): string {
  const sentence = (lang === 'zh' ? MESSAGES_ZH : MESSAGES_EN)[problem.code];
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(problem.args[name] ?? ''));
}
