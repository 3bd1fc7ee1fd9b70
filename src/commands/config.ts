import type { Context } from '../context.ts';
import { Failure } from '../failure.ts';
import type { Language } from '../language.ts';
import { settingsFile } from '../storage/paths.ts';
import {
  fits,
  isSetting,
  RANGES,
  readSettings,
  SETTING_KEYS,
  SETTINGS,
  type Settings,
  SettingsError,
  writeSettings,
} from '../storage/settings.ts';
import { pathsOf } from '../storage/user-paths.ts';
import { configMessages } from '../terminal/config-messages.ts';
import { type SettingFacts, settingLines } from '../terminal/config-view.ts';
import type { Look } from '../terminal/look.ts';
import { progressMessages } from '../terminal/progress-messages.ts';
import { json, visibleLine } from '../terminal/sanitize.ts';
import { exampleOf, settingValue } from './config-value.ts';
import { nearestCommand } from './nearest.ts';
import { lookWith } from './settled-look.ts';
import type { Invocation, Run } from './specification.ts';

/** Lists the settings, shows one, gives it another value, or takes it back to its default. */
export const run: Run = async (invocation) => {
  const { words, options, context, lang } = invocation;
  const say = configMessages(lang);
  const folder = pathsOf(context, lang).config;
  const [word, value] = words;
  if (word === undefined) {
    if (options['unset']) throw new Failure(say.unsetNeedsKey);
    return showAll(folder, invocation);
  }
  const key = keyOf(word, lang);
  if (options['unset'] && value !== undefined) throw new Failure(say.unsetOrValue(key));
  if (options['unset'] || value !== undefined)
    write(folder, key, value === undefined ? undefined : accepted(key, value, lang), context, lang);
  return showOne(folder, key, value !== undefined || options['unset'] === true, invocation);
};

/**
 * The setting that a word names.
 * @throws Failure that names the nearest, or else all.
 */
function keyOf(word: string, lang: Language): keyof Settings {
  if (isSetting(word)) return word;
  const plain = word.replace(/[-_ ]/g, '').toLowerCase();
  const near = nearestCommand(
    plain,
    SETTING_KEYS.map((key) => key.toLowerCase()),
  );
  const found = SETTING_KEYS.find((key) => {
    const name = key.toLowerCase();
    return name === near || (plain.length >= 3 && name.includes(plain));
  });
  throw new Failure(configMessages(lang).noSuchKey(visibleLine(word), found, SETTING_KEYS));
}

/** @throws Failure that says what the setting takes. */
function accepted(key: keyof Settings, text: string, lang: Language): unknown {
  const range = RANGES[key];
  const value = settingValue(text, range);
  if (fits(range, value)) return value;
  const say = configMessages(lang);
  throw new Failure(
    say.outOfRange(key, say.range(range), visibleLine(text), exampleOf(range, SETTINGS[key])),
  );
}

function write(folder: string, key: keyof Settings, value: unknown, context: Context, lang: Language): void {
  const say = configMessages(lang);
  const unique = Math.floor(context.random() * 36 ** 6).toString(36);
  try {
    writeSettings(folder, { [key]: value }, unique);
  } catch (error) {
    if (error instanceof SettingsError) throw new Failure(visibleLine(say.notJson(error.file)));
    const code = (error as NodeJS.ErrnoException).code;
    if (typeof code !== 'string') throw error;
    throw new Failure(visibleLine(say.unwritable(settingsFile(folder), code)));
  }
}

function showAll(folder: string, { options, context, lang }: Invocation): number {
  const file = settingsFile(folder);
  const { facts, look } = read(folder, context, lang);
  const say = configMessages(lang);
  const text = options['json']
    ? json({ file, settings: facts.map(asJson) })
    : context.stdout.isTTY
      ? [...facts.flatMap((each) => settingLines(each, look)), '', visibleLine(say.file(file))].join('\n')
      : facts.map((each) => plainLine(each, look)).join('\n');
  context.stdout.write(`${text}\n`);
  return 0;
}

/** In a pipe a setting alone is its value, for a script to use. */
function showOne(
  folder: string,
  key: keyof Settings,
  isNew: boolean,
  { options, context, lang }: Invocation,
): number {
  const { facts, look } = read(folder, context, lang);
  const text = facts
    .filter((each) => each.key === key)
    .map((each) => {
      if (options['json']) return json(asJson(each));
      if (context.stdout.isTTY) return settingLines(each, look).join('\n');
      return isNew ? plainLine(each, look) : String(each.value);
    });
  context.stdout.write(`${text.join('\n')}\n`);
  return 0;
}

/** The settings in force, and the look they give; what is wrong with their file is one sentence on stderr. */
function read(folder: string, context: Context, lang: Language): { facts: SettingFacts[]; look: Look } {
  const { settings, problems } = readSettings(folder);
  if (problems.length > 0) {
    const text = progressMessages(lang).settings(settingsFile(folder), problems);
    context.stderr.write(`${visibleLine(text)}\n`);
  }
  const facts = SETTING_KEYS.map((key) => ({
    key,
    value: settings[key],
    initial: SETTINGS[key],
    range: RANGES[key],
  }));
  return { facts, look: lookWith(settings, context, lang) };
}

function asJson({ key, value, initial, range }: SettingFacts): object {
  return { key, value, default: initial, range };
}

function plainLine({ key, value, initial }: SettingFacts, { lang }: Look): string {
  return [key, value, initial, configMessages(lang).meaning[key]].join('\t');
}
