import { mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { THEME_NAMES, type ThemeName, WIDTH_NAMES, type WidthName } from '../terminal/look.ts';
import { replaceFile } from './new-file.ts';
import { settingsFile } from './paths.ts';

/** What a learner may set; everything has a default. */
export interface Settings {
  /** Probability of recall at which a card becomes due. */
  readonly retention: number;
  /** New cards a day, while there is no interview date. */
  readonly newPerDay: number;
  /** Minutes of a session, or 0: until the learner stops. */
  readonly minutes: number;
  /** New cards in random order instead of the handbook's. */
  readonly shuffleNew: boolean;
  /** Lapses after which a card is a leech. */
  readonly leechLapses: number;
  /** Keep which cards are looked up, for the weak spots in the statistics. */
  readonly lookups: boolean;
  /** Colours, or none. */
  readonly theme: ThemeName;
  /** Columns of characters like `①` and `“`, which terminals draw in one or two. */
  readonly ambiguousWidth: WidthName;
}

export const SETTINGS: Settings = {
  retention: 0.9,
  newPerDay: 20,
  minutes: 0,
  shuffleNew: false,
  leechLapses: 6,
  lookups: true,
  theme: 'auto',
  ambiguousWidth: 'auto',
};

/** The values that a setting may have. */
export type Range =
  | { readonly kind: 'number'; readonly low: number; readonly high: number; readonly whole: boolean }
  | { readonly kind: 'switch' }
  | { readonly kind: 'choice'; readonly values: readonly string[] };

/** Every setting with its range: the one list of what `settings.json` may hold, in the order of `k8sq config`. */
export const RANGES: Readonly<Record<keyof Settings, Range>> = {
  retention: { kind: 'number', low: 0.7, high: 0.99, whole: false },
  newPerDay: { kind: 'number', low: 0, high: 9999, whole: true },
  minutes: { kind: 'number', low: 0, high: 1440, whole: false },
  shuffleNew: { kind: 'switch' },
  leechLapses: { kind: 'number', low: 1, high: 99, whole: true },
  lookups: { kind: 'switch' },
  theme: { kind: 'choice', values: THEME_NAMES },
  ambiguousWidth: { kind: 'choice', values: WIDTH_NAMES },
};

export const SETTING_KEYS = Object.keys(RANGES) as readonly (keyof Settings)[];

/** Whether a text names a setting, exactly. */
export function isSetting(key: string): key is keyof Settings {
  return Object.hasOwn(RANGES, key);
}

/** Whether a setting may have a value. */
export function fits(range: Range, value: unknown): boolean {
  switch (range.kind) {
    case 'number':
      return (
        typeof value === 'number' &&
        value >= range.low &&
        value <= range.high &&
        (!range.whole || Number.isInteger(value))
      );
    case 'switch':
      return typeof value === 'boolean';
    case 'choice':
      // A file written by hand may well say 2 for "2".
      return (typeof value === 'string' || typeof value === 'number') && range.values.includes(String(value));
  }
}

/** A setting that does not count: the file is not JSON (`key` empty), or a value is out of range or unknown. */
export interface SettingProblem {
  readonly code: 'not-json' | 'unknown' | 'range';
  readonly key: string;
  /** What the setting may be, where the value is not that. */
  readonly range?: Range;
}

/**
 * Settings from `settings.json` in the configuration folder. A file that is missing or damaged never stops the
 * program: what can be used is used, the rest is reported and stays at its default.
 */
export function readSettings(folder: string): { settings: Settings; problems: SettingProblem[] } {
  let text: string;
  try {
    text = readFileSync(settingsFile(folder), 'utf8');
  } catch {
    return { settings: SETTINGS, problems: [] };
  }
  const given = parse(text);
  if (given === undefined) return { settings: SETTINGS, problems: [{ code: 'not-json', key: '' }] };
  const problems: SettingProblem[] = [];
  const accepted: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(given)) {
    if (!isSetting(key)) problems.push({ code: 'unknown', key });
    else if (!fits(RANGES[key], value)) problems.push({ code: 'range', key, range: RANGES[key] });
    else accepted[key] = RANGES[key].kind === 'choice' ? String(value) : value;
  }
  return { settings: { ...SETTINGS, ...accepted }, problems };
}

/** The settings file cannot be changed without losing what is in it. */
export class SettingsError extends Error {
  readonly file: string;

  constructor(file: string) {
    super(`not JSON: ${file}`);
    this.file = file;
  }
}

/** New values by key; undefined takes a key out, so that its default holds. */
export type SettingChanges = { readonly [Key in keyof Settings]?: Settings[Key] | undefined };

/**
 * Writes some settings, leaving the others in the file as they are, also those this program does not know.
 * A reader sees the old file or the new one, never half of one. `unique` tells the hidden file it is prepared in
 * from those of others.
 * @throws {RangeError} when a value is out of range.
 * @throws {SettingsError} when the file holds no JSON object; it is left as it is.
 * @throws the system's error when the file cannot be read or written.
 */
export function writeSettings(folder: string, changes: SettingChanges, unique: string): void {
  for (const [key, value] of Object.entries(changes)) {
    if (!isSetting(key) || (value !== undefined && !fits(RANGES[key], value)))
      throw new RangeError(`${key}: ${JSON.stringify(value)}`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { file, text } = present(settingsFile(folder));
  const before = text === undefined ? {} : parse(text);
  if (before === undefined) throw new SettingsError(file);
  // JSON leaves out what is undefined.
  replaceFile(file, `${JSON.stringify({ ...before, ...changes }, null, 2)}\n`, unique);
}

/** The file that a path leads to, through links (a folder of dotfiles), and its text if it exists. */
function present(path: string): { file: string; text: string | undefined } {
  try {
    const file = realpathSync(path);
    return { file, text: readFileSync(file, 'utf8') };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    return { file: path, text: undefined };
  }
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}
