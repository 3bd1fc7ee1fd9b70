import type { Language } from '../language.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A span of milliseconds as people say it, in one unit: `10m`, `8d`, `1.4y`; `10 分`, `8 天`, `1.4 年`. */
export function intervalText(ms: number, lang: Language): string {
  const [amount, unit] = inUnit(ms);
  const text =
    unit === 'month' || unit === 'year' ? String(Math.round(amount * 10) / 10) : String(Math.round(amount));
  return lang === 'zh' ? `${text} ${CHINESE[unit]}` : `${text}${ENGLISH[unit]}`;
}

type Unit = 'minute' | 'hour' | 'day' | 'month' | 'year';

const CHINESE: Readonly<Record<Unit, string>> = {
  minute: '分',
  hour: '时',
  day: '天',
  month: '月',
  year: '年',
};
const ENGLISH: Readonly<Record<Unit, string>> = { minute: 'm', hour: 'h', day: 'd', month: 'mo', year: 'y' };

function inUnit(ms: number): [number, Unit] {
  if (ms < HOUR) return [Math.max(1, ms / MINUTE), 'minute'];
  if (ms < DAY) return [ms / HOUR, 'hour'];
  if (ms < 60 * DAY) return [ms / DAY, 'day'];
  if (ms < 365 * DAY) return [ms / (30.44 * DAY), 'month'];
  return [ms / (365.25 * DAY), 'year'];
}
