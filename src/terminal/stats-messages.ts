import type { Language } from '../language.ts';

export interface StatsMessages {
  readonly title: (deck: string, date: string) => string;
  readonly none: string;
  readonly noneHere: string;
  readonly seen: (seen: number, all: number) => string;
  readonly mastered: (count: number) => string;
  readonly due: (count: number) => string;
  readonly leeches: (count: number) => string;
  readonly suspended: (count: number) => string;
  readonly readiness: (recall: string, coverage: string) => readonly string[];
  readonly streak: (current: number, longest: number) => readonly string[];
  readonly time: (total: string, today: string, each: string) => readonly string[];
  readonly interview: (date: string, daysLeft: number) => string;
  readonly calendar: string;
  readonly calendarLegend: (none: string, levels: string, most: string) => string;
  readonly retention: string;
  readonly retentionLegend: string;
  readonly noRetention: string;
  readonly forecast: string;
  readonly today: string;
  readonly tomorrow: string;
  readonly later: (days: number, due: number) => string;
  readonly topics: string;
  readonly topicsLegend: (full: string, part: string, none: string) => string;
  readonly hardest: string;
  readonly forgotten: (times: number) => string;
  readonly noneHard: string;
  readonly leech: string;
  readonly weak: string;
  readonly lookedUp: (times: number, days: number) => string;
  readonly failed: (failed: number, asked: number) => string;
  readonly noneWeak: string;
  readonly drillWeak: string;
}

const zh: StatsMessages = {
  title: (deck, date) => `练习统计 ${deck} ${date}`,
  none: '还没有练习记录。先练一次：k8sq drill；之后这里会有日历、记住率、到期预测和各主题的掌握情况。',
  noneHere: '这个范围里还没有练过的题。先练几题：k8sq drill，可以加上同样的 -c 和 --deck。',
  seen: (seen, all) => `学过 ${seen}/${all} 题`,
  mastered: (count) => `掌握 ${count}`,
  due: (count) => `到期 ${count}`,
  leeches: (count) => `总忘 ${count}`,
  suspended: (count) => `搁置 ${count}`,
  readiness: (recall, coverage) => [`现在被问到，能答出约 ${recall}`, `学过 ${coverage}`],
  streak: (current, longest) => [`连续 ${current} 天`, `最长 ${longest} 天`],
  time: (total, today, each) => [`用时共 ${total}`, `今天 ${today}`, `平均每题 ${each}`],
  interview: (date, daysLeft) =>
    daysLeft > 0 ? `距面试 ${daysLeft} 天（${date}）` : `面试就在今天（${date}）`,
  calendar: '日历',
  calendarLegend: (none, levels, most) => `${levels} 由少到多，${none} 没练；最多的一天 ${most} 次`,
  retention: '记住率',
  retentionLegend: '隔天以后再问，答对的比例',
  noRetention: '还没有隔天复习过的题',
  forecast: '到期预测',
  today: '今天',
  tomorrow: '明天',
  later: (days, due) => `再往后 ${days} 天：${due} 题`,
  topics: '各主题',
  topicsLegend: (full, part, none) => `${full} 掌握，${part} 学过，${none} 没学；右边：学过/全部，能答出`,
  hardest: '最难的题',
  forgotten: (times) => `忘 ${times} 次`,
  noneHard: '还没有学会后又忘掉的题',
  leech: '总忘',
  weak: '薄弱处',
  lookedUp: (times, days) => `${days} 天内查了 ${times} 次`,
  failed: (failed, asked) => `最近 ${asked} 次问到，忘了 ${failed} 次`,
  noneWeak: '没有常查或常忘的题',
  drillWeak: '专练薄弱的：k8sq drill --weak',
};

const en: StatsMessages = {
  title: (deck, date) => `Statistics ${deck} ${date}`,
  none: 'No reviews yet. Begin with k8sq drill; then this shows a calendar, your retention, what comes due and how well each topic is known.',
  noneHere: 'No card here has been reviewed yet. Begin with k8sq drill and the same -c and --deck.',
  seen: (seen, all) => `${seen} of ${all} cards begun`,
  mastered: (count) => `${count} mastered`,
  due: (count) => `${count} due`,
  leeches: (count) => `${count} ${count === 1 ? 'leech' : 'leeches'}`,
  suspended: (count) => `${count} suspended`,
  readiness: (recall, coverage) => [`asked now, you would know ${recall}`, `${coverage} begun`],
  streak: (current, longest) => [`streak ${daysText(current)}`, `longest ${daysText(longest)}`],
  time: (total, today, each) => [`time ${total}`, `today ${today}`, `${each} a question`],
  interview: (date, daysLeft) =>
    daysLeft > 0 ? `interview in ${daysText(daysLeft)} (${date})` : `the interview is today (${date})`,
  calendar: 'Calendar',
  calendarLegend: (none, levels, most) => `${levels} few to many, ${none} none; most in a day: ${most}`,
  retention: 'True retention',
  retentionLegend: 'recalled when asked on a later day',
  noRetention: 'no card has been asked on a later day yet',
  forecast: 'Due',
  today: 'today',
  tomorrow: 'tomorrow',
  later: (days, due) => `${due} in the ${days} days after`,
  topics: 'Topics',
  topicsLegend: (full, part, none) =>
    `${full} mastered, ${part} begun, ${none} new; right: begun/all, recall`,
  hardest: 'Hardest cards',
  forgotten: (times) => `${times} ${times === 1 ? 'lapse' : 'lapses'}`,
  noneHard: 'no card was forgotten after it had been learnt',
  leech: 'leech',
  weak: 'Weak spots',
  lookedUp: (times, days) => `looked up ${times === 1 ? 'once' : `${times} times`} in ${days} days`,
  failed: (failed, asked) => `failed ${failed} of ${asked}`,
  noneWeak: 'no card is looked up or failed often',
  drillWeak: 'Drill the weakest: k8sq drill --weak',
};

function daysText(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}

/** What the statistics say, in a language. */
export function statsMessages(lang: Language): StatsMessages {
  return lang === 'zh' ? zh : en;
}
