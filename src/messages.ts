import type { Language } from './language.ts';

/** Every sentence that commands say, in one shape for both languages; help texts live with the commands. */
export interface Messages {
  readonly missingFile: (path: string) => string;
  readonly forbiddenFile: (path: string) => string;
  readonly unreadableFile: (path: string, code: string) => string;
  readonly emptyFolder: (path: string) => string;
  readonly reading: (name: string) => string;
  readonly noQuestions: (path: string) => string;
  readonly damagedDeck: (path: string) => string;
  readonly noCategory: (word: string, names: string) => string;
  readonly emptyCategory: (word: string) => string;
  readonly notANumber: (flag: string, value: string) => string;
  readonly unknownCommand: (word: string, near: string) => string;
  readonly nothingFound: (query: string) => string;
  readonly nearest: string;
  readonly pick: string;
  readonly alsoFound: string;
  readonly noHome: string;
  readonly diskFull: (folder: string) => string;
  readonly notRecorded: (folder: string, code: string) => string;
  readonly needsTerminal: string;
  readonly resumed: (left: number) => string;
  readonly cards: (count: number) => string;
  readonly problems: (found: number, repaired: number, path: string) => string;
  readonly clean: (path: string, cards: number) => string;
  readonly checked: (path: string, cards: number, problems: number, repaired: number) => string;
  readonly repaired: string;
  readonly nothingToFix: (path: string) => string;
  readonly askWrite: (path: string) => string;
  readonly written: (path: string) => string;
  readonly notWritten: (path: string) => string;
  readonly fixNeedsYes: string;
}

const zh: Messages = {
  missingFile: (path) => `找不到 ${path}。请检查路径`,
  forbiddenFile: (path) => `没有权限读取 ${path}。请检查文件权限`,
  unreadableFile: (path, code) => `读不了 ${path}（${code}）。请换一个文件`,
  emptyFolder: (path) => `文件夹 ${path} 里没有 .md 文件。请指向手册文件，或放有手册的文件夹`,
  reading: (name) => `正在读取 ${name}`,
  noQuestions: (path) =>
    `${path} 里没有找到题目。每道题要有一个 ### 标题；k8sq deck check ${path} 会指出问题所在`,
  damagedDeck: (path) =>
    `内置题库 ${path} 缺失或损坏。请重新安装 k8sq（在源码里是 npm ci）；学习记录不受影响`,
  noCategory: (word, names) => `没有类别“${word}”。可选：${names}`,
  emptyCategory: (word) => `类别“${word}”里没有题目`,
  notANumber: (flag, value) => `${flag} 要一个正整数，收到“${value}”。例：${flag} 5`,
  unknownCommand: (word, near) =>
    `没有“${word}”这个命令。是想用 k8sq ${near} 吗？要查“${word}”，请用 k8sq show ${word}`,
  nothingFound: (query) => `没有找到与“${query}”匹配的题目。`,
  nearest: '最接近的是：',
  pick: '选一题（输入可重新搜索，Ctrl-C 退出）',
  alsoFound: '还有：',
  noHome: '找不到主目录，练习记录无处存放。请设置 HOME 或 XDG_DATA_HOME 为绝对路径',
  diskFull: (folder) => `磁盘已满，刚才这一步没有记下（${folder}）。腾出空间后再来一次；之前的记录都在`,
  notRecorded: (folder, code) =>
    `刚才这一步没有写入 ${folder}（${code}）。请检查该文件夹的权限；之前的记录都在`,
  needsTerminal: 'k8sq drill 需要在终端里交互运行；只想看题请用 k8sq random 或 k8sq show <关键词>',
  resumed: (left) => `接着上次没做完的：还剩 ${left} 题（另起一次：k8sq drill --fresh）`,
  cards: (count) => `${count} 题`,
  problems: (found, repaired, path) =>
    `手册有 ${found} 处问题，其中 ${repaired} 处已在读入时修复；详情：k8sq deck check ${path}`,
  clean: (path, cards) => `${path}：${cards} 题，没有问题`,
  checked: (path, cards, problems, repaired) =>
    `${path}：${cards} 题，${problems} 处问题，${repaired} 处可自动修复（k8sq deck check --fix ${path}）`,
  repaired: '已修复',
  nothingToFix: (path) => `${path}：没有可自动修复的问题`,
  askWrite: (path) => `把这些修复写入 ${path}？`,
  written: (path) => `已写入 ${path}`,
  notWritten: (path) => `没有改动 ${path}`,
  fixNeedsYes: '不在终端里运行时，--fix 只显示差异；确认写入请加 --yes',
};

const en: Messages = {
  missingFile: (path) => `There is no ${path}. Check the path`,
  forbiddenFile: (path) => `${path} may not be read. Check its permissions`,
  unreadableFile: (path, code) => `${path} cannot be read (${code}). Try another file`,
  emptyFolder: (path) => `The folder ${path} holds no .md file. Name a handbook, or a folder of handbooks`,
  reading: (name) => `Reading ${name}`,
  noQuestions: (path) =>
    `${path} holds no question. Every question is a ### heading; k8sq deck check ${path} says more`,
  damagedDeck: (path) =>
    `The built-in deck ${path} is missing or damaged. Install k8sq again (from its source: npm ci); your progress is untouched`,
  noCategory: (word, names) => `There is no category "${word}". There are: ${names}`,
  emptyCategory: (word) => `There is no question in category "${word}"`,
  notANumber: (flag, value) =>
    `${flag} takes a positive whole number, got "${value}". For example: ${flag} 5`,
  unknownCommand: (word, near) =>
    `There is no command "${word}". Did you mean k8sq ${near}? To look "${word}" up: k8sq show ${word}`,
  nothingFound: (query) => `No question matches "${query}".`,
  nearest: 'The nearest are:',
  pick: 'Pick one (type to search anew, Ctrl-C leaves)',
  alsoFound: 'Also:',
  noHome: 'No home folder to keep your progress in. Set HOME or XDG_DATA_HOME to an absolute path',
  diskFull: (folder) =>
    `The disk is full: this was not recorded (${folder}). Make room and do it again; what came before is safe`,
  notRecorded: (folder, code) =>
    `This could not be written to ${folder} (${code}). Check its permissions; what came before is safe`,
  needsTerminal: 'k8sq drill needs a terminal to talk to; to read only, use k8sq random or k8sq show <words>',
  resumed: (left) => `Going on where you left: ${left} to go (start anew: k8sq drill --fresh)`,
  cards: (count) => `${count} ${count === 1 ? 'card' : 'cards'}`,
  problems: (found, repaired, path) =>
    `The handbook has ${found} problems, ${repaired} of them repaired while reading; see k8sq deck check ${path}`,
  clean: (path, cards) => `${path}: ${cards} cards, no problems`,
  checked: (path, cards, problems, repaired) =>
    `${path}: ${cards} cards, ${problems} problems, ${repaired} can be repaired (k8sq deck check --fix ${path})`,
  repaired: 'repaired',
  nothingToFix: (path) => `${path}: nothing that can be repaired`,
  askWrite: (path) => `Write these repairs to ${path}?`,
  written: (path) => `Wrote ${path}`,
  notWritten: (path) => `Left ${path} as it was`,
  fixNeedsYes: 'Without a terminal --fix only shows the difference; add --yes to write it',
};

/** The catalogue in a language. */
export function messages(lang: Language): Messages {
  return lang === 'zh' ? zh : en;
}
