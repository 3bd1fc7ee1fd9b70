import type { Context } from '../context.ts';
import type { Language } from '../language.ts';
import { settingsFile } from '../storage/paths.ts';
import { readSettings, type Settings } from '../storage/settings.ts';
import { type Look, lookFor } from '../terminal/look.ts';
import { progressMessages } from '../terminal/progress-messages.ts';
import { visibleLine } from '../terminal/sanitize.ts';

/** The settings that a look comes from. */
type Appearance = Pick<Settings, 'theme' | 'ambiguousWidth'>;

const OWN: readonly string[] = ['theme', 'ambiguousWidth'] satisfies (keyof Appearance)[];

/** The look of what a command prints, by settings that were read before, as those of a history. */
export function lookWith(
  { theme, ambiguousWidth }: Appearance,
  context: Context,
  lang: Language,
  columns?: number,
): Look {
  const wideAmbiguous = ambiguousWidth === 'auto' ? undefined : ambiguousWidth === '2';
  return lookFor(context, { lang, columns, theme, wideAmbiguous });
}

/** The look by the settings in a folder. Of the other settings the commands speak that use them. */
export function settledLook(folder: string, context: Context, lang: Language): Look {
  const { settings, problems } = readSettings(folder);
  const said = problems.filter(({ code, key }) => code === 'not-json' || OWN.includes(key));
  if (said.length > 0)
    context.stderr.write(`${visibleLine(progressMessages(lang).settings(settingsFile(folder), said))}\n`);
  return lookWith(settings, context, lang);
}
