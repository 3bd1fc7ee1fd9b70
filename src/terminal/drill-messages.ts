import type { Language } from '../language.ts';
import type { Rating } from '../memory/rating.ts';
import type { KeyHint } from './footer-keys.ts';

export interface DrillMessages {
  readonly think: (reason: string) => string;
  /** In the header, where minutes bound the session: what is left of them, and the number of the question. */
  readonly left: (clock: string) => string;
  readonly nth: (number: number) => string;
  readonly undo: string;
  readonly help: string;
  readonly quit: string;
  /** The footer where it is not the four ratings: by mode, or by phase while the question has the keys. */
  readonly footers: Readonly<Record<string, readonly KeyHint[]>>;
  readonly note: string;
  readonly yourAnswer: string;
  /** Above the key points, while nothing is ticked. */
  readonly tickHint: string;
  /** Above the key points: how many of all and of those nobody may miss (or empty), and the rating proposed. */
  readonly coverage: (all: string, musts: string, rating: string) => string;
  readonly lookup: string;
  readonly noDocs: string;
  /** A page, on a line of its own, whether it was opened, and which of how many. */
  readonly docs: (url: string, isOpen: boolean, number: number, of: number) => string;
  readonly taken: (card: string) => string;
  readonly reading: string;
  readonly nothingToUndo: string;
  readonly unsuspended: string;
  readonly unknownIds: (ids: string) => string;
  readonly noEditor: string;
  readonly notReloaded: string;
  readonly keysTitle: string;
  readonly allKeys: readonly (readonly [string, string])[];
  readonly ratings: Readonly<Record<Rating, string>>;
  readonly undone: (count: number) => string;
  readonly suspended: (count: number) => string;
  readonly nothingRated: string;
  readonly done: (rated: number, minutes: number) => string;
  readonly saved: string;
}

const REASONS: Readonly<Record<string, string>> = {
  new: '新题',
  due: '到期复习',
  step: '刚学过，再来一次',
  again: '再来一次',
  ahead: '提前复习',
  chosen: '抽到的题',
  suspended: '搁置的题，按 s 恢复',
};

const zh: DrillMessages = {
  think: (reason) => `${REASONS[reason] ?? ''} · 先自己说一遍，再按空格看答案`,
  left: (clock) => `剩 ${clock}`,
  nth: (number) => `第 ${number} 题`,
  undo: '撤销',
  help: '按键',
  quit: '退出',
  footers: {
    question: [
      ['空格', '看答案', '答案'],
      ['t', '打字作答', '打字'],
      ['/', '查找', '查'],
      ['?', '按键', '键'],
      ['q', '退出', '退'],
      ['u', '撤销'],
      ['Tab', '跳过'],
    ],
    typing: [
      ['Tab', '看答案'],
      ['Enter', '换行'],
      ['Esc', '不打了'],
    ],
    note: [
      ['Enter', '存下笔记'],
      ['Esc', '不存'],
    ],
    lookup: [
      ['Enter', '打开'],
      ['↑↓', '选择'],
      ['Esc', '回到题目'],
    ],
    reading: [
      ['Esc', '返回'],
      ['↑↓', '滚动'],
    ],
    help: [['任意键', '返回']],
  },
  note: '笔记',
  yourAnswer: '你的回答',
  tickHint: '说到的要点按空格勾上，建议的评分跟着变；不勾就由你自己判断',
  coverage: (all, musts, rating) => `说到要点 ${all}${musts ? `，${musts}` : ''}，建议评「${rating}」`,
  lookup: '查找（题目和进度都在，随时可以回来）',
  noDocs: '这题没有参考链接',
  docs: (url, isOpen, number, of) =>
    `${isOpen ? '已在浏览器打开' : '打不开浏览器，请自己打开'}${of > 1 ? `（${number}/${of}，再按 o 换一页）` : ''}：\n${url}`,
  taken: (card) => `撤销了以前对“${card}”的评分，重新来过`,
  reading: '正在读以前的记录…',
  nothingToUndo: '没有可以撤销的了',
  unsuspended: '不再搁置，以后照常出现',
  unknownIds: (ids) => `题库里没有这些题：${ids}`,
  noEditor: '打不开编辑器，请设置 EDITOR',
  notReloaded: '改动没有读进来：题库文件不可写，或内容有误；k8sq deck check 会指出问题',
  keysTitle: '按键',
  allKeys: [
    ['空格 / 回车', '看答案；看过之后，回车接受建议的评分'],
    ['↑ ↓', '在要点间移动'],
    ['空格 / x', '勾选说到的要点'],
    ['1 2 3 4', '忘了 · 困难 · 记得 · 轻松'],
    ['PgUp PgDn', '滚动'],
    ['Tab', '跳过这题'],
    ['t', '打字作答，自动对照要点'],
    ['/', '查找别的题，不丢当前题'],
    ['o', '打开参考文档；再按是下一页'],
    ['n', '写笔记'],
    ['b', '加书签'],
    ['e', '用编辑器修改这张卡'],
    ['s', '搁置这题，以后不再出现；搁置的题用 k8sq drill --suspended 找回，再按 s 恢复'],
    ['u', '撤销上一步，可连按，也能撤销以前的评分'],
    ['q / Ctrl-D', '退出，进度都已保存'],
  ],
  ratings: { again: '忘了', hard: '困难', good: '记得', easy: '轻松' },
  undone: (count) => `撤销了以前的 ${count} 次评分`,
  suspended: (count) => `搁置了 ${count} 题，找回：k8sq drill --suspended`,
  nothingRated: '这次没有评分，进度没有变化。',
  done: (rated, minutes) => `练了 ${rated} 题，用时 ${Math.max(1, Math.round(minutes))} 分钟`,
  saved: '每一次评分都已存盘。',
};

