import type { Language } from '../language.ts';
import type { AlertKind } from './blocks.ts';

/** The few words that rendering itself puts on the screen. */
export interface Labels {
  readonly alerts: Readonly<Record<AlertKind, string>>;
  readonly image: string;
  readonly note: string;
  /** Between a name and its value. */
  readonly colon: string;
}

const LABELS: Readonly<Record<Language, Labels>> = {
  zh: {
    alerts: { note: '说明', tip: '提示', important: '重要', warning: '注意', caution: '警告' },
    image: '图：',
    note: '注',
    colon: '：',
  },
  en: {
    alerts: { note: 'Note', tip: 'Tip', important: 'Important', warning: 'Warning', caution: 'Caution' },
    image: 'image: ',
    note: 'note ',
    colon: ': ',
  },
};

/** The words of a language. */
export function labelsFor(lang: Language): Labels {
  return LABELS[lang];
}
