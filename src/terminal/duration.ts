import type { Language } from '../language.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Time spent, milliseconds, as people say it: `3 小时 12 分`, `12 分`, `41 秒`; `3h 12m`, `12m`, `41s`. */
export function durationText(ms: number, lang: Language): string {
  const [hour, minute, second] = lang === 'zh' ? [' 小时', ' 分', ' 秒'] : ['h', 'm', 's'];
  if (ms < MINUTE - SECOND / 2) return `${Math.round(ms / SECOND)}${second}`;
  const minutes = Math.round(ms / MINUTE);
  if (minutes < 60) return `${minutes}${minute}`;
  const rest = minutes % 60;
  return `${Math.floor(minutes / 60)}${hour}${rest > 0 ? ` ${rest}${minute}` : ''}`;
}
