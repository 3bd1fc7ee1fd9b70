import type { AskKind } from '../drill/mock-plan.ts';
import type { Answer } from '../drill/mock-result.ts';
import type { Language } from '../language.ts';

type Keys = readonly (readonly [string, string])[];

export interface MockMessages {
  readonly needsTerminal: string;
  readonly noCards: string;
  readonly badReveal: string;
  readonly title: string;
  readonly intro: (questions: number, minutes: number, revealEach: boolean) => readonly string[];
  readonly footers: {
    readonly intro: Keys;
    readonly asking: Keys;
    readonly reviewing: Keys;
    readonly each: Keys;
    readonly leaving: string;
  };
  readonly thisClock: string;
  readonly wholeClock: string;
  readonly howTo: string;
  readonly soonOver: (left: string) => string;
  readonly over: (left: string) => string;
  readonly kinds: Readonly<Record<AskKind, string>>;
  readonly follows: (title: string) => string;
  readonly review: string;
  readonly whole: string;
  readonly yourAnswer: string;
  readonly checkHint: Readonly<Record<Answer['how'], string>>;
  readonly scorecard: ScorecardMessages;
  readonly past: PastMessages;
}

export interface ScorecardMessages {
  readonly title: (when: string) => string;
  readonly nothingAnswered: string;
  readonly score: (score: number) => string;
  readonly noScore: string;
  readonly counts: (answered: number, planned: number, spent: string, budget: string) => string;
  readonly brokenOff: string;
  readonly outOfTime: string;
  readonly byTopic: string;
  readonly columns: readonly [string, string, string, string];
  readonly studyFirst: string;
  readonly missed: string;
  readonly nothingMissed: string;
  readonly nextSteps: string;
  readonly drillThese: string;
  readonly drillTopic: (topic: string) => string;
  readonly nextMock: string;
  readonly comesBack: (again: number) => string;
  readonly questions: string;
  readonly how: Readonly<Record<Answer['how'], string>>;
  readonly timedOut: string;
  readonly notChecked: string;
  readonly unfinished: string;
  readonly saved: (path: string) => string;
  readonly notSaved: (folder: string, code: string) => string;
}

export interface PastMessages {
  readonly none: string;
  readonly trend: (count: number) => string;
  readonly change: (before: number, after: number, size: number) => string;
  readonly noScore: string;
  readonly seeLast: string;
}

const zh: MockMessages = {
  needsTerminal:
    'k8sq mock 需要在终端里交互运行；不在终端里可以看以往的成绩：k8sq mock --last、k8sq mock --list',
  noCards: '没有可以问的题：所选范围里的题都被搁置了。换一个类别，或去掉 -c、-l',
  badReveal: '--reveal 只能是 each（每题之后看要点）或 end（最后一起看），例：k8sq mock --reveal each',
  title: '模拟面试',
  intro: (questions, minutes, revealEach) => [
    `${questions} 个主问题，${minutes} 分钟；由易到难，答完会有追问。`,
    '可以打字，也可以直接说；都不会就按 Ctrl-N。',
    revealEach ? '每题之后对照要点。' : '要点到最后才揭晓，由你核对勾选。',
    '按回车开始计时。',
  ],
  footers: {
    intro: [
      ['⏎', '开始'],
      ['q', '不考了'],
    ],
    asking: [
      ['Tab', '答完'],
      ['^N', '不会'],
      ['Esc', '结束'],
      ['⏎', '换行'],
    ],
    reviewing: [
      ['⏎', '确认'],
      ['空格', '勾选'],
      ['p', '回看'],
      ['q', '成绩'],
      ['↑↓', '移动'],
      ['PgDn', '翻页'],
    ],
    each: [
      ['⏎', '下一题'],
      ['空格', '勾选'],
      ['q', '结束'],
      ['↑↓', '移动'],
      ['PgDn', '翻页'],
    ],
    leaving: '提前结束？回车=结束并核对，其他键=继续',
  },
  thisClock: '本题',
  wholeClock: '全程',
  howTo: '打字，或者直接说出来；答完按 Tab',
  soonOver: (left) => `还剩 ${left}，收个尾`,
  over: (left) => `时间到，说完这句：${left} 后下一题`,
  kinds: { main: '', followup: '追问', sibling: '换个角度' },
  follows: (title) => `接着“${title}”`,
  review: '核对',
  whole: '整体答对了',
  yourAnswer: '你的回答',
  checkHint: {
    typed: '勾上的是从你打的字里认出的，不对就改',
    spoken: '这题是口述的：勾上你说到的要点',
    passed: '这题你选了“不会”',
  },
  scorecard: {
    title: (when) => `模拟面试 ${when}`,
    nothingAnswered: '这次没有回答任何题，没有成绩，进度没有变化。',
    score: (score) => `总分 ${score} / 100`,
    noScore: '总分 —（口述的回答还没有核对）',
    counts: (answered, planned, spent, budget) =>
      `回答 ${answered} / ${planned} 问，用时 ${spent}（共 ${budget}）`,
    brokenOff: '提前结束，成绩只算已回答的部分。',
    outOfTime: '时间用完，成绩只算已回答的部分。',
    byTopic: '各主题',
    columns: ['主题', '得分', '题数', '用时'],
    studyFirst: '先补这几题',
    missed: '漏了',
    nothingMissed: '要点全都说到了。',
    nextSteps: '下一步',
    drillThese: '练上面几题',
    drillTopic: (topic) => `最弱的主题：${topic}`,
    nextMock: '隔几天再考一次，看看变化',
    comesBack: (again) =>
      again > 0 ? `没答好的 ${again} 题已排进复习，k8sq drill 会再问` : '都已记入复习进度',
    questions: '逐题',
    how: { typed: '打字', spoken: '口述', passed: '不会' },
    timedOut: '超时',
    notChecked: '未核对，不计分',
    unfinished: '没答完的一题，不计分',
    saved: (path) => `成绩单：${path}`,
    notSaved: (folder, code) =>
      `成绩单写不进 ${folder}（${code}），内容见上；评分已在进度记录里。请检查该文件夹的权限和空间`,
  },
  past: {
    none: '还没有模拟面试的成绩。来一次：k8sq mock',
    trend: (count) => `模拟面试：${count} 次`,
    change: (before, after, size) =>
      `最近 ${size} 次平均 ${after}，之前 ${size} 次 ${before}（${signed(after - before)}）`,
    noScore: '未计分',
    seeLast: '看最近一次：k8sq mock --last',
  },
};

