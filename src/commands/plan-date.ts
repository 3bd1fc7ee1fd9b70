import { dateToDay, dayToDate } from '../memory/day.ts';

/** What a text says of a date. `date` is `YYYY-MM-DD`. */
export type PlanDate =
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'past'; readonly date: string }
  | { readonly kind: 'far'; readonly date: string }
  /** It has the form of a date, but there is no such day. */
  | { readonly kind: 'impossible' }
  | { readonly kind: 'unclear' };

/** Forecasts further ahead say nothing: two years. */
const FARTHEST = 731;

const DAY_WORDS: Readonly<Record<string, number>> = {
  yesterday: -1,
  昨天: -1,
  昨日: -1,
  前天: -2,
  today: 0,
  今天: 0,
  今日: 0,
  tomorrow: 1,
  明天: 1,
  明日: 1,
  后天: 2,
  後天: 2,
  大后天: 3,
};
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const HAN_WEEKDAYS = '一二三四五六日';
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/**
 * The day that a text names, seen from study day `today`: `2026-12-05`, `2026/12/5`, `2026年12月5日`, `20261205`;
 * without a year the next such day (`12-05`, `12/5`, `12月5日`, `Dec 5`); `tomorrow`, `明天`; `+10d`, `+2w`, `10天后`;
 * the next `friday`, `周五` (`下周五` is that of the week after this one, Monday first).
 */
export function planDate(text: string, today: number): PlanDate {
  const word = text.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ');
  const ahead = daysAhead(word.replaceAll(' ', ''), today);
  if (ahead !== undefined) return judged(today + ahead, today);
  const parts = numbersOf(word);
  if (!parts) return { kind: 'unclear' };
  const [year, month, day] = parts;
  if (year !== undefined) {
    const found = dayOf(year, month, day);
    return found === undefined ? { kind: 'impossible' } : judged(found, today);
  }
  return nextSuch(month, day, today);
}

function judged(day: number, today: number): PlanDate {
  // Beyond what a calendar can say there is only "far".
  const date = dayToDate(Math.min(day, today + 100 * FARTHEST));
  if (day < today) return { kind: 'past', date };
  return { kind: day - today > FARTHEST ? 'far' : 'date', date };
}

/** A day of the year without its year: this year's, or the next that is not over (29 February may take a while). */
function nextSuch(month: number, day: number, today: number): PlanDate {
  const year = Number(dayToDate(today).slice(0, 4));
  for (let each = year; each <= year + 8; each++) {
    const found = dayOf(each, month, day);
    if (found !== undefined && found >= today) return judged(found, today);
  }
  return { kind: 'impossible' };
}

function dayOf(year: number, month: number, day: number): number | undefined {
  const pad = (value: number, length: number): string => String(value).padStart(length, '0');
  return dateToDay(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
}

/** Days from today that a word names, or undefined. */
function daysAhead(word: string, today: number): number | undefined {
  const named = Object.hasOwn(DAY_WORDS, word) ? DAY_WORDS[word] : undefined;
  if (named !== undefined) return named;
  const [, plus, unit] = /^\+(\d{1,6})(d|days?|w|weeks?)?$/.exec(word) ?? [];
  if (plus !== undefined) return Number(plus) * (unit?.startsWith('w') ? 7 : 1);
  const [, count, week] = /^(\d{1,6})(?:天|个?(周|星期|礼拜))[之以]?[后後]$/.exec(word) ?? [];
  if (count !== undefined) return Number(count) * (week ? 7 : 1);
  return toWeekday(word, today);
}

function toWeekday(word: string, today: number): number | undefined {
  // 1970-01-01 was a Thursday.
  const now = (today + 3) % 7;
  const [, next, han] = /^(下个?)?(?:周|星期|礼拜)([一二三四五六日天])$/.exec(word) ?? [];
  if (han !== undefined) {
    const wanted = HAN_WEEKDAYS.indexOf(han === '天' ? '日' : han);
    return next ? 7 - now + wanted : (wanted - now + 7) % 7 || 7;
  }
  const english = isWeekday(word) ? WEEKDAYS.indexOf(word.slice(0, 3)) : -1;
  return english < 0 ? undefined : (english - now + 7) % 7 || 7;
}

function isWeekday(word: string): boolean {
  return /^(mon|tues?|wed(nes)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?$/.test(word);
}

/** Year (maybe), month and day of a text that has the form of a date. */
function numbersOf(word: string): [number | undefined, number, number] | undefined {
  const compact = word.replace(/ ?([-/.年月日号]) ?/g, '$1');
  const whole =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/.exec(compact) ??
    /^(\d{4})(年)(\d{1,2})月(\d{1,2})[日号]?$/.exec(compact) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(compact);
  if (whole) return [Number(whole[1]), Number(whole[3]), Number(whole[4])];
  const short = /^(\d{1,2})[-/.](\d{1,2})$/.exec(compact) ?? /^(\d{1,2})月(\d{1,2})[日号]?$/.exec(compact);
  if (short) return [undefined, Number(short[1]), Number(short[2])];
  return englishOf(word.replaceAll(',', ' ').replace(/ +/g, ' '));
}

/** `Dec 5`, `5 December`, each with or without a year behind it. */
function englishOf(word: string): [number | undefined, number, number] | undefined {
  const first = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(word);
  const second = /^(\d{1,2})(?:st|nd|rd|th)? ([a-z]{3,9})\.?(?: (\d{4}))?$/.exec(word);
  const [name, day, year] = first ? [first[1], first[2], first[3]] : [second?.[2], second?.[1], second?.[3]];
  const month = MONTHS.findIndex((each) => name !== undefined && each.startsWith(name)) + 1;
  if (month === 0) return undefined;
  return [year === undefined ? undefined : Number(year), month, Number(day)];
}
