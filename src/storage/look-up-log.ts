import { closeSync, existsSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import type { Context } from '../context.ts';
import type { LookUpWay } from '../memory/look-up.ts';
import { deviceName } from './device.ts';
import { findPaths, inFolder, settingsFile } from './paths.ts';

type World = Pick<Context, 'env' | 'platform' | 'hostname' | 'now' | 'random'>;

/**
 * Keeps that a card was looked up, for the weak spots in the statistics: one line more in `lookups-<device>.jsonl` of
 * the data folder, never the words that were typed. It is called once the answer is printed, and whatever goes wrong (a
 * folder that may not be written, a full disk, no home) goes by in silence: one look-up less is no loss.
 */
export function noteLookUp(context: World, deck: string, card: string, by: LookUpWay): void {
  try {
    const { data, config, state } = findPaths(context.env, context.platform, () => []);
    if (!keepsLookUps(context.env, config)) return;
    const line = JSON.stringify({ v: 1, at: context.now(), deck, card, by });
    const device = deviceName(state, context.random, context.hostname);
    append(data, `lookups-${device}.jsonl`, line);
  } catch {
    // See above.
  }
}

/**
 * Whether look-ups are kept: not when `K8SQ_LOOKUPS` or the setting says no, and not when the settings cannot be
 * understood, for they may say no.
 */
export function keepsLookUps(env: Context['env'], config: string): boolean {
  const said = env['K8SQ_LOOKUPS'];
  if (said !== undefined && ['0', 'off', 'no', 'false'].includes(said.toLowerCase())) return false;
  const file = settingsFile(config);
  // Most people have none, and to ask costs less than to catch.
  if (!existsSync(file)) return true;
  try {
    const settings = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
    return (settings.lookups ?? true) === true;
  } catch {
    return false;
  }
}

/**
 * One write at the end of the file. The line break comes first: a line that a crash tore costs only itself, and its end
 * need not be looked at, which is half of the time that this takes.
 */
function append(folder: string, name: string, line: string): void {
  const file = opened(folder, inFolder(folder, name));
  try {
    writeSync(file, `\n${line}`);
  } finally {
    closeSync(file);
  }
}

/** The folder is made when it is missing, not looked for each time. */
function opened(folder: string, path: string): number {
  try {
    return openSync(path, 'a', 0o600);
  } catch {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return openSync(path, 'a', 0o600);
  }
}
