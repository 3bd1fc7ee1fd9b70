import type { Language } from '../language.ts';

export interface PlanMessages {
  readonly none: string;
  readonly over: (date: string, days: number) => string;
  readonly cleared: (date: string) => string;
  readonly nothingToClear: string;
  readonly clearAlone: string;
  readonly minutesNeedDate: string;
  readonly tooManyMinutes: (minutes: number) => string;
  readonly pastDate: (date: string, today: string) => string;
  readonly farDate: (date: string) => string;
  readonly noSuchDate: (text: string) => string;
  readonly unclearDate: (text: string) => string;
  readonly working: (cards: number, days: number) => string;
  readonly weekdays: readonly string[];
  readonly title: (date: string, weekday: string) => string;
  readonly ahead: (days: number) => string;
  readonly isToday: string;
  readonly pace: (minutes: number, reviews: number) => readonly string[];
  readonly seen: (seen: number, all: number) => string;
  readonly expected: string;
  readonly now: string;
  readonly onTheDay: string;
  readonly untouched: string;
  readonly expectedLegend: string;
  readonly missed: (points: string) => string;
  readonly missedNothing: string;
  readonly topics: string;
  readonly topicsLegend: (full: string, part: string) => string;
  readonly next: (minutesLeft: number) => string;
  readonly nextDone: string;
  readonly nextOnTheDay: string;
  readonly drill: DrillEndMessages;
}

/** What comes after a drill. */
interface DrillEndMessages {
  readonly spent: (minutes: number, daysLeft: number) => string;
  readonly left: (minutes: number, daysLeft: number) => string;
  readonly stillDue: (due: number) => string;
  readonly comes: (days: number, due: number) => string;
  readonly nothingDue: string;
}

const zh: PlanMessages = {
  none: '还没有面试日期。定一个：k8sq plan 2026-12-05 --minutes 15（也可以写 12-05、明天、+10d）',
  over: (date, days) =>
    `面试日期 ${date} 已过去 ${days} 天。定下一场：k8sq plan 日期；不再需要：k8sq plan --clear`,
  cleared: (date) => `已取消 ${date} 的面试安排，练习回到平时的节奏`,
  nothingToClear: '没有面试日期，不用取消',
  clearAlone: '--clear 是取消面试日期，不能同时给日期、--minutes',
  minutesNeedDate: '还没有面试日期，请一起给出，例：k8sq plan 2026-12-05 --minutes 15',
  tooManyMinutes: (minutes) =>
    `一天没有 ${minutes} 分钟。--minutes 是每天练习的分钟数，最多 1440，例：--minutes 15`,
  pastDate: (date, today) => `${date} 已经过去了，今天是 ${today}。请给今天或以后的日期，例：k8sq plan +10d`,
  farDate: (date) => `${date} 太远了，最多两年。离得近些再定，平时用 k8sq drill 就好`,
  noSuchDate: (text) => `没有“${text}”这一天。日期写成 2026-12-05、12-05、明天或 +10d`,
  unclearDate: (text) => `看不懂日期“${text}”。可以写成 2026-12-05、12-05、12月5日、明天、周五或 +10d`,
  working: (cards, days) => `正在推算 ${cards} 题、${days} 天……`,
  weekdays: ['周一', '周二', '周三', '周四', '周五', '周六', '周日'],
  title: (date, weekday) => `面试 ${date} ${weekday}`,
  ahead: (days) => (days === 1 ? '就在明天' : `还有 ${days} 天`),
  isToday: '就在今天',
  pace: (minutes, reviews) => [`每天 ${minutes} 分钟`, `约 ${reviews} 次作答`],
  seen: (seen, all) => `学过 ${seen}/${all} 题`,
  expected: '预计能答出',
  now: '今天',
  onTheDay: '面试当天',
  untouched: '若不再练',
  expectedLegend: '全部题目的平均，没学过的算 0',
  missed: (points) => `今天不练，面试当天少 ${points} 个百分点`,
  missedNothing: '今天不练，面试当天几乎不受影响',
  topics: '各主题',
  topicsLegend: (full, part) => `${full} 今天，${part} 面试当天；右边：今天 → 当天`,
  next: (minutesLeft) => `今天还剩 ${minutesLeft} 分钟：k8sq drill`,
  nextDone: '今天的练习时间已经用完，明天继续；还想练：k8sq drill --minutes 10',
  nextOnTheDay: '过一遍最薄弱的：k8sq drill --weak -n 10。祝顺利',
  drill: {
    spent: (minutes, daysLeft) =>
      `今天的 ${minutes} 分钟练完了，距面试 ${daysLeft} 天。${daysLeft > 1 ? '明天继续：k8sq drill；' : ''}还想练：k8sq drill --minutes 10`,
    left: (minutes, daysLeft) => `今天还剩 ${minutes} 分钟，距面试 ${daysLeft} 天：k8sq drill`,
    stillDue: (due) => `今天还有 ${due} 题到期：k8sq drill`,
    comes: (days, due) => `接下来：${days === 1 ? '明天' : `${days} 天后`}有 ${due} 题到期`,
    nothingDue: '接下来 30 天没有到期的题',
  },
};

