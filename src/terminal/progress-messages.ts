import type { Language } from '../language.ts';
import type { SettingProblem } from '../storage/settings.ts';
import { configMessages } from './config-messages.ts';
import { grouped } from './number.ts';

/** What is wrong with a log, in numbers. */
export interface LogFaults {
  /** Lines that hold no event. */
  readonly lines: number;
  /** Files that cannot be read. */
  readonly files: number;
  /** Events of types or versions this program does not know. */
  readonly unknown: number;
}

export interface ProgressMessages {
  readonly warning: (faults: LogFaults) => string;
  readonly settings: (file: string, problems: readonly SettingProblem[]) => string;
  readonly unreadable: (folder: string, code: string) => string;
  readonly unwritable: (path: string, code: string) => string;
  readonly diskFull: (path: string) => string;
  readonly nothingToExport: (folder: string) => string;
  readonly exported: (events: number, file: string) => string;
  readonly exportOntoLog: (file: string) => string;
  readonly typeAnImport: string;
  readonly imported: (written: number, known: number, bad: number) => string;
  readonly notALog: (name: string) => string;
  readonly empty: (folder: string) => string;
  readonly checked: (events: number, files: number, folder: string) => string;
  readonly sound: string;
  readonly problem: Readonly<Record<'torn' | 'shape' | 'unreadable', string>>;
  readonly more: (count: number) => string;
  readonly unknown: (type: string, count: number) => string;
  readonly future: (count: number) => string;
  readonly toRepair: string;
  readonly repaired: (written: number, bad: number, file: string | undefined) => string;
  readonly movedTo: (folder: string) => string;
  readonly nothingToRepair: string;
  readonly stillUnreadable: (files: string) => string;
  readonly askReset: (events: number, hasLookUps: boolean, folder: string) => string;
  readonly resetNeedsYes: string;
  readonly notReset: string;
  readonly reset: (folder: string) => string;
}

const zh: ProgressMessages = {
  warning: ({ lines, files, unknown }) => {
    const parts = [
      ...(lines > 0 ? [`${grouped(lines)} 行已损坏`] : []),
      ...(files > 0 ? [`${grouped(files)} 个文件打不开`] : []),
      ...(unknown > 0 ? [`${grouped(unknown)} 条来自更新版本的 k8sq`] : []),
    ];
    return `练习记录里有 ${parts.join('、')}，已跳过，其余照常；详情：k8sq progress check`;
  },
  settings: (file, problems) => {
    const parts = problems.map(({ code, key, range }) => {
      if (code === 'not-json') return '不是 JSON';
      if (range === undefined) return `没有“${key}”这项设置`;
      return `“${key}”只能是 ${configMessages('zh').range(range)}`;
    });
    return `${file}：${parts.join('，')}；这些设置按默认值处理`;
  },
  unreadable: (folder, code) => `读不了练习记录 ${folder}（${code}）。请检查该文件夹的权限`,
  unwritable: (path, code) => `写不了 ${path}（${code}）。请检查权限；原有的练习记录都在`,
  diskFull: (path) => `磁盘已满，${path} 没有写成。腾出空间后再来一次；原有的练习记录都在`,
  nothingToExport: (folder) => `${folder} 里没有练习记录可导出`,
  exported: (events, file) => `已导出 ${grouped(events)} 条记录到 ${file}`,
  exportOntoLog: (file) => `${file} 就是练习记录本身，不能被导出覆盖。请换一个文件名`,
  typeAnImport: '从标准输入读取，按 Ctrl-D 结束',
  imported: (written, known, bad) =>
    `导入 ${grouped(written)} 条记录${known > 0 ? `，${grouped(known)} 条本来就有` : ''}${bad > 0 ? `，${grouped(bad)} 行已损坏，跳过` : ''}`,
  notALog: (name) =>
    `${name} 里没有练习记录。要导入的是 k8sq progress export 的输出，或 reviews-*.jsonl 文件`,
  empty: (folder) => `${folder} 里还没有练习记录`,
  checked: (events, files, folder) => `${folder}：${grouped(files)} 个文件，${grouped(events)} 条记录`,
  sound: '没有损坏',
  problem: { torn: '这一行不完整', shape: '这一行不是有效的记录', unreadable: '这个文件打不开' },
  more: (count) => `……另有 ${grouped(count)} 处`,
  unknown: (type, count) => `${grouped(count)} 条“${type}”记录来自更新版本的 k8sq，保留不动；升级后即可使用`,
  future: (count) => `${grouped(count)} 条记录的时间在将来：写下它们的那台机器时钟不准`,
  toRepair: '把损坏的行移开、完好的都留下：k8sq progress repair',
  repaired: (written, bad, file) =>
    file === undefined
      ? `移开了 ${grouped(bad)} 行损坏的内容，那些文件里没有完好的记录`
      : `移开了 ${grouped(bad)} 行损坏的内容，${grouped(written)} 条完好的记录写入 ${file}`,
  movedTo: (folder) => `原来的文件在 ${folder}`,
  nothingToRepair: '没有损坏，无需修复',
  stillUnreadable: (files) => `仍然打不开：${files}。请检查权限`,
  askReset: (events, hasLookUps, folder) =>
    `把 ${folder} 里的 ${grouped(events)} 条记录${hasLookUps ? '和查过的题' : ''}移到一边，从头开始？`,
  resetNeedsYes: '不在终端里运行时，progress reset 要加 --yes 才会执行',
  notReset: '没有改动',
  reset: (folder) => `已从头开始。原来的记录在 ${folder}，移回上一级文件夹即可恢复`,
};

