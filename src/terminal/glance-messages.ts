import type { Language } from '../language.ts';

/** A command to type next, and what it does. */
type Hint = readonly [command: string, meaning: string];

export interface GlanceMessages {
  readonly today: (due: number, fresh: number, done: number) => readonly string[];
  readonly streak: (days: number) => string;
  readonly known: (seen: number, all: number) => string;
  readonly interview: (date: string, daysLeft: number) => string;
  readonly minutes: (left: number, all: number) => string;
  readonly readiness: (recall: string) => string;
  readonly mock: (score: number | undefined, date: string) => string;
  readonly hints: {
    readonly drill: Hint;
    readonly more: Hint;
    readonly plan: Hint;
    readonly mock: Hint;
    readonly search: Hint;
    readonly show: Hint;
    readonly stats: Hint;
    readonly help: Hint;
  };
}

const zh: GlanceMessages = {
  today: (due, fresh, done) => [
    `今天：到期 ${due} 题，新题 ${fresh} 题`,
    done > 0 ? `已练 ${done} 次` : '还没练',
  ],
  streak: (days) => `连续 ${days} 天`,
  known: (seen, all) => `学过 ${seen}/${all} 题`,
  interview: (date, daysLeft) =>
    daysLeft === 0 ? `面试就在今天（${date}）` : `距面试 ${daysLeft} 天（${date}）`,
  minutes: (left, all) => (left > 0 ? `今天还剩 ${left} 分钟` : `今天的 ${all} 分钟已练完`),
  readiness: (recall) => `现在能答出约 ${recall}`,
  mock: (score, date) => (score === undefined ? `模拟面试 ${date}` : `模拟面试 ${score} 分（${date}）`),
  hints: {
    drill: ['k8sq drill', '开始今天的练习'],
    more: ['k8sq drill --random', '随便练练'],
    plan: ['k8sq plan +14d', '定下面试日期'],
    mock: ['k8sq mock', '模拟面试'],
    search: ['k8sq search hpa', '搜索'],
    show: ['k8sq hpa', '直接看答案'],
    stats: ['k8sq stats', '统计'],
    help: ['k8sq --help', '全部命令'],
  },
};

const en: GlanceMessages = {
  today: (due, fresh, done) => [
    `Today: ${due} due, ${fresh} new`,
    done > 0 ? `${done} ${done === 1 ? 'review' : 'reviews'} done` : 'none done yet',
  ],
  streak: (days) => `streak ${daysText(days)}`,
  known: (seen, all) => `${seen} of ${all} cards begun`,
  interview: (date, daysLeft) =>
    daysLeft === 0 ? `interview today (${date})` : `interview in ${daysText(daysLeft)} (${date})`,
  minutes: (left, all) => (left > 0 ? `${left} min left today` : `the ${all} min of today are done`),
  readiness: (recall) => `you would know ${recall} now`,
  mock: (score, date) =>
    score === undefined ? `mock interview ${date}` : `mock interview ${score}/100 (${date})`,
  hints: {
    drill: ['k8sq drill', "today's practice"],
    more: ['k8sq drill --random', 'more practice'],
    plan: ['k8sq plan +14d', 'the interview date'],
    mock: ['k8sq mock', 'a mock interview'],
    search: ['k8sq search hpa', 'search'],
    show: ['k8sq hpa', 'an answer at once'],
    stats: ['k8sq stats', 'how it goes'],
    help: ['k8sq --help', 'every command'],
  },
};

function daysText(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}

/** What k8sq alone says, in a language. */
export function glanceMessages(lang: Language): GlanceMessages {
  return lang === 'zh' ? zh : en;
}
