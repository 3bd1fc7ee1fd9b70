import { closeSync, fstatSync, mkdirSync, openSync, readFileSync, readSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Context } from '../context.ts';
import type { LookUpWay } from '../memory/look-up.ts';
import { deviceName } from './device.ts';
import { findPaths, settingsFile } from './paths.ts';

type World = Pick<Context, 'env' | 'platform' | 'hostname' | 'now' | 'utcOffset' | 'random'>;

/**
 * Keeps that a card was looked up, for the weak spots in the statistics: one line more in `lookups-<device>.jsonl` of
 * the data folder, never the words that were typed. It is called once the answer is printed, and whatever goes wrong (a
 * folder that may not be written, a full disk, no home) goes by in silence: one look-up less is no loss.
 */
export function noteLookUp(context: World, deck: string, card: string, by: LookUpWay): void {
  try {
    const { data, config, state } = findPaths(context.env, context.platform, () => []);
    if (!keepsLookUps(context.env, config)) return;
    const at = context.now();
    const line = JSON.stringify({ v: 1, at, offset: context.utcOffset(at), deck, card, by });
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
  if (/^(0|off|no|false)$/i.test(env['K8SQ_LOOKUPS'] ?? '')) return false;
  try {
    const settings = JSON.parse(readFileSync(settingsFile(config), 'utf8').replace(/^\uFEFF/, ''));
    return (settings.lookups ?? true) === true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT';
  }
}

/** As the log of reviews is appended to (`log.ts`), but without waiting for the disk. */
function append(folder: string, name: string, line: string): void {
  const file = opened(folder, join(folder, name));
  try {
    const { size } = fstatSync(file);
    const last = Buffer.from('\n');
    if (size > 0) readSync(file, last, 0, 1, size - 1);
    writeSync(file, `${last[0] === 10 ? '' : '\n'}${line}\n`);
  } finally {
    closeSync(file);
  }
}

/** The folder is made when it is missing, not looked for each time. */
function opened(folder: string, path: string): number {
  try {
    return openSync(path, 'a+', 0o600);
  } catch {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return openSync(path, 'a+', 0o600);
  }
}
