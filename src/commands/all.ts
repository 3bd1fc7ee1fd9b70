import { LIST, RANDOM, SEARCH, SHOW } from './look-up-specs.ts';
import { category, deck, json, level, noPager, number, positiveInteger, seed } from './options.ts';
import type { CommandSpec } from './specification.ts';

/**
 * Every command with its options and help: the one place that says what the program accepts. What runs it is in
 * `loaders.ts`, so that a look-up can know the options without the commands.
 */
export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'drill',
    group: 'practice',
    args: '',
    says: { zh: '练习：先复习到期的，再学新的', en: 'practise: due cards first, then new ones' },
    options: [
      category,
      level,
      number,
      {
        flags: '--random',
        says: {
          zh: '完全随机抽题；与别的选项连用时打乱顺序',
          en: 'a pure random draw; with other choices, their order',
        },
      },
      { flags: '--new', says: { zh: '只学新题', en: 'new cards only' } },
      { flags: '--due', says: { zh: '只复习到期的', en: 'due cards only' } },
      { flags: '--weak', says: { zh: '最薄弱的先来', en: 'the weakest first' } },
      {
        flags: '--all',
        says: { zh: '按手册顺序过一遍，相近的题只问一道', en: 'every card in order, near-duplicates once' },
      },
      {
        flags: '--suspended',
        says: { zh: '搁置的题（按 s 恢复）', en: 'suspended cards (s takes one in again)' },
      },
      {
        flags: '--fresh',
        says: { zh: '另起一次，不接着上次没做完的', en: 'start anew, even if the last one is not done' },
      },
      {
        flags: '--ids <list>',
        says: { zh: '指定题目，逗号分隔', en: 'these cards, separated by commas' },
        parse: (value) => value.split(/[,，\s]+/).filter(Boolean),
      },
      {
        flags: '--minutes <n>',
        says: { zh: '到时间就收；有余则提前复习', en: 'stop after this time; spare time reviews ahead' },
        parse: positiveInteger('--minutes'),
      },
      {
        flags: '--type',
        says: { zh: '把答案打出来，自动对照要点', en: 'type answers; they tick the key points' },
      },
      seed,
      deck,
    ],
    examples: ['k8sq drill', 'k8sq drill -c 网络 -n 5', 'k8sq drill --random --seed 7'],
  },
  {
    name: 'mock',
    group: 'practice',
    args: '',
    says: { zh: '模拟面试：限时作答，最后评分', en: 'a timed mock interview with a scorecard' },
    options: [
      category,
      level,
      {
        flags: '-n, --number <n>',
        says: {
          zh: '几个主问题（默认 10；与 --list 连用时为条数）',
          en: 'main questions (10); with --list, rows',
        },
        parse: positiveInteger('-n'),
      },
      {
        flags: '--minutes <n>',
        says: { zh: '总时间（默认 30）', en: 'time for all of them (30)' },
        parse: positiveInteger('--minutes'),
      },
      {
        flags: '--reveal <when>',
        says: { zh: 'each：每题之后看要点；end：最后看', en: 'each: key points after every question; end' },
      },
      seed,
      deck,
      { flags: '--last', says: { zh: '看最近一次的成绩单', en: 'the last scorecard' } },
      { flags: '--list', says: { zh: '以往的成绩与走势', en: 'past scores and their trend' } },
      json,
      noPager,
    ],
    examples: ['k8sq mock', 'k8sq mock --minutes 15 -c 网络', 'k8sq mock --list'],
  },
  {
    name: 'plan',
    group: 'practice',
    args: '[date...]',
    says: {
      zh: '面试日期：每天练多少，到时能答出多少',
      en: 'the interview date: minutes a day, recall on the day',
    },
    options: [
      {
        flags: '--minutes <n>',
        says: { zh: '每天练习的分钟数（默认 15）', en: 'minutes of study a day (15)' },
        parse: positiveInteger('--minutes'),
      },
      { flags: '--clear', says: { zh: '取消面试日期', en: 'take the interview date away' } },
      deck,
      json,
      noPager,
    ],
    examples: ['k8sq plan 2026-12-05 --minutes 15', 'k8sq plan +10d', 'k8sq plan'],
  },
  {
    name: 'stats',
    group: 'practice',
    args: '',
    says: { zh: '统计：日历、记住率、到期预测、各主题', en: 'calendar, retention, what comes due, topics' },
    options: [category, deck, json, noPager],
    examples: ['k8sq stats', 'k8sq stats -c 网络', 'k8sq stats --json'],
  },
  RANDOM,
  SEARCH,
  SHOW,
  LIST,
  {
    name: 'deck check',
    group: 'decks',
    args: '<files...>',
    says: { zh: '检查自己的手册，指出每处损坏', en: 'check your own handbook and name every damage' },
    options: [
      {
        flags: '--fix',
        says: { zh: '显示差异后写回修复', en: 'show the difference, then write the repairs' },
      },
      { flags: '-y, --yes', says: { zh: '不再询问', en: 'do not ask' } },
      { flags: '--style', says: { zh: '同时检查中文排版', en: 'check house style too' } },
      json,
    ],
    examples: ['k8sq deck check notes.md', 'k8sq deck check --fix notes.md'],
  },
  {
    name: 'config',
    group: 'progress',
    args: '[key] [value]',
    says: { zh: '设置：查看、修改、恢复默认', en: 'settings: see them, change them, go back' },
    options: [{ flags: '--unset', says: { zh: '恢复默认值', en: 'back to the default' } }, json],
    examples: ['k8sq config', 'k8sq config retention 0.92', 'k8sq config retention --unset'],
  },
  {
    name: 'progress path',
    group: 'progress',
    args: '',
    says: { zh: '练习记录放在哪个文件夹', en: 'the folder your progress is in' },
    options: [json],
    examples: ['k8sq progress path', 'cd "$(k8sq progress path)"'],
  },
  {
    name: 'progress export',
    group: 'progress',
    args: '',
    says: { zh: '导出全部练习记录', en: 'write all your progress out' },
    options: [
      {
        flags: '-o, --output <file>',
        says: { zh: '写入文件，不写到标准输出', en: 'to a file, not standard output' },
      },
    ],
    examples: ['k8sq progress export > progress.jsonl', 'k8sq progress export -o progress.jsonl'],
  },
  {
    name: 'progress import',
    group: 'progress',
    args: '<file>',
    says: { zh: '并入导出的记录；- 为标准输入', en: 'add an export to your progress; - is standard input' },
    options: [json],
    examples: [
      'k8sq progress import progress.jsonl',
      'ssh laptop k8sq progress export | k8sq progress import -',
    ],
  },
  {
    name: 'progress check',
    group: 'progress',
    args: '',
    says: { zh: '检查练习记录有没有损坏', en: 'look for damage in your progress' },
    options: [json],
    examples: ['k8sq progress check'],
  },
  {
    name: 'progress repair',
    group: 'progress',
    args: '',
    says: { zh: '移开损坏的行，完好的都留下', en: 'move damaged lines aside, keep all else' },
    options: [json],
    examples: ['k8sq progress repair'],
  },
  {
    name: 'progress reset',
    group: 'progress',
    args: '',
    says: { zh: '把练习记录移到一边，从头开始', en: 'move your progress aside and start over' },
    options: [{ flags: '-y, --yes', says: { zh: '不再询问', en: 'do not ask' } }],
    examples: ['k8sq progress reset'],
  },
  {
    name: 'optimize',
    group: 'progress',
    args: '',
    says: { zh: '按自己的复习记录拟合记忆参数', en: 'fit the memory model to your own reviews' },
    options: [json],
    examples: ['k8sq optimize'],
  },
];
