import type { Language } from '../language.ts';

/** What a drill says of the choice of its cards. */
export interface ChoiceMessages {
  readonly onlyOne: (one: string, other: string) => string;
  readonly noneIn: (categories: readonly string[]) => string;
  /** Ids that the deck or the categories do not have. */
  readonly noneOfIds: (ids: readonly string[], categories: readonly string[]) => string;
  readonly allSuspended: string;
  /** By choice, why it has no card. */
  readonly nothing: Readonly<Record<string, string>>;
}

const zh: ChoiceMessages = {
  onlyOne: (one, other) => `${one} 和 ${other} 只能用一个；打乱顺序可以再加 --random`,
  noneIn: (categories) =>
    categories.length > 1
      ? `没有既属于“${categories.join('”又属于“')}”的题。请去掉 -c 或 -l`
      : `“${categories.join('')}”里没有题。k8sq list 列出所有类别和题目`,
  noneOfIds: (ids, categories) =>
    `${categories.length > 0 ? `“${categories.join('”“')}”` : '题库'}里没有这些题：${ids.join('、')}。题目的 id 见 k8sq list --json`,
  allSuspended: '这些题都搁置了。找回：k8sq drill --suspended，再按 s',
  nothing: {
    today: '现在没有要练的题：到期的都复习完了，今天的新题也学完了。随便练练：k8sq drill --random',
    due: '现在没有到期的题。学新题：k8sq drill --new',
    new: '没有新题可学了：都学过了，或者今天练过相近的题。复习：k8sq drill --due',
    weak: '还看不出哪些题薄弱：先练几题，k8sq drill',
    suspended: '没有搁置的题',
  },
};

const en: ChoiceMessages = {
  onlyOne: (one, other) => `${one} and ${other} do not go together; --random may be added to either`,
  noneIn: (categories) =>
    categories.length > 1
      ? `No card is in both "${categories.join('" and "')}". Leave -c or -l out`
      : `No card is in "${categories.join('')}". k8sq list names all categories and cards`,
  noneOfIds: (ids, categories) =>
    `Not in ${categories.length > 0 ? `"${categories.join('" and "')}"` : 'this deck'}: ${ids.join(', ')}. k8sq list --json gives the ids of cards`,
  allSuspended: 'All of these are suspended. To take one in again: k8sq drill --suspended, then s',
  nothing: {
    today:
      'Nothing to drill now: nothing is due and the new cards of today are done. For more: k8sq drill --random',
    due: 'Nothing is due now. For new cards: k8sq drill --new',
    new: 'No new card is left: all were asked, or one like them was today. To review: k8sq drill --due',
    weak: 'Nothing is known to be weak yet: practise first, k8sq drill',
    suspended: 'No card is suspended',
  },
};

/** The catalogue in a language. */
export function choiceMessages(lang: Language): ChoiceMessages {
  return lang === 'zh' ? zh : en;
}
