import { existsSync } from 'node:fs';
import type { Context } from '../context.ts';
import type { Language } from '../language.ts';
import { findPaths, settingsFile } from '../storage/paths.ts';
import { type Look, lookFor } from '../terminal/look.ts';

/**
 * The look of what a command prints. The settings are read only where they can matter, on a terminal or in colours, and
 * only when there are any; what is wrong with them there is one sentence on stderr.
 */
export async function lookOf(context: Context, lang: Language): Promise<Look> {
  const look = lookFor(context, { lang });
  const folder = context.stdout.isTTY || look.level > 0 ? settingsFolder(context) : '';
  if (folder === '' || !existsSync(settingsFile(folder))) return look;
  const { settledLook } = await import('./settled-look.ts');
  return settledLook(folder, context, lang);
}

function settingsFolder({ env, platform }: Context): string {
  try {
    return findPaths(env, platform, () => []).config;
  } catch {
    return '';
  }
}