const en: DrillMessages = {
  think: (reason) =>
    `${reason === 'suspended' ? 'suspended, s takes it in again' : reason} · say it yourself first, then press space`,
  left: (clock) => `${clock} left`,
  nth: (number) => `#${number}`,
  undo: 'undo',
  help: 'keys',
  quit: 'quit',
  footers: {
    question: [
      ['Space', 'reveal', 'show'],
      ['t', 'type'],
      ['/', 'look up', 'find'],
      ['?', 'keys'],
      ['q', 'quit'],
      ['u', 'undo'],
      ['Tab', 'skip'],
    ],
    typing: [
      ['Tab', 'reveal'],
      ['Enter', 'new line'],
      ['Esc', 'stop typing'],
    ],
    note: [
      ['Enter', 'save the note'],
      ['Esc', 'leave it'],
    ],
    lookup: [
      ['Enter', 'open'],
      ['Up/Down', 'choose'],
      ['Esc', 'back to the question'],
    ],
    reading: [
      ['Esc', 'back'],
      ['Up/Down', 'scroll'],
    ],
    help: [['any key', 'back']],
  },
  note: 'Note',
  yourAnswer: 'Your answer',
  tickHint: 'Tick what you said with the space bar: the proposed rating follows. Or judge for yourself.',
  coverage: (all, musts, rating) => `Key points ${all}${musts ? `, ${musts}` : ''}: ${rating} is proposed`,
  lookup: 'Look up (the question waits for you)',
  noDocs: 'This card has no reference',
  docs: (url, isOpen, number, of) =>
    `${isOpen ? 'Opened in the browser' : 'There is no browser to open it in'}${of > 1 ? ` (${number}/${of}, o again for the next)` : ''}:\n${url}`,
  taken: (card) => `An earlier rating of "${card}" is undone`,
  reading: 'Reading earlier ratings…',
  nothingToUndo: 'There is nothing left to undo',
  unsuspended: 'Taken in again: it will be asked as before',
  unknownIds: (ids) => `Not in this deck: ${ids}`,
  noEditor: 'The editor could not be started; set EDITOR',
  notReloaded:
    'The change was not read: the deck is not writable or not well-formed; k8sq deck check says more',
  keysTitle: 'Keys',
  allKeys: [
    ['Space Enter', 'reveal; once revealed, Enter accepts the proposed rating'],
    ['Up Down', 'move over the key points'],
    ['Space x', 'tick a key point you said'],
    ['1 2 3 4', 'Again · Hard · Good · Easy'],
    ['PgUp PgDn', 'scroll'],
    ['Tab', 'skip this question'],
    ['t', 'type the answer; it ticks the points it covers'],
    ['/', 'look something up; the question waits'],
    ['o', 'open the documentation; again for the next page'],
    ['n', 'write a note'],
    ['b', 'bookmark'],
    ['e', 'edit the card in your editor'],
    ['s', 'suspend it: it is not asked again; k8sq drill --suspended finds it, s takes it in again'],
    ['u', 'undo, any number of steps, ratings of other days too'],
    ['q Ctrl-D', 'quit; everything is saved'],
  ],
  ratings: { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' },
  undone: (count) => `${count} earlier ${count === 1 ? 'rating' : 'ratings'} undone`,
  suspended: (count) => `${count} suspended; to find them: k8sq drill --suspended`,
  nothingRated: 'Nothing was rated; your progress is as it was.',
  done: (rated, minutes) => `${rated} reviewed in ${Math.max(1, Math.round(minutes))} min`,
  saved: 'Every rating is on disk.',
};

/** What a drill says, in a language. */
export function drillMessages(lang: Language): DrillMessages {
  return lang === 'zh' ? zh : en;
}
