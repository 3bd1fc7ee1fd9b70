import { Failure } from '../failure.ts';
import type { Language } from '../language.ts';
import { messages } from '../messages.ts';
import type { OptionSpec } from './specification.ts';

export const deck: OptionSpec = {
  flags: '--deck <path>',
  says: {
    zh: '用自己的 Markdown 手册：文件或文件夹',
    en: 'use your own Markdown handbook: a file or a folder',
  },
};
export const category: OptionSpec = {
  flags: '-c, --category <name>',
  says: {
    zh: '按类别：主题或级别，中英文均可，可模糊',
    en: 'by category: a topic or section, in either language, fuzzy',
  },
};
export const level: OptionSpec = {
  flags: '-l, --level <name>',
  says: { zh: '按级别：基础、提高、专家', en: 'by section: 基础, 提高, 专家' },
};
export const number: OptionSpec = {
  flags: '-n, --number <n>',
  says: { zh: '最多几条', en: 'at most this many' },
  parse: positiveInteger('-n'),
};
export const seed: OptionSpec = {
  flags: '--seed <n>',
  says: { zh: '随机种子，重现同一次抽取', en: 'repeats the same draw' },
  parse: positiveInteger('--seed'),
};
export const json: OptionSpec = { flags: '--json', says: { zh: '输出 JSON', en: 'print JSON' } };
export const plain: OptionSpec = {
  flags: '--plain',
  says: { zh: '输出 Markdown 原文', en: 'print the Markdown source' },
};
export const noPager: OptionSpec = {
  flags: '--no-pager',
  says: { zh: '不用分页器', en: 'do not page' },
};

/** Reads the value of a flag; throws a `Failure` that names the flag when it is not a positive whole number. */
export function positiveInteger(flag: string) {
  return (value: string, lang: Language): number => {
    const number = Number(value);
    if (/^\d+$/.test(value) && Number.isSafeInteger(number) && (number > 0 || flag === '--seed'))
      return number;
    throw new Failure(messages(lang).notANumber(flag, value));
  };
}
