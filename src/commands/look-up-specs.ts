import { category, deck, json, level, noPager, number, plain, seed } from './options.ts';
import type { CommandSpec } from './specification.ts';

/** The commands that only look something up; `all.ts` has them among the others. */
export const RANDOM: CommandSpec = {
  name: 'random',
  group: 'practice',
  args: '',
  says: { zh: '随机抽一题连同答案', en: 'a random question with its answer' },
  options: [category, number, seed, deck, json, plain, noPager],
  examples: ['k8sq random', 'k8sq random -c 存储'],
};

export const SEARCH: CommandSpec = {
  name: 'search',
  group: 'lookup',
  args: '<words...>',
  says: { zh: '搜索题目与答案', en: 'search questions and answers' },
  options: [
    category,
    level,
    number,
    { flags: '--titles', says: { zh: '只列题目', en: 'titles only' } },
    { flags: '--explain', says: { zh: '说明为什么匹配', en: 'say why each hit matches' } },
    { flags: '--no-open', says: { zh: '只列结果，不打开', en: 'list only, open nothing' } },
    deck,
    json,
  ],
  examples: ['k8sq search hpa', 'k8sq search 探针 -n 3', 'k8sq search \'"headless service" -ingress\''],
};

export const SHOW: CommandSpec = {
  name: 'show',
  group: 'lookup',
  args: '<words...>',
  says: { zh: '直接显示最佳答案（k8sq hpa 同此）', en: 'the best answer at once (k8sq hpa does the same)' },
  options: [deck, json, plain, noPager],
  examples: ['k8sq show hpa', 'k8sq show 怎么灰度发布'],
};

export const LIST: CommandSpec = {
  name: 'list',
  group: 'lookup',
  args: '',
  says: { zh: '按主题和级别列出全部题目', en: 'every question by topic and section' },
  options: [category, deck, json],
  examples: ['k8sq list', 'k8sq list -c networking --json'],
};
