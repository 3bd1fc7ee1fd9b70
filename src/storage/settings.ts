import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';

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
}

export const SETTINGS: Settings = {
  retention: 0.9,
  newPerDay: 20,
  minutes: 0,
  shuffleNew: false,
  leechLapses: 6,
};

/** A setting that does not count: the file is not JSON (`key` empty), or a value is out of range or unknown. */
export interface SettingProblem {
  readonly code: 'not-json' | 'unknown' | 'range';
  readonly key: string;
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
    if (!isKey(key)) problems.push({ code: 'unknown', key });
    else if (!CHECKS[key](value)) problems.push({ code: 'range', key });
    else accepted[key] = value;
  }
  return { settings: { ...SETTINGS, ...accepted }, problems };
}

/**
 * Writes some settings, leaving the others in the file as they are, also those this program does not know.
 * A reader sees the old file or the new one, never half of one.
 * @throws {RangeError} when a value is out of range; the system's error when the file cannot be written.
 */
export function writeSettings(folder: string, changes: Partial<Settings>): void {
  for (const [key, value] of Object.entries(changes)) {
    if (!isKey(key) || !CHECKS[key](value)) throw new RangeError(`${key}: ${JSON.stringify(value)}`);
  }
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = settingsFile(folder);
  let before: Record<string, unknown> = {};
  try {
    before = parse(readFileSync(file, 'utf8')) ?? {};
  } catch {
    // The first settings.
  }
  replaceFile(file, `${JSON.stringify({ ...before, ...changes }, null, 2)}\n`);
}

export function settingsFile(folder: string): string {
  return join(folder, 'settings.json');
}

const between = (low: number, high: number) => (value: unknown) =>
  typeof value === 'number' && value >= low && value <= high;
const whole = (low: number, high: number) => (value: unknown) =>
  Number.isInteger(value) && between(low, high)(value);

const CHECKS: Record<keyof Settings, (value: unknown) => boolean> = {
  retention: between(0.7, 0.99),
  newPerDay: whole(0, 9999),
  minutes: between(0, 1440),
  shuffleNew: (value) => typeof value === 'boolean',
  leechLapses: whole(1, 99),
};

function isKey(key: string): key is keyof Settings {
  return Object.hasOwn(CHECKS, key);
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

function replaceFile(file: string, text: string): void {
  const draft = `${file}.new`;
  const handle = openSync(draft, 'w', 0o600);
  try {
    const bytes = Buffer.from(text);
    if (writeSync(handle, bytes) !== bytes.length)
      throw Object.assign(new Error('disk full'), { code: 'ENOSPC' });
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(draft, file);
}
