import type { Language } from '../language.ts';
import { dateToDay, dayToDate } from '../memory/day.ts';
import type { DayStatistics } from '../memory/statistics.ts';
import { shades } from './bar.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import { displayWidth } from './width.ts';

const WEEKDAYS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'],
};
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** Half a year. */
const MOST_WEEKS = 26;
const LABEL = 3;

export interface Calendar {
  readonly lines: readonly string[];
  /** Reviews of the fullest day on it. */
  readonly most: number;
}

/** Columns of weeks, rows of weekdays: one sign a day, the fuller the more reviews; days to come stay empty. */
export function calendarOf(days: readonly DayStatistics[], date: string, look: Look): Calendar {
  const today = dateToDay(date) ?? 0;
  const weeks = Math.max(1, Math.min(MOST_WEEKS, Math.floor((look.columns - LABEL) / 2)));
  const first = monday(today) - 7 * (weeks - 1);
  const begin = dayToDate(first);
  const onIt = days.filter((day) => day.date >= begin);
  const shown = new Map(onIt.map((day) => [dateToDay(day.date) ?? 0, day.reviews]));
  const most = Math.max(0, ...shown.values());
  const { accent, quiet } = ink(look);
  const signs = shades(look);
  const cell = (day: number): string => {
    if (day > today) return ' ';
    const level = Math.ceil((4 * (shown.get(day) ?? 0)) / Math.max(1, most));
    const sign = signs[level] ?? signs[4];
    return level === 0 ? quiet(sign) : accent(sign);
  };
  const rows = WEEKDAYS[look.lang].map((name, weekday) => {
    const cells = Array.from({ length: weeks }, (_, week) => cell(first + 7 * week + weekday));
    return `${quiet(name)} ${cells.join(' ')}`.trimEnd();
  });
  return { lines: [quiet(monthLine(first, weeks, look)), ...rows], most };
}

/** 1970-01-01 was a Thursday. */
function monday(day: number): number {
  return day - ((day + 3) % 7);
}

/** The name of each month above the week that its first day is in. */
function monthLine(first: number, weeks: number, { lang, columns }: Look): string {
  let line = '';
  for (let week = 0; week < weeks; week++) {
    const last = dayToDate(first + 7 * week + 6);
    const isNew = Number(last.slice(8)) <= 7;
    if (!isNew) continue;
    const number = Number(last.slice(5, 7));
    const name = lang === 'zh' ? `${number}月` : (MONTHS[number - 1] ?? '');
    const at = LABEL + 2 * week;
    const used = displayWidth(line);
    if ((used > 0 && used >= at) || at + displayWidth(name) > columns) continue;
    line += `${' '.repeat(at - used)}${name}`;
  }
  return line;
}
