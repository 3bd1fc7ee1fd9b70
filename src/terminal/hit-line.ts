import type { Match } from '../search/search.ts';
import type { Note, Reason } from '../search/understand.ts';
import { ink } from './ink.ts';
import type { Look } from './look.ts';
import { visibleLine } from './sanitize.ts';

/** What a list of hits shows of a card. */
export interface Listed {
  readonly id: string;
  readonly title: string;
  readonly en?: string;
}

/** One line a card: id, a tab, the question. The form that pipes get; it is stable. */
export function hitLines(cards: readonly Listed[], look: Look): string[] {
  const { accent } = ink(look);
  return cards.map((card) => `${accent(visibleLine(card.id))}\t${visibleLine(card.title)}`);
}

/** What was read otherwise than typed: `tanzhen → 探针（拼音）`. */
export function understoodLines(notes: readonly Note[], look: Look): string[] {
  const { quiet } = ink(look);
  return notes
    .filter(({ reason }) => reason !== 'synonym')
    .map(({ typed, as, reason }) => {
      const [open, close] = look.lang === 'zh' ? ['（', '）'] : [' (', ')'];
      return quiet(`${visibleLine(typed)} → ${visibleLine(as)}${open}${REASONS[look.lang][reason]}${close}`);
    });
}

/** Why a word matched, in words. */
const REASONS: Readonly<Record<'zh' | 'en', Readonly<Record<Reason, string>>>> = {
  zh: {
    literal: '原文',
    synonym: '同义',
    broader: '上位概念',
    everyday: '口语',
    prefix: '未打完',
    pinyin: '拼音',
    homophone: '同音字',
    typo: '拼写',
  },
  en: {
    literal: 'as typed',
    synonym: 'synonym',
    broader: 'broader term',
    everyday: 'everyday wording',
    prefix: 'unfinished word',
    pinyin: 'pinyin',
    homophone: 'homophone',
    typo: 'spelling',
  },
};

/** By what each part of the query matched: `tanzhen: 拼音 92% · 配置: 同义 8%`; the shares only when asked for. */
export function reasonsOf(matches: readonly Match[], look: Look, shares: boolean): string {
  const parts = matches.map(({ typed, reason, share }) => {
    const part = shares ? ` ${Math.round(share * 100)}%` : '';
    return `${visibleLine(typed)}: ${REASONS[look.lang][reason]}${part}`;
  });
  return parts.join(look.ascii ? ' | ' : ' · ');
}
