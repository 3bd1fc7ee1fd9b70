import type { Language } from '../language.ts';
import type { Range, Settings } from '../storage/settings.ts';

export interface ConfigMessages {
  /** What each setting does, without a full stop. */
  readonly meaning: Readonly<Record<keyof Settings, string>>;
  /** What may be given for a range. */
  readonly range: (range: Range) => string;
  readonly initial: (value: string) => string;
  readonly changed: string;
  readonly file: (path: string) => string;
  readonly outOfRange: (key: string, range: string, value: string, example: string) => string;
  readonly noSuchKey: (word: string, near: string | undefined, all: readonly string[]) => string;
  readonly unsetNeedsKey: string;
  readonly unsetOrValue: (key: string) => string;
  readonly notJson: (path: string) => string;
  readonly unwritable: (path: string, code: string) => string;
}

const zh: ConfigMessages = {
  meaning: {
    retention: '能答出的概率降到多少，一题就算到期',
    newPerDay: '没定面试日期时，每天几道新题',
    minutes: '一次练习几分钟，0 为不限；定了面试日期时以每天的分钟数为准',
    shuffleNew: '新题随机出，不按手册顺序',
    leechLapses: '学会后又忘掉几次，一题就标为“总忘”',
    lookups: '记下查过哪些题（只存本机），用来找出薄弱处',
    theme: '配色：auto 深浅底都能看，mono 只用粗细不用颜色',
    ambiguousWidth: '“①”“→”这类字符占几列；表格对不齐、行尾溢出时改它',
  },
  range: (range) => {
    if (range.kind === 'switch') return 'true 或 false';
    if (range.kind === 'choice') return range.values.join('、');
    return `${range.low} 到 ${range.high} 的${range.whole ? '整数' : '数'}`;
  },
  initial: (value) => `默认 ${value}`,
  changed: '已改',
  file: (path) => `设置文件：${path}`,
  outOfRange: (key, range, value, example) =>
    `${key} 要 ${range}，收到“${value}”。例：k8sq config ${key} ${example}`,
  noSuchKey: (word, near, all) =>
    near === undefined
      ? `没有设置“${word}”。可选：${all.join('、')}`
      : `没有设置“${word}”。是想用 ${near} 吗？`,
  unsetNeedsKey: '--unset 后面要说明恢复哪一项。例：k8sq config retention --unset',
  unsetOrValue: (key) => `--unset 恢复默认值，不能同时给值。例：k8sq config ${key} --unset`,
  notJson: (path) => `${path} 不是 JSON，没有改动。请先修好或移走这个文件`,
  unwritable: (path, code) => `写不了 ${path}（${code}），设置没有改动。请检查权限和磁盘空间`,
};

const en: ConfigMessages = {
  meaning: {
    retention: 'probability of recall at which a card becomes due',
    newPerDay: 'new cards a day, while there is no interview date',
    minutes: "minutes of a drill, 0 for no end; with an interview ahead its day's minutes count",
    shuffleNew: "new cards in random order instead of the handbook's",
    leechLapses: 'lapses after which a card is a leech',
    lookups: 'keep which cards you look up (on this machine only), to find weak spots',
    theme: 'colours: auto suits dark and light backgrounds, mono has weight but no colours',
    ambiguousWidth: 'columns of characters like ① and →; change it when tables are not aligned',
  },
  range: (range) => {
    if (range.kind === 'switch') return 'true or false';
    if (range.kind === 'choice') return range.values.join(', ');
    return `${range.whole ? 'a whole number' : 'a number'} from ${range.low} to ${range.high}`;
  },
  initial: (value) => `default ${value}`,
  changed: 'changed',
  file: (path) => `Settings file: ${path}`,
  outOfRange: (key, range, value, example) =>
    `${key} takes ${range}, got "${value}". For example: k8sq config ${key} ${example}`,
  noSuchKey: (word, near, all) =>
    near === undefined
      ? `There is no setting "${word}". There are: ${all.join(', ')}`
      : `There is no setting "${word}". Did you mean ${near}?`,
  unsetNeedsKey: '--unset needs the setting to take back. For example: k8sq config retention --unset',
  unsetOrValue: (key) =>
    `--unset goes back to the default and takes no value. For example: k8sq config ${key} --unset`,
  notJson: (path) => `${path} is not JSON and was left as it is. Repair it or move it away first`,
  unwritable: (path, code) =>
    `${path} cannot be written (${code}); nothing was changed. Check its permissions and the disk`,
};

/** What `k8sq config` says, in a language. */
export function configMessages(lang: Language): ConfigMessages {
  return lang === 'zh' ? zh : en;
}
