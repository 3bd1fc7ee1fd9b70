export type Language = 'zh' | 'en';

const FLAG = '--lang';

/**
 * The language of the program's own sentences: `--lang`, then `K8SQ_LANG`, then the locale
 * (`LC_ALL`, `LC_MESSAGES`, `LANG`, as POSIX orders them). A locale that names no language (`C`, `C.UTF-8`,
 * none at all) gives Chinese, the language of the built-in deck.
 */
export function languageOf(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Language {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const asked = (flagValue(argv) ?? env['K8SQ_LANG'] ?? '').toLowerCase();
  if (asked.startsWith('zh')) return 'zh';
  if (asked.startsWith('en')) return 'en';
  return /^(zh|c\b|posix|$)/.test(locale.toLowerCase()) ? 'zh' : 'en';
}

function flagValue(argv: readonly string[]): string | undefined {
  for (const [index, word] of argv.entries()) {
    if (word === '--') return undefined;
    if (word === FLAG) return argv[index + 1];
    if (word.startsWith(`${FLAG}=`)) return word.slice(FLAG.length + 1);
  }
  return undefined;
}