const en: PlanMessages = {
  none: 'No interview date yet. Set one: k8sq plan 2026-12-05 --minutes 15 (or 12-05, tomorrow, +10d)',
  over: (date, days) =>
    `The interview of ${date} was ${daysText(days)} ago. Plan the next one: k8sq plan DATE; none: k8sq plan --clear`,
  cleared: (date) => `The interview of ${date} is off the plan; practice goes on at its usual pace`,
  nothingToClear: 'There is no interview date to clear',
  clearAlone: '--clear takes the interview date away; it goes with neither a date nor --minutes',
  minutesNeedDate:
    'There is no interview date yet; give it too, for example: k8sq plan 2026-12-05 --minutes 15',
  tooManyMinutes: (minutes) =>
    `A day does not have ${minutes} minutes. --minutes is study time a day, at most 1440, for example: --minutes 15`,
  pastDate: (date, today) =>
    `${date} is over, today is ${today}. Give today or a later date, for example: k8sq plan +10d`,
  farDate: (date) => `${date} is too far away: two years at most. Until then k8sq drill alone will do`,
  noSuchDate: (text) => `There is no such day as "${text}". Write 2026-12-05, 12-05, tomorrow or +10d`,
  unclearDate: (text) => `"${text}" is no date. Write 2026-12-05, 12-05, Dec 5, tomorrow, friday or +10d`,
  working: (cards, days) => `Working through ${cards} cards and ${days} days…`,
  weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  title: (date, weekday) => `Interview ${weekday} ${date}`,
  ahead: (days) => (days === 1 ? 'tomorrow' : `in ${daysText(days)}`),
  isToday: 'today',
  pace: (minutes, reviews) => [`${minutes} min a day`, `about ${reviews} questions`],
  seen: (seen, all) => `${seen} of ${all} cards begun`,
  expected: 'Expected recall',
  now: 'today',
  onTheDay: 'on the day',
  untouched: 'if you stop',
  expectedLegend: 'mean of all cards; one never seen counts 0',
  missed: (points) => `leaving out today costs ${points} points on the day`,
  missedNothing: 'leaving out today costs next to nothing',
  topics: 'Topics',
  topicsLegend: (full, part) => `${full} today, ${part} on the day; right: today → then`,
  next: (minutesLeft) => `${minutesLeft} min left today: k8sq drill`,
  nextDone: 'The time for today is used up; more all the same: k8sq drill --minutes 10',
  nextOnTheDay: 'Once more through the weakest: k8sq drill --weak -n 10. Good luck',
  drill: {
    spent: (minutes, daysLeft) =>
      `Your ${minutes} min for today are done; ${daysText(daysLeft)} to the interview. ${daysLeft > 1 ? 'Tomorrow: k8sq drill; ' : ''}more now: k8sq drill --minutes 10`,
    left: (minutes, daysLeft) =>
      `${minutes} min left today, ${daysText(daysLeft)} to the interview: k8sq drill`,
    stillDue: (due) => `${due} more due today: k8sq drill`,
    comes: (days, due) => `Next: ${due} due ${days === 1 ? 'tomorrow' : `in ${daysText(days)}`}`,
    nothingDue: 'Nothing comes due within 30 days',
  },
};

function daysText(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}

/** What an interview plan says, in a language. */
export function planMessages(lang: Language): PlanMessages {
  return lang === 'zh' ? zh : en;
}