const en: MockMessages = {
  needsTerminal:
    'k8sq mock needs a terminal to talk to; without one, see past results: k8sq mock --last, --list',
  noCards: 'Nothing to ask: every card chosen is suspended. Choose another category, or leave -c and -l out',
  badReveal: '--reveal takes each (points after every question) or end, for example: k8sq mock --reveal each',
  title: 'Mock interview',
  intro: (questions, minutes, revealEach) => [
    `${questions} main ${questions === 1 ? 'question' : 'questions'}, ${minutes} minutes; easy ones first, with follow-ups.`,
    'Type your answer or say it aloud; Ctrl-N when you do not know.',
    revealEach
      ? 'After each question you check its key points.'
      : 'Key points are shown at the end, for you to check.',
    'Press Enter to start the clock.',
  ],
  footers: {
    intro: [
      ['⏎', 'start'],
      ['q', 'not now'],
    ],
    asking: [
      ['Tab', 'done'],
      ['^N', 'no idea'],
      ['Esc', 'end'],
      ['⏎', 'line'],
    ],
    reviewing: [
      ['⏎', 'ok'],
      ['Space', 'tick'],
      ['p', 'back'],
      ['q', 'score'],
      ['↑↓', 'move'],
      ['PgDn', 'scroll'],
    ],
    each: [
      ['⏎', 'next'],
      ['Space', 'tick'],
      ['q', 'end'],
      ['↑↓', 'move'],
      ['PgDn', 'scroll'],
    ],
    leaving: 'End? Enter: yes, check; other keys: no',
  },
  thisClock: 'Now',
  wholeClock: 'all',
  howTo: 'Type, or just say it; Tab when done',
  soonOver: (left) => `${left} left, round it off`,
  over: (left) => `Time: end your sentence, next in ${left}`,
  kinds: { main: '', followup: 'Follow-up', sibling: 'Another angle' },
  follows: (title) => `after "${title}"`,
  review: 'Check',
  whole: 'The answer was right as a whole',
  yourAnswer: 'Your answer',
  checkHint: {
    typed: 'Ticks are what your words cover; correct them',
    spoken: 'Spoken: tick the points you said',
    passed: 'You passed on this one',
  },
  scorecard: {
    title: (when) => `Mock interview ${when}`,
    nothingAnswered: 'No question was answered: no score, and your progress is as it was.',
    score: (score) => `Score ${score} / 100`,
    noScore: 'Score — (spoken answers were not checked)',
    counts: (answered, planned, spent, budget) =>
      `${answered} of ${planned} questions answered in ${spent} (of ${budget})`,
    brokenOff: 'Ended early; the score is of what was answered.',
    outOfTime: 'Out of time; the score is of what was answered.',
    byTopic: 'By topic',
    columns: ['Topic', 'Score', 'Cards', 'Time'],
    studyFirst: 'Study these first',
    missed: 'missed',
    nothingMissed: 'Every key point was said.',
    nextSteps: 'Next',
    drillThese: 'drill the cards above',
    drillTopic: (topic) => `the weakest topic: ${topic}`,
    nextMock: 'another one in a few days, to see the change',
    comesBack: (again) =>
      again > 0
        ? `${again} weak ${again === 1 ? 'card is' : 'cards are'} in your schedule; k8sq drill asks again`
        : 'Every card is in your schedule',
    questions: 'Question by question',
    how: { typed: 'typed', spoken: 'spoken', passed: 'passed' },
    timedOut: 'out of time',
    notChecked: 'not checked, not scored',
    unfinished: 'Left unfinished, not scored',
    saved: (path) => `Scorecard: ${path}`,
    notSaved: (folder, code) =>
      `The scorecard could not be written to ${folder} (${code}); it is shown above, and the ratings are in your log. Check the folder's permissions and space`,
  },
  past: {
    none: 'No mock interview yet. Take one: k8sq mock',
    trend: (count) => `${count} mock ${count === 1 ? 'interview' : 'interviews'}`,
    change: (before, after, size) =>
      `Last ${size}: ${after} on average; ${size} before: ${before} (${signed(after - before)})`,
    noScore: 'no score',
    seeLast: 'See the last one: k8sq mock --last',
  },
};

function signed(change: number): string {
  return change > 0 ? `+${change}` : String(change);
}

/** What a mock interview says, in a language. */
export function mockMessages(lang: Language): MockMessages {
  return lang === 'zh' ? zh : en;
}
