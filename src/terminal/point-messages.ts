import type { Language } from '../language.ts';

const WROTE: Readonly<Record<Language, (words: readonly string[]) => string>> = {
  zh: (words) => `因为你写了：${words.join('、')}`,
  en: (words) => `you wrote: ${words.join(', ')}`,
};

/** Why a key point counts as said: the words of a typed answer. */
export function becauseYouWrote(words: readonly string[], lang: Language): string {
  return WROTE[lang](words);
}
