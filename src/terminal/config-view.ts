import type { Range, Settings } from '../storage/settings.ts';
import { configMessages } from './config-messages.ts';
import { paragraph } from './flow.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';

/** A setting: its value now, its default, what it may be. */
export interface SettingFacts {
  readonly key: keyof Settings;
  readonly value: Settings[keyof Settings];
  readonly initial: Settings[keyof Settings];
  readonly range: Range;
}

const INDENT = 2;

/** A setting on a terminal: name and value, and below them what it does and what it may be. */
export function settingLines({ key, value, initial, range }: SettingFacts, look: Look): string[] {
  const say = configMessages(look.lang);
  const { strong, quiet, accent } = ink(look);
  const own = value === initial ? '' : `  ${accent(say.changed)}`;
  const between = look.lang === 'zh' ? '；' : '; ';
  const below = [say.meaning[key], say.range(range), say.initial(String(initial))].join(between);
  return [
    ...(key.length + String(value).length + 3 > look.columns
      ? [`${strong(key)} =`, `  ${String(value)}${own}`]
      : [`${strong(key)} = ${String(value)}${own}`]),
    ...paragraph(below, { ...look, columns: look.columns - INDENT }).map((line) => `  ${quiet(line)}`),
  ];
}