const en: ProgressMessages = {
  warning: ({ lines, files, unknown }) => {
    const parts = [
      ...(lines > 0 ? [`${counted(lines, 'damaged line')}`] : []),
      ...(files > 0 ? [`${counted(files, 'unreadable file')}`] : []),
      ...(unknown > 0 ? [`${counted(unknown, 'event')} of a newer k8sq`] : []),
    ];
    return `Your progress log has ${parts.join(', ')}; skipped, the rest is in use. See k8sq progress check`;
  },
  settings: (file, problems) => {
    const parts = problems.map(({ code, key, range }) => {
      if (code === 'not-json') return 'it is not JSON';
      if (range === undefined) return `there is no setting "${key}"`;
      return `"${key}" can only be ${configMessages('en').range(range)}`;
    });
    return `${file}: ${parts.join(', ')}; the defaults are used for that`;
  },
  unreadable: (folder, code) =>
    `Your progress in ${folder} cannot be read (${code}). Check the folder's permissions`,
  unwritable: (path, code) =>
    `${path} cannot be written (${code}). Check its permissions; your progress is safe`,
  diskFull: (path) =>
    `The disk is full: ${path} was not written. Make room and try again; your progress is safe`,
  nothingToExport: (folder) => `There is no progress in ${folder} to export`,
  exported: (events, file) => `Exported ${counted(events, 'event')} to ${file}`,
  exportOntoLog: (file) => `${file} is the log itself; an export must not replace it. Choose another name`,
  typeAnImport: 'Reading standard input; end it with Ctrl-D',
  imported: (written, known, bad) =>
    `Imported ${counted(written, 'event')}${known > 0 ? `, ${grouped(known)} known already` : ''}${bad > 0 ? `, skipped ${counted(bad, 'damaged line')}` : ''}`,
  notALog: (name) =>
    `${name} holds no progress. Import the output of k8sq progress export, or a reviews-*.jsonl file`,
  empty: (folder) => `There is no progress in ${folder} yet`,
  checked: (events, files, folder) => `${folder}: ${counted(files, 'file')}, ${counted(events, 'event')}`,
  sound: 'No damage',
  problem: {
    torn: 'this line is not whole',
    shape: 'this line is no valid event',
    unreadable: 'this file cannot be read',
  },
  more: (count) => `… and ${grouped(count)} more`,
  unknown: (type, count) =>
    `${counted(count, 'event')} of type "${type}" come from a newer k8sq; kept, and used once you upgrade`,
  future: (count) =>
    `${counted(count, 'event')} lie in the future: the clock of the machine that wrote them was wrong`,
  toRepair: 'Move the damaged lines aside and keep all else: k8sq progress repair',
  repaired: (written, bad, file) =>
    file === undefined
      ? `Moved ${counted(bad, 'damaged line')} aside; those files held no whole event`
      : `Moved ${counted(bad, 'damaged line')} aside; ${counted(written, 'whole event')} went to ${file}`,
  movedTo: (folder) => `The files as they were: ${folder}`,
  nothingToRepair: 'No damage, nothing to repair',
  stillUnreadable: (files) => `Still unreadable: ${files}. Check the permissions`,
  askReset: (events, hasLookUps, folder) =>
    `Move the ${counted(events, 'event')}${hasLookUps ? ' and the look-ups' : ''} in ${folder} aside and start over?`,
  resetNeedsYes: 'Without a terminal progress reset needs --yes',
  notReset: 'Left as it was',
  reset: (folder) => `Started over. Your old log is in ${folder}; move it back one folder up to undo this`,
};

function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** What the commands about the log say, in a language. */
export function progressMessages(lang: Language): ProgressMessages {
  return lang === 'zh' ? zh : en;
}
